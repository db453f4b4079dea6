import { KieClient, pollDelay } from '#kie';
import { kieFromEnv, readEnv } from '#settings';
import type { KieSimOptions } from '#sim';
import { UsageError } from './errors.ts';

/** kie.ai for one command. `allowHosts`: private hosts that results may come from. */
export interface KieAccess extends AsyncDisposable {
  readonly kie: KieClient;
  readonly allowHosts: readonly string[];
  /** How long to wait between two looks at a task, by its age, in ms. */
  readonly rhythm: (ageMs: number) => number;
  /** Nothing leaves this machine, and the tasks end with the process. */
  readonly simulated: boolean;
}

/** The real kie.ai by the settings, or a simulator of its own for trying out. @throws UsageError without a key */
export async function openKie({ sim = false }: { sim?: boolean | undefined }): Promise<KieAccess> {
  return sim ? simulatedKie() : kieOfSettings();
}

function kieOfSettings(): KieAccess {
  const env = readEnv(process.env);
  if (env.KIE_API_KEY === undefined) {
    throw new UsageError(
      'KIE_API_KEY is not set: get one at kie.ai/api-key. To try things out without one, `kiegram run … --sim` ' +
        'works against a simulator that costs nothing.',
    );
  }
  const own = [env.KIE_API_BASE_URL, env.KIE_UPLOAD_BASE_URL].filter((url) => url !== undefined);
  return {
    kie: kieFromEnv(env),
    allowHosts: own.map((url) => new URL(url).host),
    rhythm: pollDelay,
    simulated: false,
    async [Symbol.asyncDispose]() {
      // Nothing to close: requests end by themselves.
    },
  };
}

const NO_LIMITS = { createTask: null, recordInfo: null, catalogue: null };
const SIMULATED_POLL_MS = 200;

/** A simulator in this process with all the credits one could need and without kie.ai's limits of requests. */
export async function simulatedKie(options: KieSimOptions = {}): Promise<KieAccess> {
  const { createKieSim } = await import('#sim');
  const sim = await createKieSim({ credits: 1_000_000, limits: NO_LIMITS, ...options });
  const { url: baseUrl, uploadUrl: uploadBaseUrl } = sim;
  return {
    kie: new KieClient({ apiKey: 'sim-key', baseUrl, uploadBaseUrl }),
    allowHosts: [new URL(baseUrl).host],
    rhythm: () => SIMULATED_POLL_MS,
    simulated: true,
    [Symbol.asyncDispose]: () => sim.close(),
  };
}
