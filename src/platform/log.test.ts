import assert from 'node:assert/strict';
import { test } from 'node:test';
import { AppError, createLogger } from './index.ts';
import { formatLogLine } from './log-line.ts';

const BOT_TOKEN = `7342037359:${'AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ'}`;
const OTHER_TOKEN = `1234567890:${'BBxyzehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ'}`;
const KIE_KEY = 'k/e+y "quoted"';

function capture(level: 'info' | 'warn' = 'info') {
  const lines: string[] = [];
  const log = createLogger({
    level,
    secrets: [BOT_TOKEN, KIE_KEY, ''],
    destination: { write: (line) => lines.push(line) },
  });
  return { log, lines };
}

test('a line is one JSON object with level, time and message', () => {
  const { log, lines } = capture();
  log.child({ job: 'x' }).info({ id: 1 }, 'hello');
  const { time, ...rest } = JSON.parse(lines[0] ?? '');
  assert.deepEqual(rest, { level: 'info', job: 'x', id: 1, msg: 'hello' });
  assert.ok(Math.abs(Date.parse(time) - Date.now()) < 60_000);
});

test('lines below the level are not written', () => {
  const { log, lines } = capture('warn');
  log.info('quiet');
  log.warn('loud');
  assert.equal(lines.length, 1);
});

test('secrets leave in no way: message, field, URL, error with cause, header', () => {
  const { log, lines } = capture();
  const cause = new Error(`GET https://api.example/bot${BOT_TOKEN}/getMe failed`);
  log.info({ url: `https://x.example/?key=${encodeURIComponent(KIE_KEY)}` }, `my key is ${KIE_KEY}`);
  log.error({ err: new AppError('some-code', `token ${BOT_TOKEN}`, { cause }) }, 'failed');
  log.info({ headers: { authorization: 'Bearer abc.DEF-123' }, unknown: OTHER_TOKEN });
  log.info({ callback: encodeURIComponent(`https://x.example/bot${OTHER_TOKEN}`) });
  const all = lines.join('');
  for (const part of ['AAFZ', 'BBxyz', 'quoted', 'abc.DEF', encodeURIComponent(KIE_KEY)]) {
    assert.ok(!all.includes(part), `${part} got out: ${all}`);
  }
  assert.equal(all.match(/\[secret\]/g)?.length, 9);
  for (const line of lines) JSON.parse(line);
  assert.match(all, /"code":"some-code"/);
});

test('on a terminal a line reads as time, level, message and fields, with the stack below', () => {
  const line = JSON.stringify({
    level: 'warn',
    time: '2026-01-02T03:04:05.678Z',
    job: 'a.b',
    counts: [1, 2],
    err: { message: 'no', stack: 'Error: no\n    at here' },
    msg: 'it failed',
  });
  assert.equal(
    formatLogLine(line),
    '03:04:05 WARN  it failed job=a.b counts=[1,2]\n  Error: no\n      at here\n',
  );
  assert.equal(formatLogLine('not json'), 'not json');
});
