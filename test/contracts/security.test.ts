import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Hono } from 'hono';
import { auditAll } from '#app';
import { listen } from '#http';
import type { World } from '#sim';
import { testWorld } from '../kit/world.ts';

const root = join(import.meta.dirname, '../..');
const patience = { timeoutMs: 60_000 };
const nasty = `<b>Robert'); drop table people;--</b> &lt; { $credits } { -term } *_[x](tg://user?id=1) \${process.env}`;
let world: World;

before(async () => {
  world = await testWorld('pglite', { webhookSecret: 'secret-of-the-security-test' });
});
after(() => world[Symbol.asyncDispose]());

type Person = ReturnType<World['telegram']['people']['join']>;

async function order(person: Person, words: string): Promise<string> {
  person.send(words);
  const form = await person.nextMessage((it) => it.reply_markup !== undefined, patience);
  await person.tap(form, /^✅ .+ 💎$/);
  await world.settle();
  const [generation] = await world.app.rooms.generations.history(person.id, { limit: 1 });
  assert.equal(generation?.state, 'delivered');
  return generation?.id ?? '';
}

/** Over a connection of its own: who is refused in the middle of a body is cut off. */
async function post(path: string, body: string, headers: Record<string, string> = {}): Promise<number> {
  const request = httpRequest(`${world.app.url}${path}`, {
    method: 'POST',
    agent: false,
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
  });
  request.on('error', () => undefined);
  request.end(body);
  const [response] = await once(request, 'response');
  response.resume();
  return response.statusCode;
}

test('a callback is a wake-up alone: forged it is refused, replayed it changes nothing', async () => {
  const ann = world.telegram.people.join({ first_name: 'Ann' });
  const id = await order(ann, 'A lighthouse');
  const { db } = world.app.rooms.database;
  const row = await db.selectFrom('generations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const path = `/kie/callback/${id}/${row.callback_secret}`;
  const body = JSON.stringify({ code: 200, data: { taskId: row.task_id, state: 'fail', failMsg: 'forged' } });
  const now = String(Math.floor(Date.now() / 1000));
  const signature = createHmac('sha256', 'sandbox-hmac-key').update(`${row.task_id}.${now}`).digest('base64');
  const signed = { 'x-webhook-timestamp': now, 'x-webhook-signature': signature };
  assert.equal(await post(path, body), 401);
  assert.equal(
    await post(path, body, { ...signed, 'x-webhook-signature': signature.replace(/^./, '#') }),
    401,
  );
  assert.equal(await post(`/kie/callback/${id}/wrong`, body, signed), 404);
  const bought = world.kie.journal.bought().length;
  for (let turn = 0; turn < 3; turn++) assert.equal(await post(path, body, signed), 200);
  await world.settle();
  const again = await db.selectFrom('generations').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  assert.equal(again.state, 'delivered');
  assert.equal(world.kie.journal.bought().length, bought);
  assert.deepEqual((await auditAll(db)).findings, []);
});

test('bodies that are too large, or no JSON, or full of names of the language go nowhere', async () => {
  const secret = { 'x-telegram-bot-api-secret-token': 'secret-of-the-security-test' };
  const large = JSON.stringify({ update_id: 1, text: 'x'.repeat(1_100_000) });
  assert.equal(await post('/telegram/webhook', large, secret), 413);
  assert.equal(await post('/kie/callback/a/b', large), 413);
  assert.equal(await post('/telegram/webhook', '[1', secret), 400);
  const polluting =
    '{"update_id":1,"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}';
  assert.equal(await post('/telegram/webhook', polluting, secret), 200);
  assert.equal(({} as { isAdmin?: boolean }).isAdmin, undefined);
});

test('a body that comes too slowly ends its connection', async () => {
  const app = new Hono().post('/', async (context) => context.text(await context.req.text()));
  const server = await listen(app, { port: 0, host: '127.0.0.1', requestTimeoutMs: 200 });
  const socket = connect(server.port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nhost: x\r\ncontent-length: 100\r\n\r\nslow');
  let answer = '';
  socket.on('data', (data) => {
    answer += String(data);
  });
  await once(socket, 'close');
  assert.match(answer, /^HTTP\/1\.1 408/);
  await server.close();
});

test('a name and a prompt full of SQL, HTML, Markdown and phrase syntax are only words', async () => {
  const robert = world.telegram.people.join({ first_name: nasty.slice(0, 60), username: 'robert' });
  robert.send('/start');
  await robert.nextMessage(undefined, patience);
  await order(robert, nasty);
  const caption = robert.messages.findLast(({ photo }) => photo)?.caption ?? '';
  assert.ok(caption.includes(nasty.slice(0, 40)), caption);
  robert.send(`/models ${nasty}`);
  const found = await robert.nextMessage(undefined, patience);
  assert.ok(found.text?.includes('drop table people;--</b> &lt; { $credits }'), found.text);
  assert.ok(!found.entities?.some(({ type }) => type === 'text_link' || type === 'text_mention'));
  const refused = world.telegram.journal.entries.filter(
    (entry) => entry.kind === 'call' && /can't parse entities/.test(entry.description ?? ''),
  );
  assert.deepEqual(refused, []);
  assert.ok(await world.app.rooms.database.db.selectFrom('people').select('id').executeTakeFirst());
});

test('what only operators may do is unknown to everybody else', async () => {
  const mallory = world.telegram.people.join({ first_name: 'Mallory' });
  mallory.send('/start');
  await mallory.nextMessage(undefined, patience);
  mallory.send('/refund some-charge');
  const { text } = await mallory.nextMessage(undefined, patience);
  assert.match(text ?? '', /I do not know this command|unknown|don’t know/i);
  assert.equal(world.telegram.journal.calls('refundStarPayment').length, 0);
});

test('a picture that claims 60 000 × 60 000 pixels is measured by its head and costs nothing', async () => {
  const bomb = Buffer.alloc(64);
  Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex').copy(bomb);
  bomb.writeUInt32BE(60_000, 16);
  bomb.writeUInt32BE(60_000, 20);
  const ann = world.telegram.people.join({ first_name: 'Ann' });
  ann.sendFiles([{ kind: 'document', bytes: bomb, caption: 'edit this' }]);
  await ann.nextMessage(undefined, patience);
  assert.ok(process.memoryUsage().rss < 2e9);
});

test('no path leads out of the folder of the Mini App', async () => {
  const paths = [
    '/app/../../.env',
    '/app/..%2f..%2f.env',
    '/app/%2e%2e/%2e%2e/package.json',
    '/app/..%5c..%5cpackage.json',
  ];
  for (const path of paths) {
    const socket = connect(Number(new URL(world.app.url).port), '127.0.0.1');
    socket.end(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`);
    let answer = '';
    socket.on('data', (data) => {
      answer += String(data);
    });
    await once(socket, 'close');
    assert.doesNotMatch(answer, /TELEGRAM_BOT_TOKEN|"devDependencies"/, path);
  }
});

test('production packages have free licences, and none runs a script when it is installed', () => {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
  const free =
    /^\(?(MIT|ISC|Apache-2\.0|BSD-[23]-Clause|0BSD|BlueOak-1\.0\.0|PostgreSQL|Unlicense|CC0-1\.0|Python-2\.0)/;
  for (const [path, entry] of Object.entries<Record<string, unknown>>(packages)) {
    if (path === '' || entry.dev || entry.devOptional) continue;
    assert.ok(!entry.hasInstallScript, `${path} runs a script when it is installed`);
    if (!existsSync(join(root, path, 'package.json'))) continue;
    const { license } = JSON.parse(readFileSync(join(root, path, 'package.json'), 'utf8'));
    assert.match(String(license ?? entry.license), free, path);
  }
});

test('every line of docs/security.md names a test that there is', () => {
  const lines = readFileSync(join(root, 'docs/security.md'), 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('| '));
  const named = lines.flatMap((line) => [...line.matchAll(/`([\w./-]+\.test\.ts)`: ([^·|]+)/g)]);
  assert.ok(named.length >= 25, `${named.length} tests are named`);
  for (const [, file = '', name = ''] of named)
    assert.ok(readFileSync(join(root, file), 'utf8').includes(name.trim()), `${file}: ${name}`);
  const threats = lines.slice(2);
  assert.deepEqual(
    threats.filter((line) => !line.includes('.test.ts`')),
    [],
  );
});
