import { Ajv2020 } from 'ajv/dist/2020.js';
import { inputSchema, loadRegistry, type Model, sample } from '#registry';
import { type Benchmark, figure, quantile } from './figure.ts';
import { alternate, processorTime } from './rounds.ts';

/** Valid input: the smallest one of each model, which is what is checked before every purchase. */
export const validation: Benchmark = {
  name: 'validate',
  about: 'registry.validate against bare compiled Ajv on the same schema, every active model',
  async run({ short }) {
    const registry = loadRegistry();
    const models = registry.list({ status: 'active' });
    const bareCheck = bareAjv();
    const rounds = short ? 1 : 7;
    const calls = short ? 500 : 20_000;
    const speeds: number[][] = [];
    for (const model of models) {
      const input = sample(model);
      const check = bareCheck(model);
      if (!check(input) || !registry.validate(model.id, input).ok)
        throw new Error(`The sample of ${model.id} is not valid`);
      const pairs = await alternate(
        rounds,
        () => processorTime(() => repeat(calls, () => registry.validate(model.id, input))),
        () => processorTime(() => repeat(calls, () => check(input))),
      );
      speeds.push(pairs.map(({ ours, bare }) => bare / ours));
    }
    const perRound = Array.from({ length: rounds }, (_, round) =>
      mean(speeds.map((each) => each[round] ?? 0)),
    );
    const typical = speeds.map((each) => quantile(each, 0.5));
    const note = `slowest model ${Math.min(...typical).toFixed(2)} ×, median model ${quantile(typical, 0.5).toFixed(2)} ×`;
    return [
      figure(`speed, mean over ${models.length} models`, '×', perRound, { goal: { atLeast: 0.75 }, note }),
    ];
  },
};

/** The same schema and formats, reporting every mistake as well, and nothing else around it. */
function bareAjv(): (model: Model) => (input: unknown) => boolean {
  const ajv = new Ajv2020({ allErrors: true, strict: false, multipleOfPrecision: 9, messages: false });
  ajv.addFormat('address', (text: string) => /^https?:\/\/[^\s/?#]/i.test(text) && URL.canParse(text));
  ajv.addKeyword({
    keyword: 'numberOrText',
    compile(schema: object) {
      const inner = ajv.compile(schema);
      return (value: unknown) => inner(typeof value === 'string' ? Number(value) : value);
    },
  });
  return (model) => ajv.compile(inputSchema(model, () => 'address'));
}

function repeat(times: number, work: () => unknown): void {
  for (let i = 0; i < times; i++) work();
}

/** Geometric, as becomes ratios: twice as fast and half as fast are even. */
function mean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
