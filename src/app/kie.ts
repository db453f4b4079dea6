import { KieClient } from '#kie';
import { type Clock, measure, secondsSince } from '#platform';
import type { Config, Secrets } from './config.ts';

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
