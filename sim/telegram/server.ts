import { BotAccount, type BotRegistration } from './account.ts';
import { ApiError } from './api-error.ts';
import type { SimClock } from './clock.ts';
import { type Fate, Faults } from './faults.ts';
import { type CallEntry, Journal } from './journal.ts';
import { findMethod } from './methods/all-methods.ts';
import { Described } from './methods/method.ts';
import { Params } from './params.ts';
import { RateLimits } from './rate-limits.ts';

/** What a call comes to. `drop` ends the connection without an answer; `hang` never answers. */
export type Outcome =
  | { answer: 'success'; result: unknown; description?: string }
  | { answer: 'failure'; error: ApiError }
  | { answer: 'drop' }
  | { answer: 'hang' };

interface ServerOptions {
  clock: SimClock;
  strictLimits: boolean;
  bots: BotRegistration[];
  log?: ((line: string) => void) | undefined;
}

/** The Bot API without its HTTP: bots, calls, faults and the record of them all. */
export class BotApiServer {
  readonly journal: Journal;
  readonly faults: Faults;
  readonly bots: BotAccount[];
  readonly #clock: SimClock;
  readonly #limits: RateLimits | undefined;
  readonly #log: ((line: string) => void) | undefined;

  constructor({ clock, strictLimits, bots, log }: ServerOptions) {
    this.#clock = clock;
    this.#log = log;
    this.journal = new Journal(clock);
    this.faults = new Faults(clock);
    this.#limits = strictLimits ? new RateLimits(clock) : undefined;
    const execute = (bot: BotAccount, method: string, body: Record<string, unknown>) => {
      const values = Object.entries(body).map(([name, value]) => [name, asText(value)] as const);
      void this.call(bot, method, new Params(new Map(values)));
    };
    this.bots = bots.map((bot) => new BotAccount(bot, clock, this.journal, execute));
  }

  /** The bot behind a token as it stands in the address. @throws ApiError 401 (facts: 1.0, "Token") */
  authorize(token: string): BotAccount {
    if (token.startsWith('0') || token.length > 80 || token.includes('/') || !token.includes(':')) {
      throw new ApiError(401, 'Unauthorized: invalid token specified');
    }
    const bot = this.bots.find((known) => known.token === token);
    if (!bot) throw new ApiError(401, 'Unauthorized');
    return bot;
  }

  /** Runs a method under the faults in force and writes it down. */
  async call(bot: BotAccount, asked: string, params: Params): Promise<Outcome> {
    const name = findMethod(asked)?.name ?? asked;
    const entry: CallEntry = this.journal.add({
      ...{ kind: 'call', bot: bot.user.username, method: name },
      params: params.describe(),
    });
    const outcome = await this.#outcome(bot, name, params);
    record(entry, outcome);
    this.journal.changed();
    this.#log?.(`${name} ${entry.status ?? outcome.answer} ${entry.description ?? ''}`.trim());
    return outcome;
  }

  close(): void {
    for (const bot of this.bots) bot.close();
  }

  async #outcome(bot: BotAccount, name: string, params: Params): Promise<Outcome> {
    const fate: Fate = this.faults.meet(name);
    if (fate.delayMs) await this.#clock.sleep(fate.delayMs);
    if (fate.hang) return { answer: 'hang' };
    if (fate.drop === 'before') return { answer: 'drop' };
    if (fate.error) return { answer: 'failure', error: fate.error };
    const outcome = await this.#run(bot, name, params);
    return fate.drop === 'after' ? { answer: 'drop' } : outcome;
  }

  async #run(bot: BotAccount, name: string, params: Params): Promise<Outcome> {
    try {
      const found = findMethod(name);
      if (!found) throw new ApiError(404, 'Not Found: method not found');
      this.#limits?.check(bot.user.username, found.name, params);
      const result = await found.method({ bot, params });
      if (result instanceof Described) return { answer: 'success', ...result };
      return { answer: 'success', result };
    } catch (error) {
      if (error instanceof ApiError) return { answer: 'failure', error };
      throw error;
    }
  }
}

function record(entry: CallEntry, outcome: Outcome): void {
  if (outcome.answer === 'success') {
    entry.status = 200;
    entry.result = outcome.result;
  } else if (outcome.answer === 'failure') {
    entry.status = outcome.error.code;
    entry.description = outcome.error.message;
  }
}

function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
