import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createKieSim } from '#sim';
import { temporaryFolder } from './bot-process.ts';
import { addOldTrouble, lookAround, operatorId } from './desk-tour.ts';
import { type Benchmark, type Figure, figure, quantile } from './figure.ts';
import { type MeasuredBots, type Person, say, startBots } from './measured-bots.ts';
import { addOldGenerations, addOldPeople, rowsOfOne } from './old-generations.ts';
import { planOf } from './plans.ts';

const statementLog = pathToFileURL(join(import.meta.dirname, 'statement-log.ts')).href;
const people = 20;
const mostFrequent = 10;

/** What each person does in a round: every screen that reads what has grown, and a generation. */
const tour = [
  ...[
    /🎨 Picture/,
    /Nano Banana 2 Lite/,
    /^Proportions/,
    /16:9/,
    /Menu/,
    /Balance/,
    /Menu/,
    /History/,
    /Menu/,
  ],
  ...[/All models/, /Menu/],
] as const;
const words = ['/start', '/history fox', '/balance', '/models wan'] as const;

/** The history belongs to the people who go on using the bot. */
export const growth: Benchmark = {
  name: 'growth',
  about: 'the same actions beside more and more old generations, and the plans of what they ask PostgreSQL',
  heavy: true,
  async run({ short }) {
    const sizes = short ? [0, 10_000] : [0, 100_000, 1_000_000];
    const rounds = short ? 1 : 5;
    await using folder = await temporaryFolder();
    const log = join(folder.path, 'statements.json');
    await using kie = await createKieSim({ apiKeys: ['bench-key'], credits: 1e9, longestSide: 64 });
    await using bots = await startBots({
      KIE_API_BASE_URL: kie.url,
      KIE_UPLOAD_BASE_URL: kie.uploadUrl,
      START_CREDITS: '1000000',
      NODE_OPTIONS: `--import ${statementLog}`,
      STATEMENT_LOG: log,
      ADMIN_IDS: String(operatorId),
    });
    const crowd = bots.gather('whole', people);
    const ids = crowd.map(({ id }) => id);
    await oneRound(crowd);
    const waits: number[] = [];
    let filled = 0;
    for (const size of sizes) {
      await addOldPeople(bots.database, filled / 10, size / 10);
      await addOldGenerations(bots.database, filled, size, ids);
      filled = size;
      await oneRound(crowd);
      const medians: number[] = [];
      for (let round = 0; round < rounds; round++) medians.push(quantile(await oneRound(crowd), 0.5));
      waits.push(quantile(medians, 0.5));
    }
    const [none = Number.NaN, ...later] = waits;
    await addOldTrouble(bots.database);
    await lookAround(bots);
    const looks = (await lookAround(bots)).toSorted((one, other) => other.ms - one.ms);
    return [
      figure('an action beside no history, p50', 'ms', [none]),
      ...later.map((wait, at) => {
        const size = sizes[at + 1] ?? 0;
        const note = `${(size * rowsOfOne).toLocaleString('en')} rows`;
        const what = `the same beside ${size.toLocaleString('en')} generations`;
        return figure(what, '×', [wait / none], { goal: { atMost: 1.3 }, note });
      }),
      figure(
        'a page or file of the desk beside all of them, the slowest of a second look',
        'ms',
        [looks[0]?.ms ?? Number.NaN],
        {
          note: looks
            .slice(0, 5)
            .map(({ path, ms }) => `${path} ${ms.toFixed(0)}`)
            .join(' · '),
        },
      ),
      ...(await plans(bots, log)),
    ];
  },
};

/** Milliseconds of each action. */
async function oneRound(crowd: readonly Person[]): Promise<number[]> {
  const waits: number[] = [];
  const measure = async (action: () => Promise<unknown>) => {
    const from = performance.now();
    await action();
    waits.push(performance.now() - from);
  };
  await Promise.all(
    crowd.map(async (person) => {
      for (const text of words) await measure(() => say(person, text));
      await say(person, '/start');
      for (const label of tour) await measure(() => person.tap(label));
      await say(person, 'A lighthouse on a cliff');
      await person.tap(/✅/);
      const isResult = ({ photo, document }: { photo?: unknown; document?: unknown }) =>
        (photo ?? document) !== undefined;
      await person.nextMessage(isResult, { timeoutMs: 120_000 });
    }),
  );
  return waits;
}

interface Asked {
  times: number;
  values: unknown[];
}

/** Of everything that was asked; the most frequent are shown one by one. */
async function plans({ database }: MeasuredBots, log: string): Promise<Figure[]> {
  const asked = Object.entries(JSON.parse(await readFile(log, 'utf8')) as Record<string, Asked>)
    .filter(([statement]) => /^\s*(select|insert|update|delete|with)\b/i.test(statement))
    .toSorted(([, one], [, other]) => other.times - one.times);
  const shown: Figure[] = [];
  const whole = new Set<string>();
  for (const [statement, { times, values }] of asked) {
    const { steps, readWhole } = await planOf(database, statement, values);
    for (const table of readWhole) whole.add(`${table}: ${oneLine(statement).slice(0, 400)}`);
    if (shown.length < mostFrequent)
      shown.push(figure(oneLine(statement).slice(0, 110), '', [times], { note: steps.join(' → ') }));
  }
  return [
    figure(`statements of ${asked.length} that read a large table whole`, '', [whole.size], {
      goal: { atMost: 0 },
      ...(whole.size > 0 && { note: [...whole].join(' · ') }),
    }),
    ...shown,
  ];
}

function oneLine(statement: string): string {
  return statement.replaceAll(/\s+/g, ' ').trim();
}
