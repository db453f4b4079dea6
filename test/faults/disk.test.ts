/** The disk of the embedded database fills up: slowly, at once, and so that its log cannot grow. */
import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as delay } from 'node:timers/promises';
import { sql } from 'kysely';
import { auditAll, guardDisk } from '#app';
import { openDatabase } from '#platform';
import { openArena } from '../crashes/arena.ts';
import { newVisitor } from '../crashes/run-point.ts';
import { arrived, confirmButton, showsTheEnd, stories, type Visitor } from '../crashes/stories.ts';
import { secondsUntil } from '../deploy/fleet.ts';
import { silentLog } from '../kit/index.ts';

const DISK_MB = 400;
const mount = mkdtempSync(join(tmpdir(), 'kiegram-disk-'));
const skip = mountDisk();
const ballast = join(mount, 'ballast');

after(() => {
  if (!skip) execFileSync('umount', ['--lazy', mount]);
  rmSync(mount, { recursive: true, force: true });
});

test('it is nearly full: nothing is sold, what is under way is delivered, and all goes on by itself', {
  skip,
}, async () => {
  await using arena = await openArena('pglite', folder('slow'));
  const { product, operator, kie } = arena;
  kie.scenario.task({ runMs: 8_000 });
  await product.start();
  const [early, late] = [newVisitor(arena), newVisitor(arena)];
  await stories.picture.act(early);
  await secondsUntil(() => kie.journal.bought().length === 1);
  fill(60);
  await secondsUntil(async () => (await product.state()) === 'disk-full');
  late.person.send(`a lighthouse ${late.ticket}`);
  const button = await late.person.until(() => late.person.findButton(confirmButton));
  const answer = await late.person.tapAt(button.message_id, button.row, button.column);
  assert.match(JSON.stringify(answer), /New generations are paused for a moment/);
  await operator.until(() =>
    operator.messages.some(({ text }) => /MB are left on the disk/.test(text ?? '')),
  );
  await early.person.until(() => showsTheEnd(early, stories.picture), { timeoutMs: 60_000 });
  rmSync(ballast);
  await secondsUntil(async () => (await product.state()) === 'leader');
  await late.person.tapAt(button.message_id, button.row, button.column);
  await late.person.until(() => showsTheEnd(late, stories.picture), { timeoutMs: 60_000 });
  await arena.look(async ({ db }) => assert.deepEqual((await auditAll(db)).findings, []));
});

test('it is full at once, while people order and results go out: nothing is lost once there is room', {
  skip,
}, async (context) => {
  await using arena = await openArena('pglite', folder('sudden'));
  const { product, kie } = arena;
  await product.start();
  const visitors = Array.from({ length: 4 }, () => newVisitor(arena));
  const acting = visitors.map((visitor) => stories.picture.act(visitor));
  await secondsUntil(() => kie.journal.bought().length > 0);
  fill(0);
  await delay(12_000);
  rmSync(ballast);
  const from = performance.now();
  await product.start();
  await Promise.all(acting);
  await Promise.all(visitors.map(theEnd));
  context.diagnostic(`settled ${((performance.now() - from) / 1000).toFixed(0)} s after there was room`);
  assert.equal(kie.journal.bought().length, visitors.length, 'each order is bought once');
  await arena.look(async ({ db }) => assert.deepEqual((await auditAll(db)).findings, []));
  for (const { person } of visitors) assert.ok(arrived(person, stories.picture).length >= 1);
});

test('its log cannot grow: the process ends within minutes, and a new one has everything that was written', {
  skip,
}, async () => {
  const dataDir = folder('log');
  const child = spawn(process.execPath, [join(import.meta.dirname, 'fill-log.ts'), dataDir, '1'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [said, complained] = ['', ''];
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (complained += String(chunk)));
  const [, signal] = await once(child, 'close');
  assert.equal(signal, 'SIGKILL', complained);
  assert.match(complained, /The embedded database has stopped, as it does on a full disk/);
  await assert.rejects(guardDisk({ url: undefined, dataDir }), /Only \d+ MB are left/);
  rmSync(ballast);
  await using database = await openDatabase({ dataDir, log: silentLog });
  const { rows } = await sql<{ count: number }>`select count(*) as count from kept`.execute(database.db);
  assert.equal(rows[0]?.count, Number(said.trim().split('\n').at(-1)));
});

/** A disk of its own that may be filled. Answers why there is none. */
function mountDisk(): string | false {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MB}m`, 'tmpfs', mount], { stdio: 'pipe' });
    return false;
  } catch (error) {
    return `no disk can be mounted here: ${error instanceof Error ? error.message.trim() : error}`;
  }
}

function folder(name: string): string {
  rmSync(ballast, { force: true });
  const path = join(mount, name);
  mkdirSync(path);
  return path;
}

/** Leaves so many MB. */
function fill(megabytes: number): void {
  const { bavail, bsize } = statfsSync(mount);
  writeFileSync(ballast, Buffer.alloc(bavail * bsize - megabytes * 1e6));
}

async function theEnd(visitor: Visitor): Promise<void> {
  await visitor.person.until(() => showsTheEnd(visitor, stories.picture), { timeoutMs: 120_000 });
}
