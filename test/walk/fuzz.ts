import { createLogger, type Database } from '#platform';
import type { GroupMember, World } from '#sim';
import { seeded } from '../kit/index.ts';
import { testWorld } from '../kit/world.ts';

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
    env: { START_CREDITS: '300' },
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
        else await act(world, person, random, faults);
      }
    }),
  );
  await world.settle();
  await assertBooks(world.app.rooms.database, faults);
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

async function act(world: World, person: Person, random: () => number, faults: string[]): Promise<void> {
  const kind = random();
  if (kind < 0.62) await tapSomething(person, random, faults);
  else if (kind < 0.8) say(person, TEXTS[Math.floor(random() * TEXTS.length)] ?? '');
  else if (kind < 0.86) sendFile(person, random);
  else if (kind < 0.92) await forge(person, random, faults);
  else await broken(world, person, random, faults);
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
}

async function forge(person: Tapper, random: () => number, faults: string[]): Promise<void> {
  const known = person.messages.flatMap((it) => person.buttons(it).flatMap(({ data }) => data ?? []));
  const some = known[Math.floor(random() * known.length)] ?? '1h';
  const place = Math.floor(random() * some.length);
  const spoilt =
    some.slice(0, place) + String.fromCharCode(33 + Math.floor(random() * 90)) + some.slice(place + 1);
  const data = [spoilt, some.slice(0, place), `${some}:x`, '1G:AAAAAAAAAAAA:1:1', '2h', '💥'][
    Math.floor(random() * 6)
  ];
  await press(person, Math.floor(random() * 1e6), data || '?', faults);
}

function sendFile(person: Person, random: () => number): void {
  const kinds = ['photo', 'video', 'audio', 'voice', 'document'] as const;
  const kind = kinds[Math.floor(random() * kinds.length)] ?? 'photo';
  const caption = random() < 0.3 ? 'Make it blue' : '';
  const bytes = pixel;
  const count = kind === 'photo' && random() < 0.3 ? 2 + Math.floor(random() * 4) : 1;
  person.sendFiles(Array.from({ length: count }, () => ({ kind, bytes, caption, fileName: 'f.png' })));
}

const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** What no client sends, straight into the bot: it may drop it, never fall over. */
async function broken(world: World, person: Person, random: () => number, faults: string[]): Promise<void> {
  const from = person.user;
  const chat = person.chat;
  const id = 3_000_000_000 + Math.floor(random() * 1e9);
  const bodies: Record<string, unknown>[] = [
    {},
    { message: { message_id: 1, date: 1, chat } },
    { message: { message_id: 1, date: 1, chat, from } },
    { message: { message_id: 1, date: 1, chat, from, text: 'x', reply_to_message: { message_id: 2, chat } } },
    { message: { message_id: 1, date: 1, chat, from, photo: [] } },
    { message: { message_id: 1, date: 1, chat, from, sticker: {} } },
    {
      message: { message_id: 1, date: 1, chat: { id: -5, type: 'group', title: 'g' }, from, text: '/start' },
    },
    { callback_query: { id: '1', from, chat_instance: '1', data: '1h' } },
    { callback_query: { id: '1', from, chat_instance: '1', game_short_name: 'x' } },
    { inline_query: { id: '1', from, query: 'x'.repeat(256), offset: 'zzz' } },
    {
      my_chat_member: {
        chat,
        from,
        date: 1,
        old_chat_member: {},
        new_chat_member: { status: 'member', user: from },
      },
    },
    { edited_message: { message_id: 1, date: 1, chat, from, text: 'x' } },
    { channel_post: { message_id: 1, date: 1, chat: { id: -7, type: 'channel', title: 'c' } } },
  ];
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
