import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Task, TaskState } from '#kie';
import { elapsed, showProgress } from './progress.ts';

function screen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

const task = (state: TaskState) => ({ state }) as Task;

test('a log gets one line per state, with the time that has passed', () => {
  const log = screen(false);
  let now = 0;
  const progress = showProgress(undefined, log, () => now);
  for (const state of ['waiting', 'generating', 'generating', 'success'] as const) {
    progress.show(task(state));
    now += 45_000;
  }
  progress.end();
  assert.deepEqual(log.written, ['waiting · 0 s\n', 'generating · 45 s\n', 'success · 2 min 15 s\n']);
});

test('a terminal has one line, redrawn and cleared in the end', () => {
  const terminal = screen(true);
  const progress = showProgress(undefined, terminal, () => 0);
  progress.show(task('waiting'));
  progress.show(task('waiting'));
  progress.end();
  assert.deepEqual(terminal.written, ['\r\u001b[Kwaiting · 0 s', '\r\u001b[Kwaiting · 0 s', '\r\u001b[K']);
});

test('where runs of the model were seen, their time stands beside', () => {
  const line = (usual: [number, number]) => {
    const log = screen(false);
    showProgress(usual, log, () => 0).show(task('generating'));
    return log.written[0];
  };
  assert.equal(line([45, 112]), 'generating · 0 s of about 45 s to 1 min 52 s\n');
  assert.equal(line([785, 785]), 'generating · 0 s of about 13 min 05 s\n');
});

test('time is told in seconds, then in minutes', () => {
  assert.deepEqual([0, 59_999, 60_000, 785_000].map(elapsed), ['0 s', '59 s', '1 min 00 s', '13 min 05 s']);
});
