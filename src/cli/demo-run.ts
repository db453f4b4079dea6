import type { Message } from 'grammy/types';
import { auditAll } from '#app';
import type { Generation } from '#generation';
import { balance } from '#ledger';
import type { World } from '#sim';

/** What the demonstration did and found. `ms` are real milliseconds per step. */
export interface DemoReport {
  ok: boolean;
  model: string;
  price: number;
  balanceBefore: number;
  balanceAfter: number;
  delivered: { kind: string; bytes: number; width?: number; height?: number }[];
  audit: { ok: boolean };
  states: string[];
  ms: Record<string, number>;
  problems: string[];
}

/** Alice comes, asks for a picture, confirms the price and receives it: the main job, headless, in the sandbox. */
export async function runDemo(say: (line: string) => void): Promise<DemoReport> {
  const ms: Record<string, number> = {};
  const timed = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    const from = performance.now();
    const result = await work();
    ms[step] = Math.round(performance.now() - from);
    return result;
  };
  const { createWorld } = await import('#sim');
  await using world = await timed('start', () => createWorld({ env: { LOG_LEVEL: 'error' } }));
  const alice = world.telegram.people.join({ first_name: 'Alice' });
  const told = new Set<number>();
  const tell = () => {
    for (const message of alice.messages.filter(({ message_id }) => !told.has(message_id))) {
      told.add(message.message_id);
      say(lineOf(message, message.from?.id === alice.id));
    }
  };

  await timed('menu', async () => {
    alice.send('/start');
    await alice.nextMessage(hasButtons);
  });
  tell();
  const { db } = world.app.rooms.database;
  const before = await balance(db, alice.id);
  await timed('form', async () => {
    alice.send('A lighthouse on a cliff at sunset, watercolour');
    await alice.until(() => alice.findButton(confirmButton));
  });
  tell();
  await timed('result', async () => {
    say(`Alice taps [${alice.findButton(confirmButton)?.text}]`);
    await alice.tap(confirmButton);
    await alice.waitFor((message) => message.photo !== undefined, { timeoutMs: 30_000 });
  });
  await timed('settle', () => world.settle());
  tell();
  return await examine(world, alice.id, before.available, ms);
}

/** The one button that spends: it carries the price. */
const confirmButton = /\d+ 💎/;

function hasButtons(message: Message): boolean {
  return message.reply_markup !== undefined;
}

async function examine(
  world: World,
  personId: number,
  before: number,
  ms: Record<string, number>,
): Promise<DemoReport> {
  const { generations, database } = world.app.rooms;
  const [generation] = await generations.history(personId, { limit: 1 });
  if (!generation) throw new Error('The demonstration made no generation');
  const after = await balance(database.db, personId);
  const audit = await auditAll(database.db);
  const states = (await generations.story(generation.id)).map((step) => step.state);
  const delivered = await deliveredItems(world, generation);
  const price = generation.quote.credits;
  const problems = [
    generation.state === 'delivered' ? '' : `the generation ended ${generation.state}`,
    after.available === before - price && after.held === 0 ? '' : 'the balance does not fit the price',
    delivered.length > 0 ? '' : 'nothing was delivered',
    world.kie.journal.bought().length === 1 ? '' : 'kie.ai did not sell exactly one task',
    ...audit.findings.map(({ check, detail }) => `audit: ${check}: ${detail}`),
  ].filter((problem) => problem !== '');
  return {
    ok: problems.length === 0,
    model: generation.modelId,
    price,
    balanceBefore: before,
    balanceAfter: after.available,
    delivered,
    audit: { ok: audit.ok },
    states,
    ms,
    problems,
  };
}

/** What really arrived: the bytes behind the file ids that Telegram gave. */
async function deliveredItems(world: World, { id, personId }: Generation): Promise<DemoReport['delivered']> {
  const parts = await world.app.rooms.generations.parts(id);
  const sent = parts.flatMap((part) => part.sent).filter((item) => item.fileId !== null);
  const messages = world.telegram.people.get(personId).messages;
  return Promise.all(
    sent.map(async ({ kind, fileId, messageId }) => {
      const file = await fetch(`${world.telegram.url}/sim/files/${fileId}`);
      const { byteLength } = await file.arrayBuffer();
      const photo = messages.find((message) => message.message_id === messageId)?.photo?.at(-1);
      return { kind, bytes: byteLength, ...(photo ? { width: photo.width, height: photo.height } : {}) };
    }),
  );
}

function lineOf(message: Message, byPerson: boolean): string {
  const media = ['photo', 'video', 'audio', 'document'].find((kind) => kind in message);
  const text = message.text ?? message.caption ?? '';
  const buttons = message.reply_markup?.inline_keyboard.flat().map((button) => `[${button.text}]`) ?? [];
  return [
    `${byPerson ? 'Alice:' : 'Bot:  '}`,
    media ? `<${media}>` : '',
    text.replaceAll('\n', '\n       '),
    buttons.join(' '),
  ]
    .filter((part) => part !== '')
    .join(' ');
}
