import assert from 'node:assert/strict';
import { after, afterEach, before, test } from 'node:test';
import { auditAll, withOperator } from '#app';
import { listUncertain } from '#generation';
import { balance } from '#ledger';
import { isAppError } from '#platform';
import { readEnv } from '#settings';
import type { World } from '#sim';
import { onEachEngine } from '../kit/index.ts';
import { testWorld } from '../kit/world.ts';

const order = { actor: { via: 'cli', adminId: null }, reason: '' } as const;
const modelId = 'z-image';
const input = { prompt: 'a lamp', aspect_ratio: '1:1' };

onEachEngine((engine) => {
  let world: World;
  let person: ReturnType<World['telegram']['people']['join']>;
  before(async () => {
    world = await testWorld(engine, { env: { START_CREDITS: '500' } });
    person = world.telegram.people.join({ first_name: 'Alice', username: 'alice' });
    person.send('/start');
    await person.nextMessage((message) => message.reply_markup !== undefined);
  });
  after(() => world[Symbol.asyncDispose]());
  afterEach(async () => {
    world.kie.scenario.clear();
    await world.settle();
    assert.deepEqual((await auditAll(world.app.rooms.database.db)).findings, []);
  });

  /** A paid POST whose answer and callback are lost; kie.ai did sell it or did not. */
  async function lose(key: string, sold: boolean): Promise<string> {
    const { generations } = world.app.rooms;
    world.kie.scenario.next('createTask', { kind: 'drop', after: sold });
    world.kie.scenario.task({ callback: 'lost' });
    const { credits: quotedCredits } = await generations.quote(modelId, input);
    const { id } = await generations.submit({
      key,
      personId: person.id,
      chatId: person.id,
      modelId,
      input,
      quotedCredits,
    });
    // After five in a row nothing is sent for a minute.
    while ((await generations.get(id))?.state !== 'uncertain') {
      world.clock.advance(500);
      await world.clock.sleep(20);
    }
    return id;
  }

  const operators: typeof withOperator = (_, database, work) =>
    withOperator(readEnv({ KIE_API_KEY: 'sim-key', KIE_API_BASE_URL: world.kie.url }), database, work);
  const attach = (id: string, taskId: string) =>
    operators(readEnv({}), world.app.rooms.database, (desk) =>
      desk.attach({ ...order, generationId: id, taskId }),
    );
  const boughtNow = () => world.kie.journal.bought();

  test('an uncertain purchase is listed with person, price and times', async () => {
    const id = await lose('listed', false);
    const [found] = await listUncertain(world.app.rooms.database.db);
    assert.ok(found);
    assert.equal(found.id, id);
    assert.equal(found.firstName, 'Alice');
    assert.equal(found.username, 'alice');
    assert.equal(found.modelId, modelId);
    assert.ok(found.credits > 0 && found.kieCredits > 0);
    assert.ok(found.releasedAt > found.submittedAt);
    assert.deepEqual(found.callbackTaskIds, []);
  });

  test('attaching the task that kie.ai did sell delivers it and buys nothing more', async () => {
    const before = boughtNow().length;
    const id = await lose('attached', true);
    const task = boughtNow().at(-1);
    assert.ok(task);
    await attach(id, task.taskId);
    await world.settle();
    assert.equal((await world.app.rooms.generations.get(id))?.state, 'delivered');
    assert.equal(boughtNow().length, before + 1);
  });

  test('a task of another generation is not attached', async () => {
    const taken = boughtNow().at(-1);
    assert.ok(taken);
    const id = await lose('wrong task', false);
    await assert.rejects(attach(id, taken.taskId), (error) => isAppError(error, 'task-belongs-elsewhere'));
    assert.equal((await world.app.rooms.generations.get(id))?.state, 'uncertain');
  });

  test('a callback that could not be adopted is shown with its task id', async () => {
    const id = await lose('hinted', false);
    const { db } = world.app.rooms.database;
    const row = await db.selectFrom('generations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    await world.app.rooms.generations.receiveCallback(id, row.callback_secret, 'task_nobody_knows');
    const found = (await listUncertain(db)).find((purchase) => purchase.id === id);
    assert.deepEqual(found?.callbackTaskIds, ['task_nobody_knows']);
  });

  test('a release gives the credits back with its reason, and only once', async () => {
    const { database, generations } = world.app.rooms;
    const before = await balance(database.db, person.id);
    const id = await lose('released', false);
    const release = () =>
      operators(readEnv({}), database, (desk) =>
        desk.release({ ...order, generationId: id, reason: 'not in the log of the account' }),
      );
    await release();
    assert.deepEqual(await balance(database.db, person.id), before);
    assert.equal((await generations.get(id))?.failure?.providerMessage, 'not in the log of the account');
    await assert.rejects(release(), (error) => isAppError(error, 'not-uncertain'));
  });

  test('a retry buys it again and charges once', async () => {
    const { database, generations } = world.app.rooms;
    const before = await balance(database.db, person.id);
    const id = await lose('retried', false);
    await operators(readEnv({}), database, (desk) => desk.retry({ ...order, generationId: id }));
    await world.settle();
    const generation = await generations.get(id);
    assert.equal(generation?.state, 'delivered');
    assert.equal(
      (await balance(database.db, person.id)).available,
      before.available - (generation?.quote.credits ?? 0),
    );
  });
});
