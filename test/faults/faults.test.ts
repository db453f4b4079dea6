/**
 * `npm run test:faults`: what happens around the product goes wrong while people order. Afterwards everybody has a
 * result or an end, nothing is on hold, the audit is clean, and nothing was bought twice.
 * FAULTS=full lets each last as long as it does in life.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { auditAll } from '#app';
import type { Product } from '../crashes/product.ts';
import { arrived, stories, type Visitor } from '../crashes/stories.ts';
import { type Fleet, openFleet, secondsUntil } from '../deploy/fleet.ts';
import { createTcpProxy, type TcpProxy } from '../kit/tcp-proxy.ts';

const full = process.env.FAULTS === 'full';
const ORDERS = 3;
/** Longest that everything around the fault itself may take. */
const AROUND_MS = 170_000;
let fleet: Fleet;
let product: Product;
let toKie: TcpProxy;
let tickets = 0;
/** What its heap held before the first fault, in bytes. */
let heapBefore = 0;
/** How much more it may hold after one: compiled code, and rows of the queue that are being read. */
const HEAP_ROOM = 40e6;

before(async () => {
  fleet = await openFleet();
  const kie = new URL(fleet.kie.url);
  toKie = await createTcpProxy([{ host: kie.hostname, port: Number(kie.port) }]);
  const env = { KIE_API_BASE_URL: `http://localhost:${toKie.port}`, LOG_LEVEL: 'warn' };
  product = await fleet.instance({ throughWire: true, env });
  fleet.balancer.targets = [{ host: '127.0.0.1', port: product.port }];
  await product.start();
  const first = visitors();
  await Promise.all(first.map((visitor) => stories.picture.act(visitor)));
  await secondsUntil(async () => (await endedOf(first)).length === first.length, 90_000);
  heapBefore = await product.heapBytes();
});
after(async () => {
  await toKie[Symbol.asyncDispose]();
  await fleet[Symbol.asyncDispose]();
});

type End = () => void | Promise<void>;

interface Fault {
  name: string;
  seconds: { short: number; full: number };
  /** Begins it; what is returned ends it. */
  begin(): End | Promise<End>;
  /** People cannot be answered meanwhile. */
  silent?: true;
}

const forEver = { times: Number.POSITIVE_INFINITY };
const wellAgain: End = () => fleet.kie.scenario.clear();

const faults: Fault[] = [
  {
    name: 'kie.ai answers late: 30 s in full, 2 s in short',
    seconds: { short: 4, full: 90 },
    begin() {
      toKie.delay(full ? 15_000 : 1_000);
      return () => toKie.delay(0);
    },
  },
  {
    name: 'every second answer of kie.ai is an error',
    seconds: { short: 4, full: 120 },
    begin() {
      for (let turn = 0; turn < 200; turn++)
        for (const call of ['createTask', 'recordInfo', 'result', 'credit'] as const)
          fleet.kie.scenario.next(
            call,
            turn % 2 ? { kind: 'delay', ms: 10 } : { kind: 'status', status: 500 },
          );
      return wellAgain;
    },
  },
  {
    name: 'kie.ai answers 502 to everything',
    seconds: { short: 5, full: 300 },
    begin() {
      for (const call of ['createTask', 'recordInfo', 'result', 'credit'] as const)
        fleet.kie.scenario.next(call, { kind: 'status', status: 502 }, forEver);
      return wellAgain;
    },
  },
  {
    name: 'the name of kie.ai cannot be resolved',
    seconds: { short: 4, full: 120 },
    async begin() {
      await product.resolveNames(false);
      toKie.cut();
      return () => product.resolveNames(true);
    },
  },
  {
    name: 'kie.ai cannot be reached',
    seconds: { short: 4, full: 120 },
    async begin() {
      await toKie.refuse();
      return () => toKie.accept();
    },
  },
  {
    name: 'the connections to kie.ai are half-open',
    seconds: { short: 3, full: 45 },
    begin() {
      toKie.silence();
      return () => {
        toKie.cut();
        toKie.speak();
      };
    },
  },
  {
    name: 'Telegram says 429 to everything',
    seconds: { short: 3, full: 60 },
    begin: () =>
      fleet.telegram.fault({ kind: 'rate_limit', retry_after: full ? 60 : 3, seconds: full ? 60 : 3 }),
    silent: true,
  },
  {
    name: 'Telegram answers 502',
    seconds: { short: 3, full: 300 },
    begin: () => fleet.telegram.fault({ kind: 'server_error' }),
    silent: true,
  },
  {
    name: 'the database restarts: it ends every connection and takes none for a while',
    seconds: { short: 1, full: 10 },
    async begin() {
      await terminateAll();
      await fleet.wire.refuse();
      return () => fleet.wire.accept();
    },
    silent: true,
  },
  {
    name: 'the database is gone',
    seconds: { short: 5, full: 120 },
    async begin() {
      await fleet.wire.refuse();
      return () => fleet.wire.accept();
    },
    silent: true,
  },
];

for (const fault of faults) {
  const faultMs = 1000 * (full ? fault.seconds.full : fault.seconds.short);
  const timeout = faultMs + AROUND_MS;
  test(`${fault.name}: afterwards nothing is lost and nothing is open`, { timeout }, async (context) => {
    const early = visitors();
    await Promise.all(early.map((visitor) => stories.picture.act(visitor)));
    const end = await fault.begin();
    const late = visitors().map((visitor) => ({ ...visitor, patience: { timeoutMs: timeout } }));
    const ordering = Promise.all(late.map((visitor) => stories.picture.act(visitor)));
    try {
      if (!fault.silent)
        context.diagnostic(`the menu answers in ${(await menuSeconds()).toFixed(2)} s meanwhile`);
      await delay(faultMs);
    } finally {
      await end();
    }
    await ordering;
    const all = [...early, ...late];
    const seconds = await secondsUntil(async () => (await endedOf(all)).length === all.length, 90_000);
    assert.ok(product.running, product.log);
    for (const visitor of all) {
      const bought = fleet.kie.tasks
        .list()
        .filter((task) => JSON.stringify(task.input).includes(visitor.ticket));
      assert.ok(bought.length <= 1, `${bought.length} tasks were bought for one order`);
    }
    assert.deepEqual((await auditAll(fleet.database.db)).findings, []);
    const heap = await product.heapBytes();
    assert.ok(heap < heapBefore + HEAP_ROOM, `${mega(heap)} MB instead of ${mega(heapBefore)} MB`);
    const ends = Object.groupBy(await endedOf(all), ({ state }) => state);
    const delivered = all.filter((visitor) => arrived(visitor.person, stories.picture).length > 0).length;
    assert.equal(delivered, ends.delivered?.length ?? 0);
    const counts = Object.entries(ends).map(([state, rows]) => `${rows?.length} ${state}`);
    context.diagnostic(
      `settled ${seconds.toFixed(1)} s after its end: ${counts.join(', ')}; heap ${mega(heap)} MB`,
    );
  });
}

function visitors(): Visitor[] {
  return Array.from({ length: ORDERS }, () => ({
    person: fleet.telegram.people.join({ first_name: `Buyer ${++tickets}` }),
    ticket: `ticket-fault-${String(tickets).padStart(4, '0')}`,
    kie: fleet.kie,
    telegram: fleet.telegram,
  }));
}

/** Their generations that need nobody any more; `uncertain`: the paid request broke off, so it waits for a callback or the operator. */
async function endedOf(all: Visitor[]): Promise<{ state: string }[]> {
  return fleet.database.db
    .selectFrom('generations')
    .select('state')
    .where(
      'person_id',
      'in',
      all.map(({ person }) => person.id),
    )
    .where('state', 'in', ['delivered', 'failed', 'cancelled', 'uncertain'])
    .execute();
}

async function menuSeconds(): Promise<number> {
  const person = fleet.telegram.people.join({ first_name: 'Curious' });
  const from = performance.now();
  person.send('/models');
  await person.nextMessage();
  return (performance.now() - from) / 1000;
}

function mega(bytes: number): number {
  return Math.round(bytes / 1e6);
}

/** What a server that shuts down does to its clients. */
async function terminateAll(): Promise<void> {
  if (fleet.database.engine !== 'postgres') throw new Error('Expected PostgreSQL');
  const admin = new pg.Client({ connectionString: fleet.database.url });
  await admin.connect();
  await admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and pid <> pg_backend_pid() and application_name like 'kiegram %'`,
  );
  await admin.end();
}
