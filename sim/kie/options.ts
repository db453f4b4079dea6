import type { Account } from './account.ts';
import type { SimClock } from './clock.ts';
import type { Journal } from './journal.ts';
import type { Catalogue, Medium, SimModel } from './models.ts';
import type { Limits } from './rate-window.ts';
import type { Scenarios } from './scenario.ts';
import type { Tasks } from './tasks.ts';

/** How long a task of each medium runs, in ms. */
export type Speeds = Readonly<Record<Medium | 'data', number>>;

export interface KieSimOptions {
  /** 0 takes a free port. */
  readonly port?: number;
  readonly host?: string;
  /** Address in the URLs handed out; by default the one it listens on. */
  readonly publicUrl?: string;
  readonly apiKeys?: readonly string[];
  /** kie credits at the start. */
  readonly credits?: number;
  readonly clock?: SimClock;
  /** The models served; by default all 197. */
  readonly catalogue?: readonly SimModel[];
  readonly speeds?: Partial<Speeds>;
  readonly limits?: Partial<Limits>;
  /** Signs callbacks when given. */
  readonly webhookHmacKey?: string;
  /** Changes the pictures and melodies. */
  readonly seed?: number;
  /** Pictures and clips are at most this wide or high, in pixels; without it as large as a chat shows them. */
  readonly longestSide?: number;
  /** Hears one line per request. */
  readonly log?: (line: string) => void;
}

/** A running simulator of kie.ai. */
export interface KieSim extends AsyncDisposable {
  /** Base address of the job API, without a slash at the end. */
  readonly url: string;
  /** Base address of the upload API; the same server. */
  readonly uploadUrl: string;
  readonly scenario: Scenarios;
  readonly journal: Journal;
  readonly credits: Account;
  readonly catalogue: Catalogue;
  readonly tasks: Tasks;
  /** Moves virtual time forward; refuses with real time. */
  advance(ms: number): Promise<void>;
  /** Resolves when no task runs and every callback is delivered or given up; moves virtual time as needed. */
  settle(): Promise<void>;
  close(): Promise<void>;
}
