import { sql } from 'kysely';
import {
  createGenerations,
  defaultGenerationConfig,
  type GenerationService,
  generationJobs,
} from '#generation';
import { KieClient } from '#kie';
import { topUp } from '#ledger';
import { meet } from '#people';
import { createQueue, type Database, systemClock } from '#platform';
import { loadRegistry, type Model, sample } from '#registry';
import { silentLog } from '../test/kit/index.ts';
import { startEnvelopeServer } from './envelope-server.ts';
import { timed } from './rounds.ts';

export const people = 20;

export interface Product extends AsyncDisposable {
  /** Milliseconds for a round, until the last one is settled. */
  round(): Promise<number>;
  /** How many jobs a round sends and completes. */
  jobsOfOneRound(): Promise<number>;
}

/** kie.ai answers at once and Telegram takes everything: what is left is ours, from the tap to the ledger. */
export async function startProduct(database: Database, perPerson: number): Promise<Product> {
  const registry = loadRegistry();
  const model = plainModel(registry.offered());
  const settled = createCountdown();
  let generations: GenerationService | null = null;
  const kieAi = await startEnvelopeServer({
    onCreated({ callBackUrl = '' }, taskId) {
      const [secret = '', id = ''] = callBackUrl.split('/').reverse();
      void generations?.receiveCallback(id, secret, taskId);
    },
  });
  const queue = createQueue({ database, log: silentLog, jobs: generationJobs });
  generations = createGenerations({
    database,
    queue,
    clock: systemClock,
    log: silentLog,
    registry,
    kie: new KieClient({ apiKey: 'bench-key', baseUrl: kieAi.url, allowHosts: [kieAi.host] }),
    messenger: {
      showStatus: async () => 1,
      sendPart: async ({ items }) => items.map(() => ({ messageId: 1, fileId: 'file', kind: 'photo' })),
    },
    // Called in the transaction that captures the price.
    onDelivered: async (_, { id }) => settled.one(id),
    operators: { alert: async () => undefined },
    attachmentSource: { open: () => Promise.reject(new Error('There are no attachments here')) },
    config: {
      ...defaultGenerationConfig,
      callbackBase: 'http://127.0.0.1',
      providerLimit: { calls: 1_000_000, windowMs: 1 },
    },
  });
  const service = generations;
  await queue.start();
  await welcomePeople(database);
  const stopping = new AbortController();
  const working = service.work(stopping.signal);
  let rounds = 0;
  const round = () =>
    timed(async () => {
      const done = settled.after(people * perPerson);
      await submitRound(service, model, perPerson, rounds++);
      await done;
    });
  return {
    round,
    async jobsOfOneRound() {
      const before = await countJobs(database);
      await round();
      await queue.drain();
      return (await countJobs(database)) - before;
    },
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await working;
      await queue.stop();
      await kieAi[Symbol.asyncDispose]();
    },
  };
}

/** The first that needs no file. */
export function plainModel(models: readonly Model[]): Model {
  const model = models.find(({ input }) => Object.values(input).every((field) => field.media === undefined));
  if (!model) throw new Error('Every model needs a file');
  return model;
}

async function welcomePeople(database: Database): Promise<void> {
  const at = new Date();
  for (let id = 1; id <= people; id++) {
    await database.transaction(async (trx) => {
      await meet(trx, { id, firstName: `Person ${id}`, locale: 'en' }, at);
      await topUp(trx, {
        key: `bench:${id}`,
        personId: id,
        amount: 1_000_000,
        source: 'start',
        memo: '',
        at,
      });
    });
  }
}

async function submitRound(
  service: GenerationService,
  model: Model,
  perPerson: number,
  round: number,
): Promise<void> {
  const input = sample(model);
  const { credits } = await service.quote(model.id, input);
  const wish = async (personId: number, index: number) => {
    const key = `${round}:${personId}:${index}`;
    await service.submit({
      key,
      personId,
      chatId: personId,
      modelId: model.id,
      input,
      quotedCredits: credits,
    });
  };
  const everyone = range(people).map((at) => at + 1);
  await Promise.all(
    everyone.map(async (personId) => {
      for (let index = 0; index < perPerson; index++) await wish(personId, index);
    }),
  );
}

async function countJobs({ db }: Database): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*) as count from pgboss.job`.execute(db);
  return rows[0]?.count ?? 0;
}

/** Resolves when so many different ones have come. */
function createCountdown() {
  const seen = new Set<string>();
  let wanted = 0;
  let finish: () => void = () => undefined;
  return {
    one(id: string) {
      if (seen.add(id).size === wanted) finish();
    },
    after(count: number): Promise<void> {
      wanted = seen.size + count;
      return new Promise((resolve) => {
        finish = resolve;
      });
    },
  };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, at) => at);
}
