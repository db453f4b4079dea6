import { readdir } from 'node:fs/promises';
import { auditAll } from '#app';
import { createKieSim, type KieSim } from '#sim';
import { seeded } from '../test/kit/index.ts';
import { type Benchmark, figure, quantile } from './figure.ts';
import { type MeasuredBots, type Person, say, startBots } from './measured-bots.ts';

/** So many generations run at any time: each person has one, and orders the next when it has come. */
const people = 200;
const shortestMs = 2_000;
const longestMs = 13 * 60_000;
const sampleMs = 10_000;
const metricsToken = 'bench-token-of-the-metrics';

/** One look at the bot: bytes of living objects and garbage, MB of memory, open files and sockets. */
interface Sample {
  heap: number;
  resident: number;
  handles: number;
}

/** An hour of a busy evening, in real time: what grows by a little with each generation shows here. */
export const soak: Benchmark = {
  name: 'soak',
  about: `${people} generations running at any time, 2 s to 13 min each, on PostgreSQL, real time`,
  heavy: true,
  async run({ short, minutes }) {
    const until = performance.now() + (short ? 0.5 : minutes) * 60_000;
    await using kie = await createKieSim({ apiKeys: ['bench-key'], credits: 1e9, longestSide: 64 });
    await using bots = await startBots({
      KIE_API_BASE_URL: kie.url,
      KIE_UPLOAD_BASE_URL: kie.uploadUrl,
      START_CREDITS: '1000000',
      METRICS_TOKEN: metricsToken,
    });
    const samples: Sample[] = [];
    const watching = watch(bots, samples, until);
    const crowd = bots.gather('whole', people);
    const delivered = (await Promise.all(crowd.map((person, at) => goOn(person, at, kie, until)))).flat();
    await watching;
    const { db } = bots.database;
    const open = await openAtLast(db);
    const { findings } = await auditAll(db);
    const tenth = Math.ceil(samples.length / 10);
    const growth = (key: keyof Sample) => {
      const least = (part: Sample[]) =>
        quantile(
          part.map((sample) => sample[key]),
          0.1,
        );
      return least(samples.slice(-tenth)) / least(samples.slice(tenth, 2 * tenth));
    };
    const last = samples.at(-1);
    return [
      figure('generations delivered', '', [delivered.reduce((sum, count) => sum + count, 0)]),
      figure('generations not delivered', '', [open], { goal: { atMost: 0 } }),
      figure('findings of the audit', '', [findings.length], { goal: { atMost: 0 } }),
      figure('heap at the end against early', '×', [growth('heap')], { goal: { atMost: 1.05 } }),
      figure('heap at the end', 'MB', [(last?.heap ?? 0) / 1e6]),
      figure('memory (RSS) at the end against early', '×', [growth('resident')]),
      figure('memory (RSS) at the end', 'MB', [last?.resident ?? 0]),
      figure('file handles at the end against early', '×', [growth('handles')], { goal: { atMost: 1.05 } }),
      figure('file handles at the end', '', [last?.handles ?? 0]),
    ];
  },
};

/** Orders one after the other until the time is over; the last ones are short enough to end with it. */
async function goOn(person: Person, seed: number, kie: KieSim, until: number): Promise<number> {
  const random = seeded(seed + 1);
  let delivered = 0;
  for (; performance.now() < until; delivered++) {
    const drawn = shortestMs * (longestMs / shortestMs) ** random();
    const runMs = Math.max(shortestMs, Math.min(drawn, until - performance.now()));
    const prompt = `Wish ${delivered} of person ${seed}.`;
    kie.scenario.task({ runMs }, { prompt });
    await say(person, prompt);
    await person.tap(/✅/);
    await person.nextMessage(({ photo, document }) => (photo ?? document) !== undefined, {
      timeoutMs: runMs + 10 * 60_000,
    });
  }
  return delivered;
}

/** How many are not delivered; the last pictures may have come a moment before they are booked. */
async function openAtLast(db: MeasuredBots['database']['db']): Promise<number> {
  let open = Number.NaN;
  for (let look = 0; look < 30 && open !== 0; look++) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const ids = await db.selectFrom('generations').select('id').where('state', '!=', 'delivered').execute();
    open = ids.length;
  }
  return open;
}

async function watch({ processes, ports }: MeasuredBots, samples: Sample[], until: number): Promise<void> {
  const { whole } = processes;
  for (let next = performance.now(); next < until; next += sampleMs) {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, next - performance.now())));
    samples.push({
      heap: await heapOf(ports.whole),
      resident: await whole.residentMegabytes(),
      handles: (await readdir(`/proc/${whole.child.pid}/fd`)).length,
    });
  }
}

async function heapOf(port: number): Promise<number> {
  const headers = { authorization: `Bearer ${metricsToken}` };
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`, { headers })).text();
  const [, bytes] = /^nodejs_heap_size_used_bytes(?:{[^}]*})? (\S+)$/m.exec(text) ?? [];
  if (bytes === undefined) throw new Error(`No heap among the metrics: ${text.slice(0, 200)}`);
  return Number(bytes);
}
