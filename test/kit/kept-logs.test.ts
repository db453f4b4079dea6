import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { findLeaks } from './kept-logs.ts';

test('a line of a log that holds a secret is found and shown without it; others are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kiegram-leaks-'));
  writeFileSync(
    join(folder, '1.log'),
    '{"msg":"polling begins"}\n{"url":"https://x.example/?key=fleet-key&a=1"}\n',
  );
  writeFileSync(join(folder, '2.log'), '{"msg":"[secret]"}\n');
  assert.deepEqual(findLeaks(folder), ['{"url":"https://x.example/?key=[secret]&a=1"}']);
  rmSync(folder, { recursive: true });
});
