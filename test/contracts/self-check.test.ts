import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { BOT_TOKEN, type Fleet, openFleet, secondsUntil } from '../deploy/fleet.ts';
import { engines } from '../kit/index.ts';

type Finding = { subject: string; result: string; detail: string };

/** Nobody listens there. */
const silent = 'http://127.0.0.1:9';

describe('what a bot stands on', { skip: engines.includes('postgres') ? false : 'no PostgreSQL' }, () => {
  let fleet: Fleet;
  before(async () => {
    fleet = await openFleet();
  });
  after(() => fleet[Symbol.asyncDispose]());

  test('is one line in the log of a start, and a silent kie.ai neither stops nor delays it', async () => {
    const bot = await fleet.instance({ env: { KIE_API_BASE_URL: silent } });
    await bot.start();
    const line = () => bot.log.split('\n').find((one) => one.includes('"msg":"self-check"'));
    await secondsUntil(() => line() !== undefined);
    const { level, findings } = JSON.parse(line() ?? '') as { level: string; findings: Finding[] };
    assert.equal(level, 'warn');
    assert.deepEqual(
      findings.map(({ subject, result }) => `${subject} ${result}`),
      [
        'mode good',
        'registry good',
        'database good',
        'telegram good',
        'lock good',
        'kie.ai bad',
        'clock good',
        'disk idle',
      ],
    );
    const lock = findings.find(({ subject }) => subject === 'lock')?.detail ?? '';
    assert.match(lock, /^held from .+ since /, 'the bot itself holds it');
    assert.equal(await bot.state(), 'leader');
    await bot.stop();
  });

  test('names a webhook of somebody else before the bot takes it away', async () => {
    const theirs = `${fleet.kie.url}/their/webhook`;
    const answer = await fetch(`${fleet.telegram.url}/bot${BOT_TOKEN}/setWebhook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ url: `${theirs}?secret=1` }),
    });
    assert.equal(answer.status, 200, await answer.text());
    const { code, stdout } = await doctor({ ...fleet.settings(), LOG_LEVEL: 'info' });
    const { findings } = JSON.parse(stdout) as { findings: Finding[] };
    const telegram = findings.find(({ subject }) => subject === 'telegram');
    assert.equal(telegram?.result, 'bad');
    assert.ok(telegram.detail.includes(`somebody else at ${theirs}:`), telegram.detail);
    assert.equal(code, 1);
    assert.ok(!stdout.includes(BOT_TOKEN));
  });
});

async function doctor(env: Record<string, string>): Promise<{ code: number | null; stdout: string }> {
  const child = spawn(process.execPath, ['src/cli/main.ts', 'doctor', '--json'], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const stdout = await text(child.stdout);
  return { code: await ended, stdout };
}
