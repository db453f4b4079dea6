import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createTranslator } from '#i18n';
import { createLogger } from '#platform';
import { silentLog } from '../../../test/kit/index.ts';
import { readLaunchData } from '../pages/launch-data.ts';
import { createRateLimit } from '../pages/rate-limit.ts';
import { staticFiles } from '../pages/static-files.ts';
import { createFileLinks } from './file-links.ts';
import { rangeOf } from './ranges.ts';
import { createTokens, sessionMs } from './tokens.ts';

const now = new Date('2026-11-20T12:00:00Z');
const later = (ms: number) => new Date(now.getTime() + ms);

/** Signed by Telegram itself; published with the tests of `@tma.js/init-data-node`. */
const published =
  'user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%5C%2F%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%2C%22allows_write_to_pm%22%3Atrue%2C%22photo_url%22%3A%22https%3A%5C%2F%5C%2Ft.me%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2F4FPEE4tmP3ATHa57u6MqTDih13LTOiMoKoLDRG4PnSA.svg%22%7D&chat_instance=8134722200314281151&chat_type=private&auth_date=1733584787&signature=zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ&hash=2174df5b000556d044f3f020384e879c8efcab55ddea2ced4eb752e93e7080d6';
const token = ['7342037359', 'AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ'].join(':');

test('launch data that Telegram signed is good for a day, and for nobody else’s bot', () => {
  const signed = new Date(1733584787_000);
  const read = (after: number) => readLaunchData(published, token, new Date(signed.getTime() + after));
  assert.equal(read(0)?.user.id, 279058397);
  assert.ok(read(86_400_000));
  assert.equal(read(86_400_001), null);
  assert.equal(readLaunchData(published, `${token}x`, signed), null);
  assert.equal(
    readLaunchData(published.replace('chat_type=private', 'chat_type=group'), token, signed),
    null,
  );
  assert.equal(readLaunchData('', token, signed), null);
});

test('a token says who somebody is until it ends, and only where it was made', () => {
  const tokens = createTokens('secret');
  const issued = tokens.issue(7, now);
  assert.equal(tokens.read(issued, now), 7);
  assert.equal(tokens.read(issued, later(sessionMs)), null);
  assert.equal(tokens.read(issued.replace(/^7\./, '8.'), now), null);
  assert.equal(createTokens('another').read(issued, now), null);
});

test('a link opens one file of one person for about an hour', () => {
  const links = createFileLinks('secret');
  const target = { of: 'result' as const, id: 'ab-_9', index: 2 };
  const [key = '', until = '', mark = ''] = links.link(target, 7, now).split('/').slice(3);
  assert.deepEqual(links.read({ key, until, mark }, now), { target, personId: 7 });
  assert.equal(links.read({ key, until, mark }, later(3_600_001)), null);
  assert.equal(links.read({ key: key.replace('7.', '8.'), until, mark }, now), null);
  assert.equal(links.read({ key, until: String(Number(until) + 1), mark }, now), null);
});

test('ranges are those that players ask for', () => {
  assert.deepEqual(rangeOf('bytes=0-1', 100), { start: 0, end: 1 });
  assert.deepEqual(rangeOf('bytes=90-', 100), { start: 90, end: 99 });
  assert.deepEqual(rangeOf('bytes=-10', 100), { start: 90, end: 99 });
  assert.deepEqual(rangeOf('bytes=5-500', 100), { start: 5, end: 99 });
  for (const other of ['bytes=100-', 'bytes=-', 'items=0-1', 'bytes=0-1,4-5', undefined])
    assert.equal(rangeOf(other, 100), null, other);
  assert.equal(rangeOf('bytes=0-1', null), null);
});

test('too many calls at once have to wait, each person for themselves', () => {
  let time = now;
  const limit = createRateLimit(
    { now: () => time, sleep: async () => undefined },
    { burst: 3, perMinute: 60 },
  );
  const taken = (name: string, calls: number) => Array.from({ length: calls }, () => limit.take(name));
  assert.deepEqual(taken('one', 4), [true, true, true, false]);
  assert.deepEqual(taken('two', 1), [true]);
  time = later(2000);
  assert.deepEqual(taken('one', 3), [true, true, false]);
});

test('pages that are not built are excused in the person’s language, and the log says how to build them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'miniapp-'));
  const lines: string[] = [];
  const log = createLogger({
    level: 'warn',
    secrets: [],
    destination: { write: (line) => void lines.push(line) },
  });
  const translator = createTranslator(join(import.meta.dirname, '../../../locales'));
  const app = staticFiles('/app', { config: { folder, defaultLocale: 'en' }, translator, log });
  const russian = { headers: { 'accept-language': 'ru-RU,ru;q=0.9' } };
  const excuse = await app.request('/app/', russian);
  assert.equal(excuse.status, 503);
  assert.match(await excuse.text(), /Студия сейчас недоступна/);
  assert.match(lines.join(''), /npm run build:web/);
  await writeFile(join(folder, 'index.html'), '<p>built');
  assert.equal(await (await app.request('/app/', russian)).text(), '<p>built');
  await rm(folder, { recursive: true });
});

test('with the page goes word of what its reader’s language needs; what a browser has is not sent again', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'miniapp-'));
  await mkdir(join(folder, 'assets'));
  const text = 'ж'.repeat(2_000);
  await writeFile(join(folder, 'index.html'), '<p>built');
  await writeFile(join(folder, 'assets/phrases-ru-a1.js'), text);
  const translator = createTranslator(join(import.meta.dirname, '../../../locales'));
  const parts = { config: { folder, defaultLocale: 'en' }, translator, log: silentLog };
  const app = staticFiles('/app', parts, (locale) => `/things/${locale}`);
  const get = (path: string, headers: Record<string, string>) => app.request(path, { headers });
  const page = await get('/app/results/7', { 'accept-language': 'ru-RU,ru;q=0.9' });
  assert.equal(
    page.headers.get('link'),
    '</app/assets/phrases-ru-a1.js>; rel=modulepreload, </things/ru>; rel=preload; as=fetch; crossorigin',
  );
  for (const [accepted, form, open] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip, deflate', 'gzip', gunzipSync],
  ] as const) {
    const file = await get('/app/assets/phrases-ru-a1.js', { 'accept-encoding': accepted });
    assert.equal(file.headers.get('content-encoding'), form);
    assert.equal(open(await file.arrayBuffer()).toString(), text);
  }
  const plain = await get('/app/assets/phrases-ru-a1.js', {});
  assert.equal(await plain.text(), text);
  const again = await get('/app/assets/phrases-ru-a1.js', {
    'if-none-match': plain.headers.get('etag') ?? '',
  });
  assert.equal(again.status, 304);
  await rm(folder, { recursive: true });
});
