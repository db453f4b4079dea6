import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { KieClient, pollDelay } from '#kie';
import { type Benchmark, figure } from './figure.ts';
import { createLeapingClock, type LeapingClock } from './leaping-clock.ts';

/** A video that takes 13 minutes, within the default wait of 15. */
const taskMs = 785_000;
const count = 1_000;
/** Tasks begin spread over these ten seconds, in steps of 100 ms. */
const beginMs = 10_000;
const stepMs = 100;

/** One client, nothing but promises; time is virtual, so that minutes pass in a moment. */
export const waitingTasks: Benchmark = {
  name: 'waiting',
  about: 'many tasks waited for in one process with waitTask and the documented rhythm',
  async run() {
    const clock = createLeapingClock();
    const looks = new Map<string, number[]>();
    const kie = new KieClient({
      apiKey: 'bench-key',
      baseUrl: 'http://kie.invalid',
      clock,
      fetch: answerer(clock, looks),
    });
    // What is loaded and compiled only once belongs to no task.
    await finish(clock, await begin(kie, clock, 50));
    looks.clear();
    const before = heapBytes();
    const waits = await begin(kie, clock, count);
    const perTask = (heapBytes() - before) / count / 1_000;
    for (const { length } of looks.values()) if (length === 0) throw new Error('A task was never looked at');
    const tookMs = await finish(clock, waits);
    const gaps = [...looks.values()].map(countEarly);
    const polls = [...looks.values()].map(({ length }) => length);
    return [
      figure(`memory per waiting task, ${count} at once`, 'kB', [perTask], { goal: { atMost: 20 } }),
      figure(
        'polls of a task against the rhythm',
        '×',
        polls.map((each) => each / rhythmPolls()),
        {
          goal: { atMost: 1 },
        },
      ),
      figure('polls that came before the rhythm allows', '', [gaps.reduce((sum, each) => sum + each, 0)], {
        goal: { atMost: 0 },
      }),
      figure('processor time per poll', 'ms', [tookMs / polls.reduce((sum, each) => sum + each, 0)]),
    ];
  },
};

async function begin(kie: KieClient, clock: LeapingClock, count: number): Promise<Promise<unknown>[]> {
  const waits: Promise<unknown>[] = [];
  for (let id = 0; id < count; id++) {
    waits.push(kie.waitTask(id.toString(16).padStart(32, '0'), { rhythm: pollDelay }));
    if (id % Math.ceil(count / (beginMs / stepMs)) === 0) await clock.advance(stepMs);
  }
  await clock.advance(stepMs);
  return waits;
}

async function finish(clock: LeapingClock, waits: readonly Promise<unknown>[]): Promise<number> {
  const { user, system } = process.cpuUsage();
  await clock.advance(taskMs + 60_000);
  await Promise.all(waits);
  const used = process.cpuUsage({ user, system });
  return (used.user + used.system) / 1_000;
}

/** recordInfo without a network: running until the task's time is over; notes the moment of each look. */
function answerer(clock: LeapingClock, looks: Map<string, number[]>): typeof fetch {
  return async (address) => {
    const taskId = new URL(String(address)).searchParams.get('taskId') ?? '';
    const seen = looks.get(taskId) ?? [];
    looks.set(taskId, [...seen, clock.now()]);
    const state = clock.now() - (seen[0] ?? clock.now()) >= taskMs ? 'success' : 'generating';
    const data = { taskId, state, resultJson: '{"resultUrls":["https://example.com/a.mp4"]}' };
    return Response.json({ code: 200, msg: 'success', data });
  };
}

/** Looks that came earlier after the one before than the age at that time allows. */
function countEarly(moments: readonly number[]): number {
  const [bornAt = 0] = moments;
  return moments.filter((at, index) => {
    const previous = moments[index - 1];
    return previous !== undefined && at - previous < pollDelay(previous - bornAt);
  }).length;
}

/** How many looks the rhythm gives a task of this length, the first and the last included. */
function rhythmPolls(): number {
  let polls = 1;
  for (let age = 0; age < taskMs; age += pollDelay(age)) polls++;
  return polls;
}

function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  for (let pass = 0; pass < 4; pass++) collect();
  return process.memoryUsage().heapUsed;
}
