import {
  createGenerations,
  defaultGenerationConfig,
  type GenerationConfig,
  type GenerationService,
  generationJobs,
  type Messenger,
  type PartToSend,
  type Status,
} from '#generation';
import { KieClient } from '#kie';
import { topUp } from '#ledger';
import { meet } from '#people';
import { createQueue, type Database, openDatabase, type Queue } from '#platform';
import { loadRegistry, type Model, sample } from '#registry';
import { createKieSim, type KieSim } from '#sim';
import { silentLog, testDatabase, VirtualClock } from '../kit/index.ts';

/** A process of its own as far as the database and kie.ai can tell: own connections, own queue, own workers. */
export interface Replica {
  generations: GenerationService;
  queue: Queue;
}

/** Several replicas on one PostgreSQL before one kie.ai. Time stands still for all of them until it is moved. */
export interface Replicas extends AsyncDisposable {
  database: Database;
  clock: VirtualClock;
  kie: KieSim;
  all: readonly [Replica, Replica, ...Replica[]];
  model: Model;
  price: number;
  /** Every part that reached a person, in order. */
  sent: PartToSend[];
  /** Every status that a person was shown, in order. */
  shown: Status[];
  /** Somebody new who owns so many credits. */
  arrive(credits: number): Promise<number>;
  /** Submits one wish of a person at a replica; the key names it. */
  submit(replica: Replica, personId: number, key: string): Promise<string>;
  /** Begins to work in every replica, until everything ends. */
  work(): void;
}

export interface ReplicaOptions {
  count?: number;
  config?: Partial<GenerationConfig>;
  /** Whether kie.ai counts calls as it does outside. */
  limited?: boolean;
}

/** So many connections each: PostgreSQL gives 100 to all tests together. */
const CONNECTIONS = 5;
/** The simulator's tasks end when a test says so. */
const FOREVER = { image: 1e9, video: 1e9, audio: 1e9, data: 1e9 };

export async function openReplicas(options: ReplicaOptions = {}): Promise<Replicas> {
  await using opened = new AsyncDisposableStack();
  const home = opened.use(await testDatabase('postgres'));
  const clock = new VirtualClock();
  const time = { now: () => clock.now().getTime(), setTimer: () => () => undefined };
  const limits = options.limited ? {} : { createTask: null, recordInfo: null };
  const kie = opened.use(
    await createKieSim({ apiKeys: ['key'], clock: time, speeds: FOREVER, limits, credits: 1e9 }),
  );
  const [sent, shown]: [PartToSend[], Status[]] = [[], []];
  const registry = loadRegistry();
  const stopping = new AbortController();
  const working: Promise<void>[] = [];
  const replica = async (): Promise<Replica> => {
    const database = opened.use(await another(home));
    const queue = opened.use(createQueue({ database, log: silentLog, jobs: generationJobs }));
    await queue.start();
    const generations = createGenerations({
      ...{ database, queue, clock, registry, log: silentLog, messenger: messengerInto(sent, shown) },
      kie: new KieClient({ apiKey: 'key', baseUrl: kie.url, allowHosts: [new URL(kie.url).host] }),
      operators: { alert: async () => undefined },
      attachmentSource: { open: () => Promise.reject(new Error('There are no attachments here')) },
      config: { ...defaultGenerationConfig, ...options.config },
    });
    return { generations, queue };
  };
  const all = [await replica(), await replica()] as [Replica, Replica, ...Replica[]];
  while (all.length < (options.count ?? 2)) all.push(await replica());
  const model = plainModel(registry.offered());
  const { credits: price } = await all[0].generations.quote(model.id, sample(model));
  const everything = opened.move();
  let people = 0;
  return {
    ...{ database: home, clock, kie, all, model, price, sent, shown },
    async arrive(credits) {
      const id = ++people;
      await welcome(home, id, credits, clock.now());
      return id;
    },
    async submit({ generations }, personId, key) {
      const wish = { key, personId, chatId: personId, modelId: model.id };
      return (await generations.submit({ ...wish, input: sample(model), quotedCredits: price })).id;
    },
    work: () => void working.push(...all.map(({ generations }) => generations.work(stopping.signal))),
    async [Symbol.asyncDispose]() {
      stopping.abort();
      await Promise.allSettled(working);
      await everything.disposeAsync();
    },
  };
}

function another(home: Database): Promise<Database> {
  if (home.engine !== 'postgres') throw new Error('Replicas need PostgreSQL');
  return openDatabase({ url: home.url, dataDir: 'memory', log: silentLog, poolSize: CONNECTIONS });
}

function messengerInto(sent: PartToSend[], shown: Status[]): Messenger {
  return {
    async showStatus(status) {
      shown.push(status);
      return null;
    },
    async sendPart(part) {
      sent.push(part);
      return part.items.map(() => ({ messageId: sent.length, fileId: 'file', kind: 'photo' }));
    },
  };
}

function plainModel(models: readonly Model[]): Model {
  const model = models.find(
    ({ input, delivers }) =>
      delivers === 'image' && Object.values(input).every(({ media }) => media === undefined),
  );
  if (!model) throw new Error('Every model needs a file');
  return model;
}

async function welcome(database: Database, id: number, amount: number, at: Date): Promise<void> {
  await database.transaction(async (trx) => {
    await meet(trx, { id, firstName: `Person ${id}`, locale: 'en' }, at);
    if (amount === 0) return;
    await topUp(trx, { key: `start:${id}`, personId: id, amount, source: 'start', memo: '', at });
  });
}
