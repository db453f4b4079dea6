import { setTimeout as delay } from 'node:timers/promises';
import { type Benchmark, figure } from './figure.ts';
import { type Person, say, startBots } from './measured-bots.ts';

const atOnce = 16;
/** Garbage of the messages just handled is collected meanwhile. */
const restMs = 10_000;

/** Forms that nobody sends off: what they cost the process while they stay open. */
export const drafts: Benchmark = {
  name: 'drafts',
  about: 'memory of the whole bot with an open form for each of many people, on PostgreSQL',
  heavy: true,
  async run({ short }) {
    const [few, many] = short ? [100, 500] : [1_000, 10_000];
    await using bots = await startBots();
    const bot = bots.processes.whole;
    const crowd = bots.gather('whole', many);
    await openForms(crowd.slice(0, few));
    await delay(restMs);
    const before = await bot.residentMegabytes();
    await openForms(crowd.slice(few));
    await delay(restMs);
    const after = await bot.residentMegabytes();
    const rows = await bots.database.db
      .selectFrom('drafts')
      .select('id')
      .where('state', '=', 'open')
      .where('awaiting', 'is not', null)
      .execute();
    return [
      figure('people with an open form', '', [rows.length]),
      figure(`memory (RSS) with ${few.toLocaleString('en')} of them`, 'MB', [before]),
      figure('memory (RSS) with all', 'MB', [after]),
      figure('memory of one form', 'kB', [((after - before) * 1_000) / (many - few)]),
    ];
  },
};

async function openForms(crowd: readonly Person[]): Promise<void> {
  let next = 0;
  const one = async () => {
    for (let person = crowd[next++]; person !== undefined; person = crowd[next++])
      await say(person, 'A lighthouse on a cliff at sunset');
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
