import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach } from 'node:test';
import { auditAll } from '#app';
import type { Generation } from '#generation';
import { balance } from '#ledger';
import { createLogger } from '#platform';
import type { World, WorldOptions } from '#sim';
import type { EngineName } from '../kit/index.ts';
import { keepLog, logsAreKept } from '../kit/kept-logs.ts';
import { testWorld } from '../kit/world.ts';

export type Person = ReturnType<World['telegram']['people']['join']>;
export type Message = Awaited<ReturnType<Person['nextMessage']>>;

/** The one button that spends: it carries the price. */
export const confirmButton = /^✅ .+ (\d+) 💎$/;

/** What a person has to begin with, unless a story says otherwise. */
export const startCredits = 900;

/** kie.ai counts real time; a story moves ours, so that the two would drift apart. */
const noLimits = { createTask: null, recordInfo: null, catalogue: null };

/** For a machine that is busy with other things; an idle one needs a hundredth of it. */
const patience = { timeoutMs: 30_000 };

/** A photo of one pixel. */
export const photoBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** One world for all tests of a file on one engine, and what its people do in it. */
export interface Story {
  readonly world: World;
  /** Somebody new who has said /start and seen the menu. */
  meet(name: string, language?: string): Promise<Person>;
  /** Writes a wish; resolves to the form with its price. */
  wish(person: Person, text: string): Promise<Form>;
  /** Opens the form of a model by its name, as `/models` finds it. */
  openModel(person: Person, name: string): Promise<Message>;
  /** The form as it stands below everything, once it has a price. */
  form(person: Person): Promise<Form>;
  /** Wishes, confirms, waits until nothing is under way; the generation that came of it. */
  make(person: Person, text: string): Promise<Generation & { price: number }>;
  generations(person: Person): Promise<Generation[]>;
  /** The newest one. */
  latest(person: Person): Promise<Generation>;
  /** The states the newest one has been in. */
  states(person: Person): Promise<string[]>;
  /** Credits the person can spend and those on hold. */
  balance(person: Person): Promise<{ available: number; held: number }>;
  /** How many tasks kie.ai has sold since the test began. */
  bought(): number;
  /** Resolves when the newest generation is in this state. */
  reaches(person: Person, state: Generation['state']): Promise<Generation>;
}

export interface Form {
  message: Message;
  price: number;
}

/**
 * Registers the hooks of a file: one world before all tests; after each one nothing may be open, every audit
 * must hold, and nothing may have gone wrong inside that the log calls an error.
 */
export function tellStory(engine: EngineName, options: WorldOptions = {}): Story {
  let world: World | undefined;
  let boughtBefore = 0;
  const errors: string[] = [];
  const log = createLogger({
    level: logsAreKept ? 'debug' : 'error',
    secrets: [],
    destination: {
      write(line) {
        keepLog(line);
        if (/^\{"level":"(error|fatal)"/.test(line)) errors.push(line);
      },
    },
  });
  const open = () => {
    if (!world) throw new Error('The world begins with the first test');
    return world;
  };

  before(async () => {
    world = await testWorld(engine, {
      log,
      ...options,
      kie: { limits: noLimits },
      env: { START_CREDITS: String(startCredits), ...options.env },
    });
  });
  beforeEach(() => {
    boughtBefore = open().kie.journal.bought().length;
  });
  afterEach(async () => {
    open().kie.scenario.clear();
    open().telegram.clearFaults();
    await assertInOrder(open());
    assert.deepEqual(errors.splice(0), [], 'the log tells of an error');
  });
  after(async () => {
    await world?.[Symbol.asyncDispose]();
  });

  return deeds(open, () => open().kie.journal.bought().length - boughtBefore);
}

async function assertInOrder({ app }: World): Promise<void> {
  const { db } = app.rooms.database;
  assert.deepEqual((await auditAll(db)).findings, []);
  const open = await db
    .selectFrom('generations')
    .select(['id', 'state'])
    .where('state', 'not in', ['delivered', 'failed', 'cancelled'])
    .execute();
  assert.deepEqual(open, [], 'a generation is still open');
  const holds = await db.selectFrom('ledger_accounts').select('held').where('held', '>', 0).execute();
  assert.deepEqual(holds, [], 'credits are still on hold');
}

function deeds(open: () => World, bought: () => number): Story {
  const story: Story = {
    bought,
    get world() {
      return open();
    },
    async meet(name, language = 'en') {
      const person = open().telegram.people.join({ first_name: name, language_code: language });
      person.send('/start');
      await person.nextMessage(hasButtons, patience);
      return person;
    },
    async wish(person, text) {
      person.send(text);
      return story.form(person);
    },
    async openModel(person, name) {
      person.send(`/models ${name}`);
      const found = await person.nextMessage(hasButtons);
      const row = person.buttons(found).find(({ text }) => name.startsWith(shownName(text)));
      assert.ok(row?.text, `no row of ${name}`);
      await person.tap(found, row.text);
      return person.nextMessage(hasButtons);
    },
    async form(person) {
      const message = await person.nextMessage((it) => priceOf(it) !== undefined, patience);
      return { message, price: priceOf(message) ?? 0 };
    },
    async make(person, text) {
      const { message, price } = await story.wish(person, text);
      await person.tap(message, confirmButton);
      await open().settle();
      return { ...(await story.latest(person)), price };
    },
    generations: (person) => open().app.rooms.generations.history(person.id, { limit: 100 }),
    async latest(person) {
      const [generation] = await story.generations(person);
      assert.ok(generation, `${person.user.first_name} has no generation`);
      return generation;
    },
    async states(person) {
      const { id } = await story.latest(person);
      return (await open().app.rooms.generations.story(id)).map(({ state }) => state);
    },
    balance: (person) => balance(open().app.rooms.database.db, person.id),
    async reaches(person, state) {
      for (;;) {
        const generation = await story.latest(person);
        if (generation.state === state) return generation;
        await open().clock.sleep(20);
      }
    },
  };
  return story;
}

export function hasButtons(message: Message): boolean {
  return message.reply_markup !== undefined;
}

/** The name at the beginning of a row, as far as it is shown. */
function shownName(row: string): string {
  const [shown = ''] = row.split(' · ');
  return shown.replace(/…$/, '');
}

/** The price on the confirm button of a message; undefined without one. */
function priceOf(message: Message): number | undefined {
  const labels = message.reply_markup?.inline_keyboard.flat().map(({ text }) => text) ?? [];
  const match = labels.map((label) => confirmButton.exec(label)).find((it) => it !== null);
  return match ? Number(match[1]) : undefined;
}
