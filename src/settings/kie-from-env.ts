import { KieClient } from '#kie';
import { kieBaseUrl, kieUploadBaseUrl } from './addresses.ts';
import { type Env, SettingsError } from './env.ts';

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
