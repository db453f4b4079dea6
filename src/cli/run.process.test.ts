import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { loadRegistry } from '#registry';
import { createKieSim, type KieSim } from '#sim';
import { kiegram, settingsFor } from './test-process.ts';

/* Real processes against a simulated kie.ai; they start side by side, because each takes a second or two. exit.test.ts holds the rest of the exit codes. */

const folder = mkdtempSync(join(tmpdir(), 'kiegram-run-'));
const AT_ONCE = { image: 0, video: 0, audio: 0, data: 0 };
const A_DAY = 86_400_000;
const simOf = (speeds: Parameters<typeof createKieSim>[0] = {}) =>
  createKieSim({ speeds: AT_ONCE, ...speeds });
const FOX = ['run', 'z-image', '--prompt', 'a fox'];

const sim: KieSim = await simOf({ limits: { createTask: null, recordInfo: null, catalogue: null } });
after(async () => {
  await sim.close();
  rmSync(folder, { recursive: true });
});

const requests = (of: KieSim) =>
  of.journal.entries.filter((entry) => entry.kind === 'request').map((entry) => entry.operation);

describe('kiegram run', { concurrency: 4 }, () => {
  test('checks, shows the price, runs, and saves the picture under a telling name', async () => {
    const out = join(folder, 'fox');
    const { code, stdout, stderr } = await kiegram([...FOX, '--out', out], settingsFor(sim));
    assert.equal(code, 0, stderr);
    assert.match(stderr, /^z-image · 0\.8 kie credits \(\$0\.004\)\n/);
    const [file = ''] = readdirSync(out);
    assert.match(file, /^z-image-[0-9a-f]{8}-1\.png$/);
    assert.equal(stdout, `${join(out, file)}\n`);
    assert.equal(readFileSync(join(out, file)).subarray(1, 4).toString(), 'PNG');
  });

  test('uploads a file of this machine only after the input is found valid', async () => {
    await using own = await simOf();
    const picture = join(folder, 'own.png');
    writeFileSync(
      picture,
      Buffer.from(
        'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
        'base64',
      ),
    );
    const args = ['run', 'recraft/crisp-upscale', '--file', `image=${picture}`, '--out', folder, '--json'];
    const { code, stdout, stderr } = await kiegram(args, settingsFor(own));
    assert.equal(code, 0, stderr);
    const report = JSON.parse(stdout);
    assert.deepEqual([report.state, report.files.length], ['success', 1]);
    assert.deepEqual(requests(own).slice(0, 2), ['upload', 'createTask']);
  });

  test('exits with 2 and sends nothing when the input is invalid', async () => {
    await using own = await simOf();
    const { code, stderr } = await kiegram(['run', 'z-image', '--aspect_ratio', '7:7'], settingsFor(own));
    assert.equal(code, 2);
    assert.match(stderr, /“prompt” is needed\.\n“aspect_ratio” does not have this value\. It takes 1:1, 4:3/);
    assert.deepEqual(requests(own), []);
  });

  test('says where to search when there is no such model', async () => {
    const { code, stderr } = await kiegram(['run', 'fox-painter', '--prompt', 'a fox'], settingsFor());
    assert.equal(code, 2);
    assert.match(stderr, /No model is called fox-painter\. `kiegram models list --q WORD` searches\./);
  });

  test('shows input and price without a key when it is not to run', async () => {
    const { code, stdout } = await kiegram([...FOX, '--dry-run'], settingsFor());
    assert.equal(code, 0);
    assert.deepEqual(JSON.parse(stdout).input, { prompt: 'a fox', aspect_ratio: '1:1' });
    assert.equal(JSON.parse(stdout).price.kieCredits, 0.8);
  });

  test('runs against a simulator of its own with --sim', async () => {
    const { code, stdout, stderr } = await kiegram(
      [...FOX, '--sim', '--json', '--out', folder],
      settingsFor(),
    );
    assert.equal(code, 0, stderr);
    assert.equal(JSON.parse(stdout).files.length, 1);
  });

  test('exits with 3 when the account is out of credits', async () => {
    await using own = await simOf({ credits: 0 });
    const { code, stderr } = await kiegram(FOX, settingsFor(own));
    assert.equal(code, 3);
    assert.match(stderr, /Credits insufficient/);
  });

  test('exits with 4 when the task fails', async () => {
    await using own = await simOf();
    own.scenario.task({ fail: { failCode: 501, failMsg: 'nsfw' } });
    const { code, stderr } = await kiegram(FOX, settingsFor(own));
    assert.equal(code, 4);
    assert.match(stderr, /501: nsfw/);
  });

  test('exits with 5 when the time is up; kiegram task takes the task up again', async () => {
    await using own = await simOf({ speeds: { ...AT_ONCE, image: A_DAY } });
    const { code, stderr } = await kiegram([...FOX, '--timeout', '0'], settingsFor(own));
    assert.equal(code, 5);
    const [, taskId = ''] = /kiegram task ([0-9a-f]{32}) --wait/.exec(stderr) ?? [];
    const running = await kiegram(['task', taskId, '--out', folder], settingsFor(own));
    assert.equal(running.code, 5);
    assert.match(running.stdout, /^(waiting|queuing|generating)\n$/);
  });

  test('prints the id alone and leaves with --no-wait; kiegram task fetches the result', async () => {
    const started = await kiegram([...FOX, '--no-wait'], settingsFor(sim));
    assert.match(started.stdout, /^[0-9a-f]{32}\n$/);
    const fetched = await kiegram(['task', started.stdout.trim(), '--out', folder], settingsFor(sim));
    assert.equal(fetched.code, 0, fetched.stderr);
    assert.match(fetched.stdout, new RegExp(`z-image-${started.stdout.slice(0, 8)}-1\\.png`));
  });

  test('says on Ctrl-C that the task goes on and how to fetch it', async () => {
    await using own = await simOf({ speeds: { ...AT_ONCE, image: A_DAY } });
    const { code, stderr } = await kiegram(FOX, settingsFor(own), /generating|waiting/);
    assert.equal(code, 130);
    assert.match(
      stderr,
      /Task ([0-9a-f]{32}) goes on at kie\.ai\. Fetch its result with: kiegram task \1 --wait/,
    );
  });

  test('prints what is text', async () => {
    const args = ['run', 'ai-music-api/generate-lyrics', '--prompt', 'a song of foxes', '--out', folder];
    const { code, stdout, stderr } = await kiegram(args, settingsFor(sim));
    assert.equal(code, 0, stderr);
    assert.match(stdout, /\S/);
    assert.match(stderr, /saved as /);
  });
});

test('kiegram credits tells the balance', async () => {
  await using own = await simOf({ credits: 1234.5 });
  assert.equal((await kiegram(['credits'], settingsFor(own))).stdout, '1234.5 kie credits ($6.1725)\n');
});

test('kiegram models gaps lists what nothing checks', async () => {
  const { code, stdout } = await kiegram(['models', 'gaps', '--json'], settingsFor());
  const gaps: { model: string; gap: string }[] = JSON.parse(stdout);
  assert.equal(code, 0);
  const known = loadRegistry().list({ status: 'active' });
  assert.equal(gaps.length, known.flatMap(({ gaps: own }) => own).length);
  assert.ok(gaps.some(({ model, gap }) => model === 'veo/extend' && /1080p/.test(gap)));
});
