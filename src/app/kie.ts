import { KieClient } from '#kie';
import { type Clock, measure, secondsSince } from '#platform';
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
    fetch: measuredFetch,
    hooks: {
      onResponse: ({ path, status, envelopeCode, durationMs }) =>
        count(path, String(envelopeCode ?? status), durationMs / 1000),
    },
  });
}

/** Answers are counted by kie.ai's own code; here are the calls that got none. */
async function measuredFetch(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const startedAt = performance.now();
  try {
    return await fetch(input, init);
  } catch (error) {
    count(new URL(String(input)).pathname, 'none', secondsSince(startedAt));
    throw error;
  }
}

/** `/api/v1/jobs/createTask` counts as `createTask`. */
function count(path: string, result: string, seconds: number): void {
  measure({ of: 'provider-call', label: path.split('/').at(-1) ?? '', result, seconds });
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
