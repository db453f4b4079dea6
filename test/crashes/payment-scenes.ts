import type { Message } from 'grammy/types';
import { type Arena, PACK } from './arena.ts';
import type { PaymentPoint } from './points.ts';
import { RECOVERY_LIMIT_MS, theEnd } from './run-point.ts';
import { confirmButton, type Story, type Visitor } from './stories.ts';

/** What a person does around money, in two steps: `prepare` while all is well, `act` through a death. */
export interface Scene {
  prepare?(visitor: Visitor, arena: Arena): Promise<void>;
  act(visitor: Visitor, arena: Arena): Promise<void>;
}

const PATIENCE = { timeoutMs: RECOVERY_LIMIT_MS };
/** The order that starts by itself once it is paid. */
const waitingStory: Story = {
  act: async () => undefined,
  ending: 'delivered',
  arrives: { kind: 'video', count: 1 },
  mayLeaveStatus: true,
};
const packButton = new RegExp(`⭐ ${PACK.stars} →`);
export const PROMO = { code: 'CRASH', credits: 30 };

export const scenes: Record<PaymentPoint['scene'], Scene> = {
  buy: {
    prepare: (visitor) => asks(visitor, '/buy'),
    act: buyPack,
  },
  refund: {
    async prepare(visitor) {
      await asks(visitor, '/buy');
      await buyPack(visitor);
      await asksForBalance(visitor);
    },
    async act({ person }, { operator }) {
      const paid = person.messages.find((message) => message.successful_payment !== undefined);
      operator.send(`/refund ${paid?.successful_payment?.telegram_payment_charge_id ?? ''}`);
      await tap({ person: operator }, /^↩️ Give ⭐ \d+ back$/);
      await tap({ person: operator }, /^Asked for it$/);
      await person.until(() => refunds(person.messages).length > 0, PATIENCE);
      await asksForBalance({ person: operator });
    },
  },
  waiting: {
    async prepare(visitor) {
      const { person } = visitor;
      await asks(visitor, '/models wan 2.7');
      await tap(visitor, /Wan 2\.7 - Text/);
      await person.until(() => !person.findButton(/Wan 2\.7 - Text/), PATIENCE);
      await asks(visitor, `a lighthouse ${visitor.ticket}`);
      await tap(visitor, confirmButton);
      await person.until(() => person.findButton(packButton), PATIENCE);
    },
    async act(visitor, arena) {
      await buyPack(visitor);
      await theEnd(arena, visitor, waitingStory);
    },
  },
  subscription: {
    async prepare(visitor) {
      await asks(visitor, '/buy');
      await tap(visitor, /every month/);
      await visitor.person.pay(await linkOf(visitor));
      await asksForBalance(visitor);
    },
    async act(visitor) {
      await tap(visitor, /End the subscription/);
      const { person } = visitor;
      await person.until(() => person.messages.some(({ text }) => /ends on/.test(text ?? '')), PATIENCE);
    },
  },
  twice: {
    async prepare(visitor) {
      await asks(visitor, '/buy');
      await tap(visitor, /every month/);
      await linkOf(visitor);
    },
    async act(visitor) {
      const { person, telegram } = visitor;
      const link = await linkOf(visitor);
      // Both are asked for before either is answered.
      telegram.fault({ method: 'answerPreCheckoutQuery', kind: 'slow', ms: 1_000, times: 2 });
      await Promise.all([person.pay(link), person.pay(link)]);
      await person.until(() => refunds(person.messages).length > 0, PATIENCE);
    },
  },
  promo: {
    async prepare(visitor) {
      await asks(visitor, '/start');
    },
    act: async ({ person }) => void person.send(`/promo ${PROMO.code}`),
  },
};

/** Taps the pack, pays the invoice that comes; a refusal for want of an answer is tried once more. */
async function buyPack(visitor: Visitor): Promise<void> {
  const { person } = visitor;
  await tap(visitor, packButton);
  const invoice = await person.until(() => person.messages.findLast((message) => message.invoice), PATIENCE);
  const { paid } = await person.pay(invoice.message_id);
  if (!paid) await person.pay(invoice.message_id);
}

/** Updates of a chat are handled in order: when the balance is told, everything before was handled. */
export async function asksForBalance(visitor: Pick<Visitor, 'person'>): Promise<void> {
  await asks(visitor, '/balance', /balance/i);
}

async function asks({ person }: Pick<Visitor, 'person'>, text: string, answer = /./): Promise<void> {
  const { message_id: asked } = person.send(text);
  const answers = (message: Message) =>
    message.message_id > asked && message.from?.is_bot === true && answer.test(message.text ?? '');
  await person.until(() => person.messages.some(answers), PATIENCE);
}

async function tap({ person }: Pick<Visitor, 'person'>, label: RegExp): Promise<void> {
  const button = await person.until(() => person.findButton(label), PATIENCE);
  void person.tapAt(button.message_id, button.row, button.column);
}

/** Telegram's own address of the payment, below the offer. */
async function linkOf({ person }: Visitor): Promise<string> {
  const links = () =>
    person.messages
      .flatMap(({ reply_markup: markup }) => markup?.inline_keyboard.flat() ?? [])
      .flatMap((button) => ('url' in button && button.url.startsWith('https://t.me/$') ? [button.url] : []));
  return person.until(() => links().at(-1), PATIENCE);
}

export function payments(messages: readonly Message[]): Message[] {
  return messages.filter((message) => message.successful_payment !== undefined);
}

export function refunds(messages: readonly Message[]): Message[] {
  return messages.filter((message) => message.refunded_payment !== undefined);
}
