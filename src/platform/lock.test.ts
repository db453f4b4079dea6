import assert from 'node:assert/strict';
import { connect, createServer, type Socket } from 'node:net';
import { describe, test } from 'node:test';
import pg from 'pg';
import { engines, postgresUrl, silentLog } from '../../test/kit/index.ts';
import {
  acquireSingleton,
  type SingletonOptions,
  singletonHolder,
  singletonKey,
  waitForSingleton,
} from './index.ts';

/** A key of this run alone, because advisory locks belong to the whole database. */
const someKey = () => singletonKey(`${process.pid}:${Math.random()}`);

const holding = (key: bigint, more: Partial<SingletonOptions> = {}): SingletonOptions => ({
  databaseUrl: postgresUrl,
  key,
  log: silentLog,
  onLost: (reason) => assert.fail(reason),
  ...more,
});

test('the key is a signed 64-bit number that differs between tokens and stays the same for one', () => {
  const keys = ['1:a', '1:b', '2:a'].map(singletonKey);
  assert.equal(new Set(keys).size, 3);
  assert.equal(singletonKey('1:a'), keys[0]);
  for (const key of keys) assert.equal(BigInt.asIntN(64, key), key);
});

test('on the embedded database the lock is the folder, so it is always there', async () => {
  const lock = await acquireSingleton({ key: 1n, log: silentLog, onLost: (reason) => assert.fail(reason) });
  assert.ok(lock);
  await lock.release();
});

describe('on PostgreSQL', { skip: !engines.includes('postgres') }, () => {
  test('ten ask at once and exactly one gets it; after its release the next one does', async () => {
    const key = someKey();
    const locks = await Promise.all(Array.from({ length: 10 }, () => acquireSingleton(holding(key))));
    const held = locks.filter((lock) => lock !== null);
    assert.equal(held.length, 1);
    assert.ok(Date.now() - Number((await singletonHolder(postgresUrl, key))?.since) < 60_000);
    await held[0]?.release();
    assert.equal(await singletonHolder(postgresUrl, key), null);
    const next = await acquireSingleton(holding(key));
    assert.ok(next);
    await next.release();
  });

  test('the standby takes over when the holder lets go', async () => {
    const key = someKey();
    const holder = await acquireSingleton(holding(key));
    const standby = waitForSingleton(holding(key), { signal: AbortSignal.timeout(10_000) });
    await holder?.release();
    await (await standby).release();
  });

  test('a standby that is told to stop stops waiting', async () => {
    const key = someKey();
    await using holder = await acquireSingleton(holding(key));
    assert.ok(holder);
    const stop = new AbortController();
    const standby = waitForSingleton(holding(key), { signal: stop.signal });
    stop.abort(new Error('shutting down'));
    await assert.rejects(standby, /shutting down/);
  });

  test('a database that does not answer is an error, not "held by another"', async () => {
    await assert.rejects(
      acquireSingleton(holding(1n, { databaseUrl: 'postgres://postgres@127.0.0.1:1/postgres' })),
      /ECONNREFUSED/,
    );
  });

  test('a terminated backend is noticed at once, reported once, and the lock is free again', async () => {
    const key = someKey();
    const lost = Promise.withResolvers<Error>();
    let reports = 0;
    const onLost = (reason: Error) => {
      reports += 1;
      lost.resolve(reason);
    };
    const lock = await acquireSingleton(holding(key, { onLost }));
    assert.ok(lock);
    const started = performance.now();
    await terminateHolderOf(key);
    assert.match((await lost.promise).message, /terminat/);
    assert.ok(performance.now() - started < 5000);
    await using next = await waitForSingleton(holding(key), { signal: AbortSignal.timeout(10_000) });
    assert.ok(next);
    assert.equal(reports, 1);
  });

  test('a connection that goes silent without closing is noticed by the heartbeat', async () => {
    await using wire = await silenceableWire();
    const lost = Promise.withResolvers<Error>();
    const lock = await acquireSingleton(
      holding(someKey(), {
        databaseUrl: wire.url,
        onLost: lost.resolve,
        heartbeat: { everyMs: 50, timeoutMs: 100 },
      }),
    );
    assert.ok(lock);
    wire.silence();
    assert.match((await lost.promise).message, /no heartbeat/);
  });
});

async function terminateHolderOf(key: bigint): Promise<void> {
  const admin = new pg.Client({ connectionString: postgresUrl });
  await admin.connect();
  const { rowCount } = await admin.query(
    `select pg_terminate_backend(pid) from pg_locks where locktype = 'advisory' and granted
     and (classid::bigint << 32 | objid::bigint) = $1`,
    [key],
  );
  assert.equal(rowCount, 1);
  await admin.end();
}

/** A TCP wire to PostgreSQL that can be cut without either end being told. */
async function silenceableWire() {
  const target = new URL(postgresUrl);
  const sockets: Socket[] = [];
  let silent = false;
  const server = createServer((near) => {
    const far = connect(Number(target.port || 5432), target.hostname);
    sockets.push(near, far);
    near.on('data', (data) => silent || far.write(data)).on('error', () => far.destroy());
    far.on('data', (data) => silent || near.write(data)).on('error', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  assert.ok(address && typeof address === 'object');
  const url = new URL(postgresUrl);
  url.hostname = '127.0.0.1';
  url.port = String(address.port);
  return {
    url: url.href,
    silence: () => {
      silent = true;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}
