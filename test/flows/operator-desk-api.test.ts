import assert from 'node:assert/strict';
import { test } from 'node:test';
import { signInitData } from '../../sim/telegram/index.ts';
import { onEachEngine } from '../kit/index.ts';
import { confirmButton, startCredits, tellStory } from './story.ts';

const token = '1000001:sandbox-token-that-opens-nothing-at-all';
const olga = { id: 4242, first_name: 'Olga' };
const env = { ADMIN_IDS: String(olga.id) };
const own = { 'x-desk': '1', 'content-type': 'application/json' };

onEachEngine((engine) => {
  const story = tellStory(engine, { env });
  const at = (path: string) => `${story.world.app.url}/operator/api${path}`;
  const access = () => story.world.app.rooms.deskAccess;

  async function boss() {
    const known = story.world.telegram.people.find(olga.id);
    if (known) return known;
    const person = story.world.telegram.people.join(olga);
    person.send('/help');
    await person.nextMessage((it) => /How it works/.test(it.text ?? ''));
    return person;
  }

  function login(body: object, headers: Record<string, string> = own) {
    return fetch(at('/session'), { method: 'POST', headers, body: JSON.stringify(body) });
  }

  async function sitDown() {
    await boss();
    const response = await login({ link: await access().issueLink(olga.id) });
    assert.equal(response.status, 200);
    const [cookie = ''] = (response.headers.getSetCookie()[0] ?? '').split(';');
    const call = async (path: string, body?: object, method = body === undefined ? 'GET' : 'POST') => {
      const sent = body === undefined ? {} : { body: JSON.stringify(body) };
      const answer = await fetch(at(path), { method, headers: { ...own, cookie }, ...sent });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.startsWith('application/json');
      // biome-ignore lint/suspicious/noExplicitAny: a test reads what it names
      return { status: answer.status, body: (isJson ? JSON.parse(text) : text) as any };
    };
    return { cookie, call, response };
  }

  /** What the desk shows once it shows this; what it shows may be some seconds old. */
  // biome-ignore lint/suspicious/noExplicitAny: a test reads what it names
  async function seen(call: Awaited<ReturnType<typeof sitDown>>['call'], is: (now: any) => boolean) {
    for (;;) {
      const { body } = await call('/live');
      if (is(body)) return body;
      story.world.clock.advance(1_000);
      await story.world.clock.sleep(5);
    }
  }

  test('a link opens one session, once, within five minutes, and only the newest is good', async () => {
    await boss();
    const old = await access().issueLink(olga.id);
    const link = await access().issueLink(olga.id);
    assert.equal((await login({ link: old })).status, 401, 'the newer link has made it void');
    const first = await login({ link });
    assert.equal(first.status, 200);
    const second = await login({ link });
    assert.deepEqual(
      [second.status, ((await second.json()) as { error: string }).error],
      [401, 'desk-link-used'],
    );
    const late = await access().issueLink(olga.id);
    story.world.clock.advance(5 * 60_000 + 1);
    assert.equal((await login({ link: late })).status, 401);
    const { db } = story.world.app.rooms.database;
    const stored = JSON.stringify([
      await db.selectFrom('desk_links').selectAll().execute(),
      await db.selectFrom('desk_sessions').selectAll().execute(),
    ]);
    const secret = /desk=([^;]+)/.exec(first.headers.getSetCookie()[0] ?? '')?.[1] ?? 'none';
    for (const one of [late, secret]) assert.ok(!stored.includes(one), 'only hashes are kept');
  });

  test('the cookie is for this server alone, and ends with leaving or after a working day', async () => {
    const { response, call } = await sitDown();
    const [cookie = ''] = response.headers.getSetCookie();
    for (const flag of ['HttpOnly', 'SameSite=Strict', 'Path=/operator'])
      assert.match(cookie, new RegExp(flag), flag);
    assert.equal((await call('/session')).body.person.name, 'Olga');
    assert.equal((await call('/session', undefined, 'DELETE')).status, 200);
    assert.equal((await call('/session')).status, 401);
    const other = await sitDown();
    story.world.clock.advance(12 * 60 * 60_000 + 1);
    assert.equal((await other.call('/live')).status, 401);
  });

  test('no other site can make a browser act: what a form or a link sends is refused', async () => {
    const { cookie } = await sitDown();
    const carol = await story.meet('Carol');
    const body = JSON.stringify({ amount: 500, reason: 'forged', key: 'forged-by-a-form' });
    const path = `/people/${carol.id}/grant`;
    const form = { cookie, 'content-type': 'text/plain' };
    assert.equal((await fetch(at(path), { method: 'POST', headers: form, body })).status, 401);
    assert.equal((await fetch(at('/live'), { headers: { cookie } })).status, 401);
    const ask = { 'access-control-request-headers': 'x-desk', 'access-control-request-method': 'POST' };
    const preflight = await fetch(at(path), {
      method: 'OPTIONS',
      headers: { ...ask, origin: 'https://evil.example' },
    });
    assert.equal(preflight.headers.get('access-control-allow-origin'), null);
    assert.deepEqual(await story.balance(carol), { available: startCredits, held: 0 });
  });

  test('nobody but operators: neither by link, nor by launch data, nor with a session of former days', async () => {
    const carol = await story.meet('Carol');
    await assert.rejects(access().issueLink(carol.id), { code: 'not-operator' });
    const launchOf = (id: number) =>
      signInitData(token, {
        user: JSON.stringify({ id, first_name: 'Someone' }),
        auth_date: String(Math.floor(story.world.clock.now().getTime() / 1000)),
        query_id: String(Math.random()),
      });
    const launchKey = 'a-key-of-sixteen-and-more';
    assert.equal((await login({ initData: launchOf(carol.id), launchKey })).status, 403);
    await boss();
    const initData = launchOf(olga.id);
    const opened = await login({ initData, launchKey });
    const { secret } = (await opened.json()) as { secret: string };
    assert.deepEqual(opened.headers.getSetCookie(), [], 'a frame of Telegram gets no cookie');
    const bearer = { ...own, authorization: `Bearer ${secret}` };
    assert.equal((await fetch(at('/live'), { headers: bearer })).status, 200);
    assert.equal((await login({ initData, launchKey: 'another-key-of-a-thief' })).status, 401, 'replay');
    assert.equal((await login({ initData: initData.replace('Someone', 'Else'), launchKey })).status, 401);
    const { db } = story.world.app.rooms.database;
    await db.updateTable('desk_sessions').set({ person_id: carol.id }).execute();
    assert.equal((await fetch(at('/live'), { headers: bearer })).status, 401, 'ADMIN_IDS is asked each time');
    await db.deleteFrom('desk_sessions').execute();
  });

  test('what goes on now: the line, what runs, the processes; then failures with kie.ai’s words', async () => {
    const { call } = await sitDown();
    const carol = await story.meet('Carol');
    story.world.kie.scenario.task({
      runMs: 1_000,
      fail: { failCode: '500', failMsg: 'The GPU =caught fire' },
    });
    const { message } = await story.wish(carol, 'A lamp');
    await carol.tap(message, confirmButton);
    const { id } = await story.reaches(carol, 'running');
    const now = await seen(call, ({ running }) => running.length > 0);
    assert.deepEqual([now.running[0].id, now.running[0].state, now.open], [id, 'running', { running: 1 }]);
    await story.world.settle();
    const then = await seen(call, ({ failures }) => failures.length > 0);
    assert.deepEqual(then.running, []);
    const [failure] = then.failures;
    assert.deepEqual([failure.words, failure.count, failure.generationId], ['The GPU =caught fire', 1, id]);
    const [failing] = await story.world.app.rooms.operator.failingModels();
    const { modelId, code: lastCode, words: lastWords } = failure;
    assert.deepEqual(
      failing,
      { modelId, failed: 1, delivered: 0, lastCode, lastWords },
      'the chat says the same',
    );
    const later = await seen(call, ({ replicas }) => replicas[0]?.calls.telegram.answered > 0);
    assert.deepEqual(
      [later.replicas.length, later.replicas[0].role, later.replicas[0].leads],
      [1, 'all', true],
    );
  });

  test('kie.ai that fails is seen by its codes, with what it has left and takes; the day so far as in the chat', async () => {
    const { call } = await sitDown();
    const carol = await story.meet('Carol');
    story.world.kie.scenario.next('recordInfo', { kind: 'status', status: 503 }, { times: 2 });
    const { message } = await story.wish(carol, 'A lamp');
    await carol.tap(message, confirmButton);
    const now = await seen(call, ({ replicas }) => replicas[0]?.calls.kie.failed['503'] > 0);
    assert.ok(now.replicas[0].calls.kie.answered > 0);
    await story.world.settle();
    const { provider } = await seen(
      call,
      (it) => it.provider.lastHour > 0 && it.provider.kieCredits !== null,
    );
    assert.equal(provider.level, 'enough');
    const chat = await story.world.app.rooms.operator.today();
    const { today } = await seen(call, (it) => it.today.money.delivered === chat.money.delivered);
    assert.deepEqual(today, JSON.parse(JSON.stringify(chat)));
  });

  test('every table of the live page and of the charts leaves as CSV', async () => {
    const { call } = await sitDown();
    await story.make(await story.meet('Carol'), 'A lamp');
    story.world.clock.advance(61_000);
    const { body: live } = await call('/live');
    const { body: charts } = await call('/charts?days=7');
    const rowsOf = async (path: string) => (await call(path)).body.trim().split('\r\n').slice(1);
    for (const name of ['running', 'failures', 'speeds', 'replicas'] as const)
      assert.equal((await rowsOf(`/csv/${name}`)).length, live[name].length, name);
    assert.equal((await rowsOf('/csv/jobs')).length, Object.keys(live.jobs).length);
    assert.equal((await rowsOf('/csv/days?days=7')).length, 7);
    const [first] = charts.margins;
    const line = [first.modelId, first.delivered, first.failed, first.income, first.given, first.spending];
    assert.equal((await rowsOf('/csv/margins?days=7'))[0], line.join(','));
  });

  test('a generation tells its whole story: states, messages, ledger', async () => {
    const { call } = await sitDown();
    const carol = await story.meet('Carol');
    const made = await story.make(carol, '=SUM(A1:A9) a lamp');
    const { body } = await call(`/generations/${made.id}`);
    assert.deepEqual(
      body.moves.map((it: { state: string }) => it.state),
      await story.states(carol),
    );
    assert.equal(body.parts[0].sent.length, 1);
    assert.deepEqual(
      body.ledger.map((it: { phase: string; amount: number }) => [it.phase, it.amount]),
      [
        ['pending', made.price],
        ['posted', made.price],
      ],
    );
    assert.equal((await call('/generations/nothing')).status, 404);
  });

  test('tables turn page by page without a gap, filtered, and leave as CSV in which nothing is a formula', async () => {
    const { call } = await sitDown();
    const { db } = story.world.app.rooms.database;
    const begin = story.world.clock.now().getTime();
    const crowd = Array.from({ length: 120 }, (_, index) => ({
      id: 900_000 + index,
      first_name: index === 60 ? '=1+1,"x"' : `Guest ${index}`,
      username: null,
      locale: 'en',
      referral_code: `crowd-${index}`,
      created_at: new Date(begin - Math.floor(index / 3)),
      last_seen_at: new Date(begin),
      bot_blocked_at: null,
      banned_at: null,
    }));
    await db.insertInto('people').values(crowd).execute();
    const seen: number[] = [];
    for (let after: string | null = ''; after !== null; ) {
      const { body } = await call(`/people?search=guest&after=${after}`);
      seen.push(...body.rows.map((it: { id: number }) => it.id));
      after = body.next;
    }
    assert.equal(seen.length, 119);
    assert.equal(new Set(seen).size, 119);
    const { body: file } = await call('/csv/people?search=%3D1');
    assert.match(file, /900060,"'=1\+1,""x""",,en,0,0,/);
    assert.equal((await call('/generations?state=nonsense')).status, 400);
    assert.equal((await call('/people?after=nonsense')).status, 400);
    await db.deleteFrom('people').where('id', '>=', 900_000).where('id', '<', 900_120).execute();
  });

  test('an operator gives credits with a reason, once per press, the audit log has it, and the person hears of it', async () => {
    const { call } = await sitDown();
    const carol = await story.meet('Carol');
    const order = { amount: 25, reason: 'A kind word', key: `press-${engine}-1` };
    const first = await call(`/people/${carol.id}/grant`, order);
    assert.deepEqual(first.body, { amount: 25, available: startCredits + 25 });
    await call(`/people/${carol.id}/grant`, order);
    assert.deepEqual(await story.balance(carol), { available: startCredits + 25, held: 0 });
    const refused = await call(`/people/${carol.id}/grant`, { ...order, reason: '', key: 'press-2-of-it' });
    assert.deepEqual([refused.status, refused.body.error], [400, 'reason-missing']);
    const { body: log } = await call(`/audit?subject=person:${carol.id}`);
    const [{ via, adminId, code, reason }] = log.rows;
    assert.deepEqual(
      [log.rows.length, via, adminId, code, reason],
      [1, 'desk', olga.id, 'credits-granted', 'A kind word'],
    );
    const silent = await carol.nextMessage((it) => /You were given 25 credits/.test(it.text ?? ''));
    assert.doesNotMatch(silent.text ?? '', /kind word/);
    await call(`/people/${carol.id}/take`, { ...order, key: `press-${engine}-2`, isTold: true });
    const told = await carol.nextMessage((it) => /25 credits were taken/.test(it.text ?? ''));
    assert.match(told.text ?? '', /💬 A kind word$/);
  });

  test('the days, counted once and kept: income, spending, people, and how far newcomers have come', async () => {
    const { call } = await sitDown();
    const carol = await story.meet('Carol');
    const made = await story.make(carol, 'A lamp');
    story.world.clock.advance(61_000);
    const { body } = await call('/charts?days=7');
    assert.equal(body.days.length, 7);
    const today = body.days.at(-1);
    const model = today.models.find((it: { modelId: string }) => it.modelId === made.modelId);
    assert.ok(model.income >= made.price && model.spending > 0 && model.delivered > 0);
    assert.ok(body.funnel.met >= body.funnel.ordered && body.funnel.received >= 1);
    const { db } = story.world.app.rooms.database;
    const kept = await db.selectFrom('day_figures').selectAll().execute();
    assert.equal(kept.length, 8, 'the burn of the account needs one day more');
  });
});
