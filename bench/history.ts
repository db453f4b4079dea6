import { defaultGenerationConfig } from '#generation';
import { testDatabase } from '../test/kit/index.ts';
import { type Benchmark, figure } from './figure.ts';
import { addOldGenerations, rowsOfOne } from './old-generations.ts';
import { people, startProduct } from './product-rate.ts';
import { alternate } from './rounds.ts';

const finished = 200_000;

/** The same people go on buying, so that theirs is the long history. */
export const history: Benchmark = {
  name: 'history',
  about: 'generations from submit to settle beside a long history against an empty database',
  heavy: true,
  async run({ short }) {
    await using old = await testDatabase('postgres');
    await using empty = await testDatabase('postgres');
    const perPerson = short ? 2 : defaultGenerationConfig.maxOpenPerPerson;
    const count = short ? finished / 100 : finished;
    const ids = Array.from({ length: people }, (_, at) => at + 1);
    await addOldGenerations(old, 0, count, ids);
    await using ours = await startProduct(old, perPerson);
    await using bare = await startProduct(empty, perPerson);
    const pairs = await alternate(short ? 1 : 9, ours.round, bare.round);
    const rows = count * rowsOfOne;
    return [
      figure(
        'time with a long history against none',
        '×',
        pairs.map(({ ours: long, bare: none }) => long / none),
        { goal: { atMost: 1.3 }, note: `${rows.toLocaleString('en')} rows of history` },
      ),
    ];
  },
};
