import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import type { Purchases } from '#generation';
import { audit, balance } from '#ledger';
import { welcome } from '#payments';
import { getPerson } from '#people';
import { createQueue, type Database, isAppError, type Queue } from '#platform';
import { loadRegistry } from '#registry';
import { onEachEngine, silentLog, testDatabase, VirtualClock } from '../../test/kit/index.ts';
import {
  type Actor,
  createOperator,
  type Operator,
  openTerms,
  operatorJobs,
  type TermsInForce,
} from './index.ts';

const [olga, alice] = [1, 2];
const actor: Actor = { via: 'chat', adminId: olga };
const reason = 'a broken picture';

onEachEngine((engine) => {
  let database: Database;
  let operator: Operator;
  let terms: TermsInForce;
  let queue: Queue;
  before(async () => {
    database = await testDatabase(engine);
    const clock = new VirtualClock();
    const registry = loadRegistry();
    queue = createQueue({ database, log: silentLog, jobs: operatorJobs });
    await queue.start();
    terms = await openTerms({ database, clock, log: silentLog }, { markup: 2 });
    operator = createOperator({
      ...{ database, clock, registry, terms, adminIds: [olga], timeZone: 'UTC' },
      // Neither kie.ai nor Telegram is asked here.
      purchases: {} as Purchases,
      giveStarsBack: async () => 'pending',
      sendBroadcast: async () => 'failed',
      queue,
    });
    for (const id of [olga, alice])
      await database.transaction((trx) =>
        welcome(trx, { id, firstName: 'Somebody', locale: 'en' }, { startCredits: 100, at: clock.now() }),
      );
  });
  after(async () => {
    await queue.stop();
    await database.close();
  });

  const available = async () => (await balance(database.db, alice)).available;
  const latest = () => operator.auditLog({ limit: 1 });
  const count = async () => (await operator.auditLog({ limit: 1000 })).length;
  const isCode = (code: string) => (error: unknown) => isAppError(error, code);

  test('a grant arrives once per key, also when two orders come at the same time, with its line of the log', async () => {
    const order = { actor, personId: alice, amount: 50, reason, key: 'grant-1' };
    const answers = await Promise.all([operator.grant(order), operator.grant(order)]);
    assert.deepEqual(answers.map(({ outcome }) => outcome).sort(), ['already', 'done']);
    assert.deepEqual(answers[0]?.details, { amount: 50, available: 150 });
    assert.equal(await available(), 150);
    const log = await operator.auditLog({ limit: 10, subject: `person:${alice}` });
    assert.deepEqual(
      log.map(({ via, adminId, code, reason, details }) => ({ via, adminId, code, reason, details })),
      [
        {
          via: 'chat',
          adminId: olga,
          code: 'credits-granted',
          reason,
          details: { amount: 50, available: 150 },
        },
      ],
    );
    assert.deepEqual((await audit(database.db)).findings, []);
  });

  test('more than there is cannot be taken, and what was refused is not in the log', async () => {
    const had = await available();
    const before = await count();
    const order = { actor, personId: alice, reason };
    await assert.rejects(
      operator.take({ ...order, amount: had + 1, key: 'take-1' }),
      isCode('balance-too-low'),
    );
    assert.equal(await count(), before);
    await operator.take({ ...order, amount: had, key: 'take-1' });
    assert.equal(await available(), 0);
    assert.equal((await operator.take({ ...order, amount: had, key: 'take-1' })).outcome, 'already');
    assert.equal(await count(), before + 1);
  });

  test('credits without a reason, a whole number or a person move nowhere', async () => {
    const order = { actor, personId: alice, amount: 5, reason, key: 'odd' };
    for (const amount of [0, -1, 1.5, 1e9, Number.NaN])
      await assert.rejects(operator.grant({ ...order, amount }), isCode('amount-invalid'));
    await assert.rejects(operator.grant({ ...order, reason: ' ' }), isCode('reason-missing'));
    await assert.rejects(operator.grant({ ...order, personId: 99 }), isCode('person-unknown'));
    await assert.rejects(operator.take({ ...order, personId: 99 }), isCode('person-unknown'));
  });

  test('who is blocked is let in again, and an operator is not blocked', async () => {
    await operator.block({ actor, personId: alice, reason });
    assert.ok((await getPerson(database.db, alice))?.bannedAt);
    assert.equal((await latest())[0]?.code, 'person-blocked');
    await operator.unblock({ actor: { via: 'cli', adminId: null }, personId: alice, reason: '' });
    assert.equal((await getPerson(database.db, alice))?.bannedAt, null);
    assert.deepEqual(
      (await latest()).map(({ code, via, adminId }) => [code, via, adminId]),
      [['person-unblocked', 'cli', null]],
    );
    await assert.rejects(operator.block({ actor, personId: olga, reason }), isCode('operator-not-blockable'));
    await assert.rejects(operator.block({ actor, personId: 99, reason }), isCode('person-unknown'));
  });

  test('nobody but an operator acts', async () => {
    const stranger: Actor = { via: 'desk', adminId: alice };
    const before = await count();
    const order = { actor: stranger, personId: alice, amount: 5, reason, key: 'stranger' };
    const { grant, take, block, unblock } = operator;
    for (const deed of [grant, take, block, unblock])
      await assert.rejects(deed(order), isCode('not-operator'));
    assert.equal(await count(), before);
  });

  test('a markup and a switched-off model are in force for every process that looks, until they are taken back', async () => {
    const other = await openTerms({ database, clock: new VirtualClock(), log: silentLog }, { markup: 2 });
    const before = other.now();
    await other.refresh();
    assert.equal(other.now(), before, 'unchanged terms are the same object');
    const modelId = loadRegistry().models[0]?.id ?? '';
    await operator.setMarkup({ actor, reason, markup: 3.5 });
    await operator.switchOff({ actor, reason, modelId });
    assert.deepEqual(terms.now(), { markup: 3.5, switchedOff: new Set([modelId]) });
    assert.deepEqual(before, { markup: 2, switchedOff: new Set() });
    await other.refresh();
    assert.deepEqual(other.now(), terms.now());
    await operator.switchOff({ actor, reason, modelId });
    await operator.switchOn({ actor, reason, modelId });
    await operator.setMarkup({ actor, reason, markup: null });
    assert.deepEqual(terms.now(), { markup: 2, switchedOff: new Set() });
    const log = await operator.auditLog({ limit: 2 });
    assert.deepEqual(
      log.map(({ code, subject, details }) => [code, subject, details]),
      [
        ['markup-set', 'markup', { from: 3.5, to: null }],
        ['model-switched-on', `model:${modelId}`, {}],
      ],
    );
    for (const markup of [0, -1, 1001, Number.NaN])
      await assert.rejects(operator.setMarkup({ actor, reason, markup }), isCode('markup-invalid'));
    await assert.rejects(operator.switchOff({ actor, reason, modelId: 'no/model' }), isCode('unknown-model'));
  });

  test('the audit log only grows', async () => {
    for (const change of ["update operator_actions set reason = ''", 'delete from operator_actions'])
      await assert.rejects(sql.raw(change).execute(database.db), /only grows/);
    await assert.rejects(sql`truncate operator_actions`.execute(database.db), /only grows/);
  });
});
