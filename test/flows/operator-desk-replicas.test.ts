import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Replica } from '#operator';
import { createWorld } from '#sim';
import { engines } from '../kit/index.ts';
import { testWorld } from '../kit/world.ts';

/* Two processes of the product on one PostgreSQL, as the desk's live page shows them. */

const options = { timeout: 60_000, skip: engines.includes('postgres') ? false : 'no PostgreSQL' };

test('a second process is seen as one that stands by, until it has ended', options, async () => {
  await using world = await testWorld('postgres');
  const { database, figures } = world.app.rooms;
  const kept = { ...database, close: async () => undefined, [Symbol.asyncDispose]: async () => undefined };
  const states = (replicas: readonly Replica[]) => replicas.map(({ state, leads }) => [state, leads]);
  const seen = async (is: (replicas: readonly Replica[]) => boolean) => {
    for (;;) {
      const { replicas } = await figures.snapshot();
      if (is(replicas)) return states(replicas);
      await world.clock.sleep(50);
    }
  };
  {
    await using _second = await createWorld({
      env: { SINGLETON_CONFLICT: 'standby', LOG_LEVEL: 'silent' },
      openDatabase: async () => kept,
    });
    assert.deepEqual(await seen(({ length }) => length === 2), [
      ['leader', true],
      ['standby', false],
    ]);
  }
  assert.deepEqual(await seen(({ length }) => length === 1), [['leader', true]]);
});
