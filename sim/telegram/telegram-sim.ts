import type { BotAccount, BotRegistration } from './account.ts';
import { type SimClock, systemClock } from './clock.ts';
import type { Fault } from './faults.ts';
import { listen, stop } from './http/listen.ts';
import type { Journal } from './journal.ts';
import type { People } from './people/people.ts';
import { BotApiServer } from './server.ts';

export interface TelegramSimOptions {
  /** 0 takes a free one. */
  port?: number;
  host?: string;
  /** At least one; people talk to the first unless asked through `bot()`. */
  bots: BotRegistration[];
  clock?: SimClock;
  /** Whether messages are counted as Telegram counts them, with 429 for too many. */
  strictLimits?: boolean;
  /** Gets a line per call, without any secret. */
  log?: (line: string) => void;
}

/** A running server: the Bot API at `url`, the chat page at `url`/, the side door under `url`/sim. */
export interface TelegramSim extends AsyncDisposable {
  readonly url: string;
  /** The people of the first bot. */
  readonly people: People;
  readonly journal: Journal;
  /** Lets something go wrong; the returned function ends that. */
  fault(fault: Fault): () => void;
  clearFaults(): void;
  /** The bot of the token, or the first. @throws Error for a token nobody registered */
  bot(token?: string): BotAccount;
  close(): Promise<void>;
}

/** Starts a simulated Telegram (facts: telegram.md). It keeps everything in memory for as long as it runs. */
export async function createTelegramSim(options: TelegramSimOptions): Promise<TelegramSim> {
  const { port = 0, host = '127.0.0.1', bots, clock = systemClock, strictLimits = false, log } = options;
  const api = new BotApiServer({ clock, strictLimits, bots, log });
  const first = api.bots[0];
  if (!first) throw new Error('createTelegramSim needs at least one bot');
  const { server, url } = await listen(api, host, port);
  const close = async () => {
    api.close();
    await stop(server);
  };
  return {
    url,
    people: first.people,
    journal: api.journal,
    fault: (fault) => api.faults.add(fault),
    clearFaults: () => api.faults.clear(),
    bot(token) {
      const found = token === undefined ? first : api.bots.find((it) => it.token === token);
      if (!found) throw new Error('no bot has this token');
      return found;
    },
    close,
    [Symbol.asyncDispose]: close,
  };
}
