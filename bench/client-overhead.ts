import { KieClient } from '#kie';
import { CREATE_PATH, RECORD_PATH, startEnvelopeServer } from './envelope-server.ts';
import { type Benchmark, figure } from './figure.ts';
import { alternate, processorTime, ratios } from './rounds.ts';

const input = { prompt: 'A lighthouse on a cliff at sunset, watercolour', aspect_ratio: '1:1' };
const model = 'any/model';

const callsPerRound = 300;

/** One after the other, as one person's task goes: what the client adds to a request and its answer. The server's part is in both. */
export const clientOverhead: Benchmark = {
  name: 'client',
  about: 'KieClient createTask + getTask against plain fetch and JSON.parse, same local server',
  async run({ short }) {
    await using server = await startEnvelopeServer();
    const kie = new KieClient({ apiKey: 'bench-key', baseUrl: server.url });
    const ours = () =>
      processorTime(async () => {
        for (let i = 0; i < callsPerRound; i++) {
          const taskId = await kie.createTask(model, input);
          await kie.getTask(taskId);
        }
      });
    const bare = () =>
      processorTime(async () => {
        for (let i = 0; i < callsPerRound; i++) await plainly(server.url);
      });
    const pairs = await alternate(short ? 3 : 15, ours, bare);
    return [
      figure('processor time of create + get', '×', ratios(pairs), { goal: { atMost: 1.25 } }),
      figure(
        'added per create + get',
        'ms',
        pairs.map(({ ours: mine, bare: plain }) => (mine - plain) / callsPerRound),
      ),
    ];
  },
};

/** The least that can be done: headers, bodies, and the result's text parsed. */
async function plainly(base: string): Promise<unknown> {
  const headers = { authorization: 'Bearer bench-key', 'content-type': 'application/json' };
  const body = JSON.stringify({ model, input });
  const created = await fetch(base + CREATE_PATH, { method: 'POST', headers, body });
  const { data } = (await created.json()) as { data: { taskId: string } };
  const answer = await fetch(`${base}${RECORD_PATH}?taskId=${data.taskId}`, { headers });
  const record = (await answer.json()) as { data: { resultJson: string } };
  return JSON.parse(record.data.resultJson);
}
