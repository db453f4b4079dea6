import { PgBoss } from 'pg-boss';
import { defaultGenerationConfig } from '#generation';
import type { Database } from '#platform';
import { emptyDatabase, testDatabase } from '../test/kit/index.ts';
import { type Benchmark, figure } from './figure.ts';
import { people, startProduct } from './product-rate.ts';
import { alternate, timed } from './rounds.ts';

/** As many as the product has for its five kinds of jobs. */
const workers = 18;

export const generationRate: Benchmark = {
  name: 'generations',
  about: 'generations from submit to settle on PostgreSQL against pg-boss alone on the same server',
  async run({ short }) {
    await using database = await testDatabase('postgres');
    await using bare = await emptyDatabase('postgres');
    // Within what one person may have open at once.
    const perPerson = short ? 2 : defaultGenerationConfig.maxOpenPerPerson;
    const generationsPerRound = people * perPerson;
    await using product = await startProduct(database, perPerson);
    const jobs = await product.jobsOfOneRound();
    await using boss = await startBoss(bare);
    const pairs = await alternate(short ? 1 : 7, product.round, () => boss.round(jobs));
    const single = await timed(() => boss.round(generationsPerRound));
    const rate = (ms: number) => (generationsPerRound * 1_000) / ms;
    const note = `${(jobs / generationsPerRound).toFixed(1)} jobs per generation`;
    return [
      figure(
        'rate against pg-boss with the same sends and completes',
        '×',
        pairs.map(({ ours, bare: alone }) => alone / ours),
        { goal: { atLeast: 0.25 }, note },
      ),
      figure(
        'rate against pg-boss with one job per generation',
        '×',
        pairs.map(({ ours }) => single / ours),
      ),
      figure(
        'generations, submit to settle',
        '/s',
        pairs.map(({ ours }) => rate(ours)),
      ),
    ];
  },
};

interface Boss extends AsyncDisposable {
  /** Milliseconds until so many jobs have been sent and completed. */
  round(jobs: number): Promise<number>;
}

/** As many connections as the product has, work that does nothing, and never a pause while anything waits. */
async function startBoss(database: Database): Promise<Boss> {
  if (database.engine !== 'postgres') throw new Error('PostgreSQL is needed');
  const boss = new PgBoss({ connectionString: database.url, max: 9, schedule: false, supervise: false });
  const name = 'bench';
  boss.on('error', (error) => console.error(error));
  await boss.start();
  await boss.createQueue(name);
  return {
    round: (jobs) =>
      timed(async () => {
        let completed = 0;
        const send = async (sender: number) => {
          for (let sent = sender; sent < jobs; sent += people) await boss.send(name, { sent });
        };
        const work = async () => {
          while (completed < jobs) {
            const found = await boss.fetch(name);
            for (const { id } of found) await boss.complete(name, id);
            completed += found.length;
          }
        };
        await Promise.all([...range(people).map(send), ...range(workers).map(work)]);
      }),
    async [Symbol.asyncDispose]() {
      await boss.stop({ graceful: false });
    },
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
