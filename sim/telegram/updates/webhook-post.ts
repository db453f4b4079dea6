import { Agent, request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest, Agent as SecureAgent } from 'node:https';
import type { Update } from 'grammy/types';
import { connectionProblem, type WebhookSettings } from './webhook-settings.ts';

/** What came of one POST; `status` 0 where no answer came, then `problem` says why. */
export interface PostResult {
  status: number;
  problem?: string;
  body: string;
  contentType: string;
  /** Seconds, from the header of that name. */
  retryAfter?: number;
}

const RESPONSE_TIMEOUT_MS = 60_000;

/** Posts updates to one bot's server over kept-alive connections (facts: 1.4, "Request"). */
export class WebhookPoster {
  readonly #agent = new Agent({ keepAlive: true });
  readonly #secureAgent = new SecureAgent({ keepAlive: true, rejectUnauthorized: false });

  post(settings: WebhookSettings, update: Update): Promise<PostResult> {
    const url = new URL(settings.url);
    const secure = url.protocol === 'https:';
    const body = Buffer.from(JSON.stringify(update));
    const headers: Record<string, string | number> = {
      'content-type': 'application/json',
      'content-length': body.length,
      'accept-encoding': 'gzip, deflate',
    };
    if (settings.secret) headers['x-telegram-bot-api-secret-token'] = settings.secret;
    return new Promise((resolve) => {
      const failed = (problem: string) => resolve({ status: 0, problem, body: '', contentType: '' });
      const request = (secure ? httpsRequest : httpRequest)(url, {
        method: 'POST',
        headers,
        agent: secure ? this.#secureAgent : this.#agent,
        timeout: RESPONSE_TIMEOUT_MS,
      });
      request.once('response', (response) =>
        collect(response).then(resolve, () => failed('Webhook connection closed')),
      );
      request.once('timeout', () => {
        failed('Read timeout expired');
        request.destroy();
      });
      request.once('error', (error) => failed(connectionProblem(error)));
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
    this.#secureAgent.destroy();
  }
}

async function collect(response: IncomingMessage): Promise<PostResult> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk);
  const status = response.statusCode ?? 0;
  const retryAfter = Number(response.headers['retry-after']);
  const ok = status >= 200 && status < 300;
  return {
    status,
    body: Buffer.concat(chunks).toString(),
    contentType: response.headers['content-type'] ?? '',
    ...(ok
      ? {}
      : { problem: `Wrong response from the webhook: ${status} ${response.statusMessage ?? ''}`.trim() }),
    ...(retryAfter >= 0 && retryAfter <= 3_600 && !ok ? { retryAfter } : {}),
  };
}
