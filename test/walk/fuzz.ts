import { createLogger, type Database } from '#platform';
import type { GroupMember, World } from '#sim';
import { seeded } from '../kit/index.ts';
import { testWorld } from '../kit/world.ts';
import { pixel } from './forms.ts';
import { waysFrom } from './screen.ts';
import { unusualUpdates } from './unusual.ts';

type Person = ReturnType<World['telegram']['people']['join']>;
/** Whoever taps, in private or in a group. */
type Tapper = Pick<Person, 'id' | 'messages' | 'buttons' | 'tapData'>;
type Update = Parameters<World['app']['rooms']['telegram']['handleUpdate']>[0];

export interface FuzzReport {
  updates: number;
  faults: string[];
  /** Calls whose connection broke between the bot and the simulator on this machine. */
  brokenCalls: number;
  seconds: number;
}

const BROKEN_CALL = /Network request for '\w+' failed/;

export interface FuzzOptions {
  updates: number;
  seed: number;
  people?: number;
}

/** As many random acts of people: texts, files, true taps, old and forged ones, updates no client would send. */
export async function fuzz({ updates, seed, people = 24 }: FuzzOptions): Promise<FuzzReport> {
  const began = performance.now();
  const faults: string[] = [];
  const destination = { write: (line: string) => void faults.push(`log: ${line.slice(0, 400)}`) };
  await using world = await testWorld('pglite', {
    log: createLogger({ level: 'error', secrets: [], destination }),
    env: { START_CREDITS: '300', STAR_PACKS: '1:10,2:30', STAR_SUBSCRIPTION: '3:50', ADMIN_IDS: '77' },
    kie: {
      limits: { createTask: null, recordInfo: null },
      speeds: { image: 1, video: 1, audio: 1, data: 1 },
    },
  });
  const crowd = Array.from({ length: people }, (_, index) =>
    world.telegram.people.join({
      first_name: `Fuzz ${index}`,
      language_code: ['en', 'ru', 'xx'][index % 3] ?? 'en',
    }),
  );
  for (const person of crowd) {
    person.send('/start');
    await person.nextMessage(undefined, { timeoutMs: 60_000 });
  }
  const members = groupOf(world, crowd);
  let left = updates;
  await Promise.all(
    crowd.map(async (person, index) => {
      const random = seeded(seed + index);
      while (left-- > 0) {
        if (left % 20 === 0) world.clock.advance(1_000);
        const member = random() < GROUP_SHARE ? members[index % members.length] : undefined;
        if (member) await actInGroup(member, random, faults);
        else await act({ world, crowd, faults }, person, random);
      }
    }),
  );
  await world.settle();
  await assertBooks(world.app.rooms.database, faults);
  // Nobody of the crowd is an operator, whatever they type and forge.
  for (const action of await world.app.rooms.operator.auditLog({ limit: 20 }))
    faults.push(`an act of somebody who is no operator: ${JSON.stringify(action)}`);
  for (const person of crowd.slice(0, 3)) {
    person.send('/balance');
    await person
      .nextMessage(undefined, { timeoutMs: 30_000 })
      .catch(() => faults.push('the bot no longer answers'));
  }
  const broken = faults.filter((fault) => BROKEN_CALL.test(fault));
  return {
    updates,
    faults: faults.filter((fault) => !BROKEN_CALL.test(fault)),
    brokenCalls: broken.length,
    seconds: (performance.now() - began) / 1000,
  };
}

const TEXTS = [
  'A fox in the snow',
  '/models',
  '/models wan',
  '/history',
  '/balance',
  '/presets',
  '/cancel',
  '/help',
  '/buy',
  '/start g_x',
  '/start q_YQ',
  '/start',
  '/unknown',
  '5',
  '-1',
  '99999999999999',
  'yes',
  '',
  ' ',
  'a | b | c',
  '<b>',
  '&amp;',
  '🦊'.repeat(300),
  'x'.repeat(4000),
  'https://example.com/a.png',
  '/promo X',
  '\u0000',
  '\n\n',
  '/forget',
  '/admin',
  '/desk',
  '/uncertain',
  '/refund x',
  '/promo_new FREE 100',
  '/promo_list',
  '/promo_close FREE',
];

const GROUP_SHARE = 0.12;

/** Every third of the crowd, and one who never met the bot, are in a group that the bot hears all of. */
function groupOf(world: World, crowd: readonly Person[]): GroupMember[] {
  const { people } = world.telegram;
  const group = people.group({ title: 'Fuzz', topics: ['A', 'B'] });
  const stranger = people.join({ first_name: 'Stranger', language_code: 'en' });
  const members = [...crowd.filter((_person, index) => index % 3 === 0), stranger].map((it) =>
    group.join(it),
  );
  if (members[0]) group.admitBot(members[0], 'administrator');
  return members;
}

const GROUP_TEXTS = [
  '/imagine A fox',
  '/imagine',
  '@kiegram_sandbox_bot a fox',
  '@kiegram_sandbox_bot',
  '/help@kiegram_sandbox_bot',
  '/start@other_bot',
  'hello',
  '/imagine <b>',
];

async function actInGroup(member: GroupMember, random: () => number, faults: string[]): Promise<void> {
  const kind = random();
  if (kind < 0.5) return tapSomething(member, random, faults);
  if (kind < 0.6) return forge(member, random, faults);
  const answered = random() < 0.3 ? member.messages.at(-1) : undefined;
  const thread = random() < 0.3 ? { thread: 2 } : {};
  const sentWith = { ...thread, ...(answered ? { replyTo: answered.message_id } : {}) };
  if (kind < 0.9) member.send(GROUP_TEXTS[Math.floor(random() * GROUP_TEXTS.length)] ?? 'hello', sentWith);
  else member.sendFiles([{ kind: 'photo', bytes: pixel, caption: '/imagine blue' }], sentWith);
}

interface Scene {
  world: World;
  crowd: readonly Person[];
  faults: string[];
}

async function act({ world, crowd, faults }: Scene, person: Person, random: () => number): Promise<void> {
  const kind = random();
  const other = crowd[Math.floor(random() * crowd.length)] ?? person;
  if (kind < 0.56) await tapSomething(person, random, faults);
  else if (kind < 0.73) say(person, TEXTS[Math.floor(random() * TEXTS.length)] ?? '');
  else if (kind < 0.79) sendFile(person, random);
  else if (kind < 0.84) await forge(person, random, faults);
  else if (kind < 0.87) await tapOf(other, person, random, faults);
  else if (kind < 0.9) await payFor(person);
  else if (kind < 0.92) await askInline(person, random, faults);
  else if (kind < 0.93) leaveAndComeBack(person);
  else await unusual(world, person, random, faults);
}

/** A button of somebody else's chat, forged: it may show nothing and do nothing that is theirs. */
async function tapOf(other: Person, person: Person, random: () => number, faults: string[]): Promise<void> {
  const known = other.messages.flatMap((it) => other.buttons(it).flatMap(({ data }) => data ?? []));
  const data = known[Math.floor(random() * known.length)];
  const own = person.lastMessage?.message_id ?? 1;
  if (data !== undefined && !data.startsWith('1fg')) await press(person, own, data, faults);
}

/** Pays the newest invoice of the chat, which may be paid already. */
async function payFor(person: Person): Promise<void> {
  const invoice = person.messages.findLast((it) => it.invoice !== undefined);
  if (invoice) await person.pay(invoice.message_id);
}

const QUERIES = ['', 'fox', 'wan', 'g_AAAAAAAAAAAA', '<b>', '🦊', 'x'.repeat(256), '%_\\'];

async function askInline(person: Person, random: () => number, faults: string[]): Promise<void> {
  const query = QUERIES[Math.floor(random() * QUERIES.length)] ?? '';
  const began = performance.now();
  await person.inline(query);
  if (performance.now() - began > UNANSWERED_MS) faults.push(`no answer inline: ${query}`);
}

/** The simulator gives a question up after 30 s. */
const UNANSWERED_MS = 29_000;

function leaveAndComeBack(person: Person): void {
  person.block();
  person.unblock();
}

function say(person: Person, text: string): void {
  if (text.trim() !== '') person.send(text.slice(0, 4096));
}

async function tapSomething(person: Tapper, random: () => number, faults: string[]): Promise<void> {
  const messages = person.messages.filter(({ reply_markup: markup }) => markup);
  // Mostly the newest, sometimes one from long ago.
  const message = random() < 0.85 ? messages.at(-1) : messages[Math.floor(random() * messages.length)];
  const buttons = message ? person.buttons(message).flatMap(({ data }) => data ?? []) : [];
  const data = buttons[Math.floor(random() * buttons.length)];
  // Nobody forgets themselves all the time, and a language once chosen stays.
  if (!message || data === undefined || data.startsWith('1fg')) return;
  await press(person, message.message_id, data, faults);
}

async function press(person: Tapper, messageId: number, data: string, faults: string[]): Promise<void> {
  // What goes wrong inside is in the log, which is read as well.
  const { answered } = await person.tapData(messageId, data);
  if (!answered) faults.push(`no answer in ${person.id < 0 ? 'the group' : 'private'}: ${data}`);
  const shown = person.messages.slice(-3).flatMap(waysFrom);
  if (shown.some(({ to }) => to.startsWith('admin'))) faults.push(`an operator's screen came of: ${data}`);
}

async function forge(person: Tapper, random: () => number, faults: string[]): Promise<void> {
  const known = person.messages.flatMap((it) => person.buttons(it).flatMap(({ data }) => data ?? []));
  const some = known[Math.floor(random() * known.length)] ?? '1h';
  const place = Math.floor(random() * some.length);
  const spoilt =
    some.slice(0, place) + String.fromCharCode(33 + Math.floor(random() * 90)) + some.slice(place + 1);
  const forged = [spoilt, some.slice(0, place), `${some}:x`, '2h', '💥', ...OF_OTHERS];
  const data = forged[Math.floor(random() * forged.length)];
  await press(person, Math.floor(random() * 1e6), data || '?', faults);
}

/** Of nobody's draft and nobody's generation, and what only an operator's screen has. */
const OF_OTHERS = [
  '1G:AAAAAAAAAAAA:1:1',
  '1R:AAAAAAAAAAAA',
  '1ad',
  '1aK',
  '1aB',
  '1aD',
  '1al:0',
  '1ap:am1v',
  '1ab:am1v',
  '1ac:am1v:grant',
  '1aC:AAAAAAAAAAAA:own',
  '1at:AAAAAAAAAAAA',
  '1aY',
  '1aa:broadcast',
  '1aa:markup',
];

function sendFile(person: Person, random: () => number): void {
  const kinds = ['photo', 'video', 'audio', 'voice', 'document'] as const;
  const kind = kinds[Math.floor(random() * kinds.length)] ?? 'photo';
  const caption = random() < 0.3 ? 'Make it blue' : '';
  const bytes = pixel;
  const count = kind === 'photo' && random() < 0.3 ? 2 + Math.floor(random() * 4) : 1;
  person.sendFiles(Array.from({ length: count }, () => ({ kind, bytes, caption, fileName: 'f.png' })));
}

async function unusual(world: World, person: Person, random: () => number, faults: string[]): Promise<void> {
  const bodies = unusualUpdates(person);
  const id = 3_000_000_000 + Math.floor(random() * 1e9);
  const body = bodies[Math.floor(random() * bodies.length)] ?? {};
  const update = { update_id: id, ...body } as unknown as Update;
  await world.app.rooms.telegram.handleUpdate(update).catch((error: unknown) => {
    faults.push(`fell over: ${JSON.stringify(body).slice(0, 200)}: ${String(error).slice(0, 200)}`);
  });
}

async function assertBooks({ db }: Database, faults: string[]): Promise<void> {
  const { auditAll } = await import('#app');
  for (const finding of (await auditAll(db)).findings) faults.push(`audit: ${JSON.stringify(finding)}`);
  const negative = await db.selectFrom('ledger_accounts').selectAll().where('held', '<', 0).execute();
  if (negative.length > 0) faults.push(`a negative balance: ${JSON.stringify(negative)}`);
}
