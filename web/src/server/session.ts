import type { Balance, Person, Session } from '../../../src/http/miniapp/contract.ts';
import { keep, kept } from '../storage.ts';
import { createStore } from '../store.ts';
import { launch, launchKey } from '../telegram/launch.ts';
import { ours } from '../words.ts';
import { reach, read } from './call.ts';

const languageAs = `language ${launch.user.id}`;

/** As the app says who it is; as the server knows them once the session is open. */
export const person = createStore<Person>({
  id: launch.user.id,
  name: launch.user.name,
  locale: kept('device', languageAs) ?? ours(launch.user.language),
  favourites: [],
  isQuiet: false,
});
person.follow(({ locale }) => keep('device', languageAs, locale));

/** Null until the session is open. */
export const balance = createStore<Balance | null>(null);

let current: Session | null = null;
const opened = Promise.withResolvers<void>();

/** What a call carries; waits for the session of a page that has just come. */
export async function token(): Promise<string> {
  await opened.promise;
  return current?.token ?? '';
}

export function session(): Session | null {
  return current;
}

/** Proves by the launch data who this is. @throws CallError `session` */
export async function openSession(): Promise<Session> {
  const response = await reach('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ initData: launch.initData, launchKey }),
  });
  current = await read<Session>(response);
  person.set(current.person);
  balance.set(current.balance);
  opened.resolve();
  return current;
}
