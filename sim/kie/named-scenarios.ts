import { SAYS } from './envelope.ts';
import type { Input } from './models.ts';
import { strings } from './models.ts';
import type { Fault, TaskTwist } from './scenario.ts';

/** A named misbehaviour: of the createTask answer, of the task, or both. */
export interface NamedScenario {
  readonly says: string;
  readonly fault?: Fault;
  readonly task?: TaskTwist;
}

/**
 * Everything a person can ask for by a word in a prompt (`a red fox !slow`) and a program by name
 * (`POST /sim/scenario {"name":"slow"}`).
 */
export const NAMED_SCENARIOS = {
  fail: { says: 'the task fails after a while', task: { fail: { failCode: '500', failMsg: SAYS.internal } } },
  nsfw: {
    says: 'the task fails with the single word nsfw',
    task: { fail: { failCode: '501', failMsg: 'nsfw' } },
  },
  failnumber: {
    says: 'the task fails and failCode is a number',
    task: { fail: { failCode: 501, failMsg: 'Generation Failed' } },
  },
  slow: { says: 'the task takes 30 seconds', task: { runMs: 30_000 } },
  forever: { says: 'the task takes a day', task: { runMs: 86_400_000 } },
  lost: { says: 'no callback is sent', task: { callback: 'lost' } },
  twice: { says: 'the callback is sent twice', task: { callback: 'double' } },
  expired: { says: 'the result URLs answer 404', task: { expired: 404 } },
  forbidden: { says: 'the result URLs answer 403', task: { expired: 403 } },
  unseen: { says: 'recordInfo is null for 10 seconds', task: { unseenMs: 10_000 } },
  oddstate: { says: 'a state nobody knows is shown while running', task: { oddState: 'dreaming' } },
  nojson: { says: 'success with resultJson null', task: { resultJson: null } },
  emptyjson: { says: 'success with an empty resultJson', task: { resultJson: '' } },
  badjson: { says: 'success with a broken resultJson', task: { resultJson: '{"resultUrls":["https://' } },
  timeout: { says: 'the task is created, the answer never comes', fault: { kind: 'hang', after: true } },
  drop: { says: 'the task is created, the connection is cut', fault: { kind: 'drop', after: true } },
  half: { says: 'the task is created, the answer is cut in half', fault: { kind: 'half' } },
  garbage: { says: 'the task is created, the answer is not JSON', fault: { kind: 'garbage', after: true } },
  html: { says: 'a proxy answers with an HTML page, nothing is created', fault: { kind: 'html' } },
  500: { says: 'HTTP 500, nothing is created', fault: { kind: 'status', status: 500 } },
  502: { says: 'HTTP 502 although the task is created', fault: { kind: 'status', status: 502, after: true } },
  401: { says: 'the key is refused', fault: { kind: 'refuse', code: 401 } },
  402: { says: 'the account is out of credits', fault: { kind: 'refuse', code: 402 } },
  429: { says: 'too many requests', fault: { kind: 'refuse', code: 429 } },
  433: { says: 'the usage limit of the key is reached', fault: { kind: 'refuse', code: 433 } },
  455: { says: 'maintenance', fault: { kind: 'refuse', code: 455 } },
  505: { says: 'the feature is disabled', fault: { kind: 'refuse', code: 505 } },
  paused: { says: 'the model is paused', fault: { kind: 'refuse', code: 500, msg: SAYS.paused } },
} as const satisfies Readonly<Record<string, NamedScenario>>;

export type ScenarioName = keyof typeof NAMED_SCENARIOS;

const TABLE: Readonly<Record<string, NamedScenario>> = NAMED_SCENARIOS;

export function namedScenario(name: string): NamedScenario | undefined {
  return Object.hasOwn(TABLE, name) ? TABLE[name] : undefined;
}

/** The scenarios whose `!name` stands in any text of an input. */
export function markedScenarios(input: Input): NamedScenario[] {
  const words = strings(input).flatMap((text) => [...text.matchAll(/(?:^|\s)!([a-z0-9]+)/gi)]);
  return words.flatMap((word) => namedScenario((word[1] ?? '').toLowerCase()) ?? []);
}
