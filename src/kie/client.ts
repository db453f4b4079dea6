import { type Account, createAccount } from './account.ts';
import { type Callback, parseCallback, type VerifyCallbackOptions, verifyCallback } from './callback.ts';
import { type Catalogue, createCatalogue } from './catalogue.ts';
import { type Clock, systemClock } from './clock.ts';
import { type DownloadOptions, download, openDownload } from './download.ts';
import { createFiles, type Files } from './files.ts';
import { accountLimits, type Limits } from './limiter.ts';
import { createRequester, type KieHooks } from './request.ts';
import { createTasks, type Tasks } from './tasks.ts';

export interface KieClientOptions {
  apiKey: string;
  /** Default https://api.kie.ai */
  baseUrl?: string | undefined;
  /** Default https://kieai.redpandaai.co */
  uploadBaseUrl?: string | undefined;
  /** Time limit of one request in ms. Default 30 000; uploads 120 000. */
  timeoutMs?: number | undefined;
  /** How many times a request may be sent again. Default 3. createTask is, only after a 429. */
  retries?: number | undefined;
  fetch?: typeof fetch | undefined;
  clock?: Clock | undefined;
  hooks?: KieHooks | undefined;
  /** kie.ai's firewall refuses requests without a sensible one. */
  userAgent?: string | undefined;
  /** `true`: keep kie.ai's documented limits in this process; or limiters of your own, shared between clients. */
  limiter?: Limits | boolean | undefined;
  /** Private hosts downloads may use, as `host:port`: a simulator on this machine. */
  allowHosts?: readonly string[] | undefined;
}

export const DEFAULT_BASE_URL = 'https://api.kie.ai';
export const DEFAULT_UPLOAD_BASE_URL = 'https://kieai.redpandaai.co';
const DEFAULT_USER_AGENT = 'kiegram/0.1 (Node.js)';
const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_RETRIES = 3;

/**
 * kie.ai for Node 20 and newer.
 *
 * ```ts
 * const kie = new KieClient({ apiKey });
 * const taskId = await kie.createTask('z-image', { prompt: 'A fox', aspect_ratio: '1:1' });
 * const task = await kie.waitTask(taskId);
 * console.log(task.result?.urls);
 * ```
 *
 * **Money.** createTask is sent again only after a 429. It fails either with an error whose `certainlyRefused` is true
 * (kie.ai said no, or the request never left: nothing was bought) or with `UncertainError` (timeout, 5xx, broken
 * answer, broken connection, abort on the way: the task may exist, do not create it again).
 *
 * The methods need no `this` and may be handed around one by one.
 */
export class KieClient {
  /** Creates a task and resolves to its id. This is the request that costs credits; see above. */
  readonly createTask: Tasks['createTask'];
  /** The task as it is now. Throws `TaskNotFoundError` (also within 90 s of creation) and `UnknownStateError`. */
  readonly getTask: Tasks['getTask'];
  /** Resolves at success; throws `TaskFailedError`, or `TaskTimeoutError` from which the wait can be resumed. */
  readonly waitTask: Tasks['waitTask'];
  /** Iterates over the task's polls; the last one is finished, `success` or `fail`. */
  readonly watchTask: Tasks['watchTask'];

  readonly uploadFile: Files['uploadFile'];
  readonly uploadBase64: Files['uploadBase64'];
  readonly uploadFromUrl: Files['uploadFromUrl'];

  readonly credits: Account['credits'];
  readonly downloadUrl: Account['downloadUrl'];

  readonly listModels: Catalogue['listModels'];
  readonly modelSchema: Catalogue['modelSchema'];
  readonly modelPrice: Catalogue['modelPrice'];
  readonly modelSuccessRate: Catalogue['modelSuccessRate'];

  /** Fetches a result file into memory, safely; see `DownloadOptions`. */
  readonly download: typeof download;
  /** The same as a stream. */
  readonly openDownload: typeof openDownload;

  constructor(options: KieClientOptions) {
    const base = readBase(options.baseUrl ?? DEFAULT_BASE_URL, 'baseUrl');
    const uploadBase = readBase(options.uploadBaseUrl ?? DEFAULT_UPLOAD_BASE_URL, 'uploadBaseUrl');
    const clock = options.clock ?? systemClock;
    const requestTimeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
    const userAgent = options.userAgent ?? DEFAULT_USER_AGENT;
    const request = createRequester({
      apiKey: readKey(options.apiKey),
      userAgent,
      timeoutMs: requestTimeoutMs,
      retries: options.retries ?? DEFAULT_RETRIES,
      fetch: options.fetch ?? fetch,
      clock,
      hooks: options.hooks ?? {},
    });
    const documented = accountLimits(clock);
    const limits = options.limiter === true ? documented : options.limiter || {};

    const tasks = createTasks({ request, base, clock, limits, requestTimeoutMs });
    this.createTask = tasks.createTask;
    this.getTask = tasks.getTask;
    this.waitTask = tasks.waitTask;
    this.watchTask = tasks.watchTask;

    const files = createFiles({ request, base: uploadBase });
    this.uploadFile = files.uploadFile;
    this.uploadBase64 = files.uploadBase64;
    this.uploadFromUrl = files.uploadFromUrl;

    const account = createAccount({ request, base });
    this.credits = account.credits;
    this.downloadUrl = account.downloadUrl;

    const catalogue = createCatalogue({ request, base, limiter: limits.catalogue ?? documented.catalogue });
    this.listModels = catalogue.listModels;
    this.modelSchema = catalogue.modelSchema;
    this.modelPrice = catalogue.modelPrice;
    this.modelSuccessRate = catalogue.modelSuccessRate;

    const rules = { userAgent, allowHosts: options.allowHosts };
    this.download = (url: string, more?: DownloadOptions) => download(url, { ...rules, ...more });
    this.openDownload = (url: string, more?: DownloadOptions) => openDownload(url, { ...rules, ...more });
  }

  /** See the function of the same name. */
  verifyCallback(options: VerifyCallbackOptions): Callback {
    return verifyCallback(options);
  }

  /** See the function of the same name. */
  parseCallback(rawBody: string | Uint8Array): Callback {
    return parseCallback(rawBody);
  }
}

function readKey(apiKey: string): string {
  if (typeof apiKey !== 'string' || !/^[\x21-\x7e]+$/.test(apiKey)) {
    throw new TypeError(
      'KieClient needs an apiKey: printable characters without spaces, as shown at kie.ai/api-key. It is empty or ' +
        'holds a character that no header may carry, perhaps a line break copied along.',
    );
  }
  return apiKey;
}

function readBase(text: string, option: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.username !== '') {
    throw new TypeError(
      `${option} must be an http or https address without credentials, such as ${DEFAULT_BASE_URL}`,
    );
  }
  return (url.origin + url.pathname).replace(/\/+$/, '');
}
