import { createWorld, type World, type WorldOptions } from '#sim';
import { testDatabase } from './database.ts';
import type { EngineName } from './engines.ts';
import { silentLog } from './template.ts';

/** Large enough to be a picture: drawing is the largest work of a story after the database. In pixels. */
const longestSide = 192;
/** Fast enough for tests, slow enough that a task is seen running. In ms. */
const speeds = { image: 40, video: 60, audio: 50, data: 30 };

/**
 * The whole product between the simulators, on a private database of this engine, which outlives restarts
 * of the product and ends with the world.
 *
 * @example await using world = await testWorld(engine);
 */
export async function testWorld(engine: EngineName, options: WorldOptions = {}): Promise<World> {
  const database = await testDatabase(engine);
  const kept = { ...database, close: async () => undefined, [Symbol.asyncDispose]: async () => undefined };
  const world = await createWorld({
    log: silentLog,
    ...options,
    kie: { speeds, longestSide, ...options.kie },
    openDatabase: async () => kept,
  });
  return {
    ...world,
    get app() {
      return world.app;
    },
    async [Symbol.asyncDispose]() {
      await world[Symbol.asyncDispose]();
      await database.close();
    },
  };
}
