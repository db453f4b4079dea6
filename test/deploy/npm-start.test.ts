import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';

test('npm start hands SIGTERM on, so that a container ends in order', async () => {
  const child = spawn('npm', ['start'], {
    cwd: join(import.meta.dirname, '../..'),
    env: { ...process.env, PORT: '0', TELEGRAM_BOT_TOKEN: '', KIE_API_KEY: '', LOG_LEVEL: 'info' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let heard = '';
  const started = Promise.withResolvers<void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      heard += String(chunk);
      if (heard.includes('Chat with the bot')) started.resolve();
    });
  }
  await started.promise;
  child.kill('SIGTERM');
  await once(child, 'close');
  assert.match(heard, /"msg":"stopped"/);
});
