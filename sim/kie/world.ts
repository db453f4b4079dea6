import { Account } from './account.ts';
import { CallbackSender } from './callback-sender.ts';
import { isVirtual, realClock, type SimClock } from './clock.ts';
import { failsLater } from './constraint-check.ts';
import { constraintsOf } from './constraints.ts';
import { SAYS } from './envelope.ts';
import { Journal } from './journal.ts';
import { SOUND_SECONDS } from './media/audio.ts';
import { draw } from './media/draw.ts';
import type { Picture } from './media/recipe.ts';
import { within } from './media/size.ts';
import { CLIP_SECONDS } from './media/video.ts';
import { secondsOfMedia } from './media-length.ts';
import { Catalogue } from './models.ts';
import type { KieSimOptions, Speeds } from './options.ts';
import { outcomeOf } from './outcome.ts';
import { DOCUMENTED_LIMITS } from './rate-window.ts';
import { ResultFiles } from './result-files.ts';
import { Scenarios } from './scenario.ts';
import { type Task, type TaskEnd, Tasks } from './tasks.ts';
import { UploadFiles } from './upload-files.ts';

const USUAL_SPEEDS: Speeds = { image: 1200, video: 3000, audio: 2000, data: 800 };

/** Everything behind the simulator's HTTP face. `origin` is the address in the URLs it hands out. */
export class KieWorld {
  readonly clock: SimClock;
  readonly scenario = new Scenarios();
  readonly journal = new Journal();
  readonly account: Account;
  readonly catalogue: Catalogue;
  readonly speeds: Speeds;
  readonly tasks: Tasks;
  readonly callbacks: CallbackSender;
  readonly results: ResultFiles;
  readonly uploads: UploadFiles;
  readonly log: (line: string) => void;
  origin = '';
  readonly #seed: number;
  readonly #longestSide: number;
  readonly #watchers = new Set<() => void>();

  constructor(options: KieSimOptions) {
    this.clock = options.clock ?? realClock();
    this.account = new Account({
      keys: options.apiKeys ?? ['sim-key'],
      credits: options.credits ?? 10_000,
      clock: this.clock,
      limits: { ...DOCUMENTED_LIMITS, ...options.limits },
    });
    this.catalogue = new Catalogue(options.catalogue);
    this.speeds = { ...USUAL_SPEEDS, ...options.speeds };
    this.log = options.log ?? (() => undefined);
    this.#seed = options.seed ?? 0;
    this.#longestSide = options.longestSide ?? Number.POSITIVE_INFINITY;
    this.callbacks = new CallbackSender(this.clock, this.journal, options.webhookHmacKey);
    this.results = new ResultFiles(this.clock, (recipe) => draw(recipe, (url) => this.pictureAt(url)));
    this.uploads = new UploadFiles(this.clock, this.account.number);
    this.tasks = new Tasks(
      this.clock,
      (task) => this.#endOf(task),
      (task) => this.#announce(task),
    );
  }

  /** The picture behind one of our URLs, if it is still in memory. */
  async pictureAt(url: string): Promise<Picture | undefined> {
    const path = this.pathOf(url);
    if (path?.startsWith('/files/'))
      return this.uploads.find(decodeURIComponent(path.slice('/files/'.length)));
    return path ? this.results.picture(path) : undefined;
  }

  /** Seconds of the clip or sound behind one of our URLs. */
  secondsOf(url: string): number | undefined {
    const path = this.pathOf(url);
    if (!path) return undefined;
    const upload = this.uploads.find(decodeURIComponent(path.replace(/^\/files\//, '')));
    if (upload) return secondsOfMedia(upload.bytes);
    const result = this.results.find(path);
    if (typeof result === 'number') return undefined;
    return result.recipe.medium === 'audio' ? SOUND_SECONDS : CLIP_SECONDS;
  }

  /** The path of a URL on this server. */
  pathOf(url: string): string | undefined {
    return url.startsWith(`${this.origin}/`) ? new URL(url).pathname : undefined;
  }

  /** Resolves when nothing runs and nothing is on its way. */
  async settle(): Promise<void> {
    for (;;) {
      if (this.callbacks.inFlight.size > 0) await Promise.race(this.callbacks.inFlight);
      else if (this.tasks.running === 0 && this.callbacks.waiting === 0) return;
      else if (isVirtual(this.clock)) await this.clock.advance(this.clock.next() ?? 0);
      else await new Promise<void>((resolve) => this.#watchers.add(resolve));
    }
  }

  #endOf(task: Task): TaskEnd {
    const completeTime = this.clock.now();
    const fail = task.twist.fail ?? this.#builtInFailure(task);
    if (fail) {
      return {
        state: 'fail',
        completeTime,
        resultJson: '',
        failCode: fail.failCode,
        failMsg: fail.failMsg,
        creditsConsumed: 0,
      };
    }
    const result = outcomeOf(task, (recipe) => {
      const seed = (recipe.seed + this.#seed) >>> 0;
      return (
        this.origin + this.results.plan({ ...within(recipe, this.#longestSide), seed }, task.twist.expired)
      );
    });
    const resultJson = task.twist.resultJson === undefined ? JSON.stringify(result) : task.twist.resultJson;
    return {
      state: 'success',
      completeTime,
      resultJson,
      failCode: null,
      failMsg: null,
      creditsConsumed: task.price,
    };
  }

  #builtInFailure(task: Task): { failCode: string; failMsg: string } | undefined {
    const doomed =
      task.model.fate === 'fails' || failsLater(constraintsOf(task.model.id), task.model, task.input);
    return doomed ? { failCode: '500', failMsg: SAYS.internal } : undefined;
  }

  #announce(task: Task): void {
    if (!task.end) return;
    const credits = task.end.creditsConsumed;
    this.account.settle(task.price, credits);
    this.journal.add({
      kind: 'ended',
      at: this.clock.now(),
      taskId: task.id,
      model: task.model.id,
      state: task.end.state,
      credits,
    });
    this.callbacks.announce(task);
    for (const watcher of this.#watchers) watcher();
    this.#watchers.clear();
  }
}
