import type { Balance, Person, Session } from '../../../src/http/miniapp/contract.ts';
import { createStore } from '../store.ts';
import { launch, launchKey } from '../telegram/launch.ts';
import { read } from './call.ts';

let current: Session | null = null;

export const person = createStore<Person>({ id: 0, name: '', locale: 'en', favourites: [], isQuiet: false });
export const balance = createStore<Balance>({ available: 0, held: 0 });

export function token(): string {
  return current?.token ?? '';
}

export function session(): Session | null {
  return current;
}

/** Proves by the launch data who this is. @throws CallError `session` */
export async function openSession(): Promise<Session> {
  const response = await fetch('/app/api/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ initData: launch.initData, launchKey }),
  });
  current = await read<Session>(response);
  person.set(current.person);
  balance.set(current.balance);
  return current;
}
