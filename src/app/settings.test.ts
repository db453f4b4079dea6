import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEnv, SettingsError } from '#settings';
import { toConfig } from './config.ts';
import { dutiesOf } from './roles.ts';

const mistakes = (environment: Record<string, string>): string[] => {
  try {
    readEnv(environment);
    return [];
  } catch (error) {
    assert.ok(error instanceof SettingsError);
    return error.message.split('\n');
  }
};

test('each wrong setting is named once', () => {
  assert.deepEqual(mistakes({ PORT: 'abc', KIE_CREDITS_WARN: '-1', START_CREDITS: '1.5' }), [
    'PORT must be a whole number from 0 to 65535',
    'KIE_CREDITS_WARN must be a number from 0 to 1000000000',
    'START_CREDITS must be a whole number from 0 to 1000000',
  ]);
});

test('a language without phrases is refused', () => {
  assert.match(mistakes({ DEFAULT_LOCALE: 'xx' }).join(), /^DEFAULT_LOCALE .*"en"/);
  assert.deepEqual(mistakes({ DEFAULT_LOCALE: 'ru' }), []);
});

test('a role other than all needs a shared database, and nobody polls beside a webhook', () => {
  const config = (env: Record<string, string>) => toConfig(readEnv(env), 'real');
  const shared = { DATABASE_URL: 'postgres://127.0.0.1/kiegram' };
  assert.throws(() => dutiesOf('worker', config({})), SettingsError);
  assert.throws(() => dutiesOf('poller', config({ ...shared, BOT_MODE: 'webhook' })), SettingsError);
  assert.deepEqual(dutiesOf('all', config({})), { serves: true, works: true, receives: true });
  assert.deepEqual(dutiesOf('web', config(shared)), { serves: true, works: false, receives: false });
  const webhook = { ...shared, BOT_MODE: 'webhook' };
  assert.deepEqual(dutiesOf('web', config(webhook)), { serves: true, works: false, receives: true });
});
