import { createLogger } from '#platform';
import type { Model } from '#registry';
import type { World } from '#sim';
import { type Tap, tapNames } from '#telegram';
import { shortCode } from '../../src/telegram/short-codes.ts';
import { testWorld } from '../kit/world.ts';
import { walkForm } from './forms.ts';
import { walkHouse } from './house.ts';
import { walkResults } from './results.ts';
import { waysFrom } from './screen.ts';
import { explore, say, tap, type Walk } from './walker.ts';

export interface WalkOptions {
  /** Every how manieth model is walked; 1: all. */
  every: number;
  /** Whether the rest of the house is walked as well: account, groups, operators. */
  house: boolean;
  /** Taps only the ends of long lists of choices. */
  ends: boolean;
  /** People who walk side by side. */
  people: number;
  language: string;
}

export interface WalkReport {
  /** What was opened, and what is for sale and was not. */
  models: string[];
  missed: string[];
  /** Buttons that nobody tapped. */
  untapped: Tap['to'][];
  taps: number;
  screens: number;
  faults: string[];
  seconds: number;
}

/** The one operator. */
const operator = { id: 4242, first_name: 'Olga' };
const env = {
  START_CREDITS: '1000000',
  ADMIN_IDS: String(operator.id),
  STAR_PACKS: '50:100,250:600',
  STAR_SUBSCRIPTION: '300:900',
  FREE_DAILY: 'audio:1',
  FREE_MAX_CREDITS: '1000',
};

/** Many people walk through all screens of all models, up to the confirm button and back; then one through the house. */
export async function walkEverything(options: WalkOptions): Promise<WalkReport> {
  const began = performance.now();
  const errors: string[] = [];
  const destination = { write: (line: string) => void errors.push(line) };
  await using world = await testWorld('pglite', {
    log: createLogger({ level: 'error', secrets: [], destination }),
    env,
    kie: { limits: { createTask: null, recordInfo: null } },
  });
  const { language, people } = options;
  const walks: Walk[] = [];
  const begin: Begin = (person) => {
    const walk = newWalk(world, person, options);
    walks.push(walk);
    return walk;
  };
  const join = (first_name: string) => world.telegram.people.join({ first_name, language_code: language });
  const side = Array.from({ length: people }, (_, index) => begin(join(`Walker ${index}`)));
  for (const walk of side) walk.breathe = () => world.clock.advance(BREATH_MS / people);
  const [first] = side;
  if (!first) throw new Error('somebody has to walk');
  const walked = new Set<string>();
  const codes = (await menus(first)).filter((_code, index) => index % options.every === 0);
  await Promise.all(
    side.map(async (walk) => {
      for (let code = codes.shift(); code !== undefined; code = codes.shift()) {
        const id = await walkForm(world, walk, await say(walk, `/start m_${code}`));
        if (id !== undefined) walked.add(id);
      }
    }),
  );
  await walkResults(world, begin(join('Follower')), options, walked);
  const broken = options.house ? await walkHouse(world, { begin, join, operator: operator.id }) : [];
  const { forSale, closed } = wares(world);
  const tapped = new Set(walks.flatMap((walk) => [...walk.tapped]));
  return {
    models: [...walked].sort(),
    missed: forSale.filter((id) => !walked.has(id)),
    untapped: tapNames.filter((name) => !tapped.has(name)),
    taps: sum(walks, ({ taps }) => taps),
    screens: sum(walks, ({ screens }) => screens),
    faults: [
      ...walks.flatMap(({ faults }) => faults),
      ...broken,
      ...(await offersOf(begin(join('Bargainer')), closed, walks)),
      ...errors,
    ],
    seconds: (performance.now() - began) / 1000,
  };
}

/** Begins a walk of somebody, alone: time passes by this walk only. */
export type Begin = (person: Walk['person']) => Walk;

/** Nobody taps as fast as a walk: so much time passes with every ten taps. */
const BREATH_MS = 6_000;

function newWalk(world: World, person: Walk['person'], { ends }: Pick<WalkOptions, 'ends'>): Walk {
  const breathe = () => world.clock.advance(BREATH_MS);
  const sets = { tapped: new Set<Tap['to']>(), offered: new Set<string>() };
  return { person, taps: 0, screens: 0, ...sets, faults: [], ends, breathe };
}

/** Ids of the active models, as the registry says of each whether it is for sale. */
function wares({ app }: World): { forSale: string[]; closed: Model[] } {
  const active = app.rooms.registry.list({ status: 'active' });
  const isClosed = ({ pricing }: Model) => pricing.not_for_sale !== undefined;
  return {
    forSale: active.filter((model) => !isClosed(model)).map(({ id }) => id),
    closed: active.filter(isClosed),
  };
}

/** Where something that is not for sale is offered all the same: on any screen of the walks, by its link or its name. */
async function offersOf(walk: Walk, closed: readonly Model[], walks: readonly Walk[]): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, title } of closed) {
    const code = shortCode(id, 6);
    if (walks.some(({ offered }) => offered.has(code))) faults.push(`not for sale, but offered: ${id}`);
    const opened = await say(walk, `/start m_${code}`);
    if (waysFrom(opened).some(({ to }) => to === 'cancel-draft'))
      faults.push(`not for sale, but opened: ${id}`);
    const found = await say(walk, `/models ${title}`);
    if (waysFrom(found).some(({ tap }) => tap.to === 'model' && tap.model === code))
      faults.push(`not for sale, but found: ${id}`);
  }
  return [...faults, ...walk.faults];
}

/** All menus that are not forms; answers the buttons of all models found there. */
async function menus(walk: Walk): Promise<string[]> {
  await explore(walk, await say(walk, '/start'));
  let at = await say(walk, '/models');
  const codes = new Set<string>();
  for (const type of waysFrom(at).filter(({ to }) => to === 'type')) {
    at = await tap(walk, at, type);
    for (;;) {
      for (const { tap: button } of waysFrom(at)) if (button.to === 'model') codes.add(button.model);
      const next = waysFrom(at).find(({ to, label }) => to === 'type' && label.endsWith('›'));
      if (!next) break;
      at = await tap(walk, at, next);
    }
    const back = waysFrom(at).find(({ to }) => to === 'types');
    if (back) at = await tap(walk, at, back);
    else walk.faults.push(`no way back from ${type.label}`);
  }
  return [...codes];
}

function sum<T>(all: readonly T[], numberOf: (each: T) => number): number {
  return all.reduce((total, each) => total + numberOf(each), 0);
}
