import { setTimeout as moment } from 'node:timers/promises';
import { createLogger } from '#platform';
import { sample } from '#registry';
import type { World } from '#sim';
import { testWorld } from '../kit/world.ts';
import { waysFrom } from './screen.ts';
import { explore, leave, type Message, tap, type Walk } from './walker.ts';

export interface WalkOptions {
  /** Every how manieth model is walked; 1: all. */
  every: number;
  /** Taps only the ends of long lists of choices. */
  ends: boolean;
  /** People who walk side by side. */
  people: number;
  language: string;
}

export interface WalkReport {
  models: string[];
  taps: number;
  screens: number;
  faults: string[];
  seconds: number;
}

/** Many people walk through all screens of all models, up to the confirm button and back. */
export async function walkEverything(options: WalkOptions): Promise<WalkReport> {
  const began = performance.now();
  const errors: string[] = [];
  const destination = { write: (line: string) => void errors.push(line) };
  await using world = await testWorld('pglite', {
    log: createLogger({ level: 'error', secrets: [], destination }),
    env: { START_CREDITS: '1000000' },
    kie: { limits: { createTask: null, recordInfo: null } },
  });
  const walks = Array.from({ length: options.people }, (_, index) => newWalk(world, index, options));
  const first = walks[0];
  if (!first) throw new Error('somebody has to walk');
  const codes = await menus(first);
  const chosen = codes.filter((_code, index) => index % options.every === 0);
  const left = [...chosen];
  const walked = new Set<string>();
  const note: Note = async (form) => {
    const model = await modelOf(world, form);
    if (model !== undefined) walked.add(model);
  };
  await Promise.all(
    walks.map(async (walk) => {
      for (let code = left.shift(); code !== undefined; code = left.shift())
        await walkModel(walk, code, note);
    }),
  );
  await followUps(world, first, options, note);
  return {
    models: [...walked].sort(),
    taps: sum(walks, ({ taps }) => taps),
    screens: sum(walks, ({ screens }) => screens),
    faults: [...walks.flatMap(({ faults }) => faults), ...errors],
    seconds: (performance.now() - began) / 1000,
  };
}

function newWalk(world: World, index: number, { ends, language, people }: WalkOptions): Walk {
  const person = world.telegram.people.join({ first_name: `Walker ${index}`, language_code: language });
  const breathe = () => world.clock.advance(6_000 / people);
  return { person, taps: 0, screens: 0, faults: [], ends, breathe };
}

/** All menus that are not forms; answers the buttons of all models found there. */
async function menus(walk: Walk): Promise<string[]> {
  walk.person.send('/start');
  const home = await walk.person.nextMessage();
  await explore(walk, home);
  walk.person.send('/models');
  let at = await walk.person.nextMessage();
  const codes = new Set<string>();
  for (const type of waysFrom(at).filter(({ code }) => code === 'T')) {
    at = await tap(walk, at, type);
    for (;;) {
      for (const { code, data } of waysFrom(at)) if (code === 'm') codes.add(data.slice(3));
      const next = waysFrom(at).find(({ code, label }) => code === 'T' && label.endsWith('›'));
      if (!next) break;
      at = await tap(walk, at, next);
    }
    const back = waysFrom(at).find(({ code }) => code === 't');
    if (back) at = await tap(walk, at, back);
    else walk.faults.push(`no way back from ${type.label}`);
  }
  return [...codes];
}

async function walkModel(walk: Walk, code: string, note: Note): Promise<void> {
  walk.breathe();
  walk.person.send(`/start m_${code}`);
  const form = await walk.person.nextMessage(undefined, { timeoutMs: 30_000 });
  await note(form);
  await leave(walk, await backToForm(walk, await explore(walk, form)));
}

async function backToForm(walk: Walk, end: Awaited<ReturnType<typeof tap>>) {
  let at = end;
  for (let steps = 0; steps < 4 && !waysFrom(at).some(({ code }) => code === 'X'); steps++) {
    const back = waysFrom(at).find(({ code }) => code === 'd' || code === 'en' || code === 'f');
    if (!back) return at;
    at = await tap(walk, at, back);
  }
  return at;
}

/** Models that go on from a result: each is reached from a result of a model that it follows. */
async function followUps(world: World, walk: Walk, { every }: WalkOptions, note: Note): Promise<void> {
  const { registry, generations } = world.app.rooms;
  // Now one walks alone, so that time passes by this walk only.
  walk.breathe = () => world.clock.advance(6_000);
  const following = registry.list({ status: 'active' }).filter(({ needs_earlier_task: needs }) => needs);
  const bases = new Set(
    following.flatMap(({ follows }) =>
      follows.filter((id) => !registry.find(id).needs_earlier_task).slice(0, 1),
    ),
  );
  const chosen = [...bases].filter((_id, index) => index % every === 0);
  for (const modelId of chosen) {
    const model = registry.find(modelId);
    const input = { ...sample(model) };
    const { credits } = await generations.quote(modelId, input);
    const intent = {
      key: `walk:${modelId}`,
      personId: walk.person.id,
      chatId: walk.person.id,
      modelId,
      input,
    };
    await generations.submit({ ...intent, quotedCredits: credits });
    await world.settle();
    await moment(20);
    await fromResult(walk, note);
  }
}

/** From a result into all its follow-ups. */
async function fromResult(walk: Walk, note: Note): Promise<void> {
  const result = walk.person.messages.findLast((it) =>
    waysFrom(it).some(({ code }) => code === 'go' || code === 'us'),
  );
  if (!result) return void walk.faults.push('a result without buttons');
  const uses = waysFrom(result).find(({ code }) => code === 'us');
  const screen = uses ? await tap(walk, result, uses) : result;
  for (const way of waysFrom(screen).filter(({ code }) => code === 'go')) {
    const form = await tap(walk, result, way);
    await note(form);
    await leave(walk, await backToForm(walk, await explore(walk, form)));
  }
}

/** Told about every form that was opened. */
type Note = (form: Message) => Promise<void>;

/** The model of a form: its buttons name the draft. */
async function modelOf({ app }: World, form: Message): Promise<string | undefined> {
  const cancel = waysFrom(form).find(({ code }) => code === 'X');
  const row = await app.rooms.database.db
    .selectFrom('drafts')
    .select('model_id')
    .where('id', '=', cancel?.data.split(':')[1] ?? '')
    .executeTakeFirst();
  return row?.model_id;
}

function sum<T>(all: readonly T[], numberOf: (each: T) => number): number {
  return all.reduce((total, each) => total + numberOf(each), 0);
}
