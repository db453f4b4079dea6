import { KieClient } from '#kie';
import type { Clock } from '#platform';
import { type Config, kieBaseUrl, kieUploadBaseUrl, type Secrets } from './config.ts';
import { type Env, SettingsError } from './env.ts';

/** The bot's client. Its createTask limit is kept in the database, for all replicas, not here. */
export function buildKie(config: Config, secrets: Secrets, clock: Clock): KieClient {
  return new KieClient({
    apiKey: secrets.kieApiKey,
    baseUrl: config.kie.baseUrl,
    uploadBaseUrl: config.kie.uploadBaseUrl,
    allowHosts: config.kie.allowHosts,
    clock: { now: () => clock.now().getTime(), sleep: (ms, signal) => clock.sleep(ms, signal) },
  });
}

/** A client for the command line, within kie.ai's limits by itself. @throws SettingsError without a key */
export function kieFromEnv(env: Env): KieClient {
  if (env.KIE_API_KEY === undefined)
    throw new SettingsError('KIE_API_KEY is not set: get one at kie.ai/api-key.');
  return new KieClient({
    apiKey: env.KIE_API_KEY,
    baseUrl: env.KIE_API_BASE_URL ?? kieBaseUrl,
    uploadBaseUrl: env.KIE_UPLOAD_BASE_URL ?? kieUploadBaseUrl,
    limiter: true,
  });
}
