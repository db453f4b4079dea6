import { useEffect, useState } from 'preact/hooks';
import type { RenewedLinks } from '../../../src/http/miniapp/contract.ts';
import { call } from './call.ts';
import { keepAsking } from './keep-asking.ts';

/** Addresses of files end after an hour; what a page has kept for longer is asked for anew, many in one call. */
const spareMs = 60_000;
const togetherMs = 30;
const mostPerCall = 200;

/** The newest address of what an older one opens, by the part that stays the same. */
const newest = new Map<string, string>();
const waiting = new Map<string, PromiseWithResolvers<string | null>>();

/** An address that opens the file now, once there is a line; null when nothing does any more. */
export function freshLink(address: string): Promise<string | null> {
  const known = newestOf(address);
  return isGood(known) ? Promise.resolve(known) : renewLink(known);
}

interface Link {
  /** Undefined while a new one is on its way. */
  url: string | undefined;
  isGone: boolean;
  /** What was opened did not come: perhaps the link has ended. */
  fail(): void;
}

/** The link of a file that is shown; it is renewed where it has ended, once where it failed for another reason. */
export function useLink(address: string): Link {
  const [now, setNow] = useState<{ url: string | undefined; isGone: boolean; tried: boolean }>(() => {
    const known = newestOf(address);
    return { url: isGood(known) ? known : undefined, isGone: false, tried: false };
  });

  async function renew(): Promise<void> {
    const url = await renewLink(address).catch(() => null);
    // The same address once more: what failed was the way to it.
    const again = url !== null && url === now.url ? `${url}?again` : (url ?? undefined);
    setNow({ url: again, isGone: url === null, tried: true });
  }

  useEffect(() => {
    if (now.url === undefined) void renew();
  }, []);
  return {
    url: now.url,
    isGone: now.isGone,
    fail: () => void (now.tried ? setNow({ ...now, isGone: true }) : renew()),
  };
}

function renewLink(address: string): Promise<string | null> {
  const asked = waiting.get(address);
  if (asked) return asked.promise;
  if (waiting.size === 0) setTimeout(() => void askTogether(), togetherMs);
  const answer = Promise.withResolvers<string | null>();
  waiting.set(address, answer);
  return answer.promise;
}

async function askTogether(): Promise<void> {
  const asked = [...waiting];
  waiting.clear();
  for (let at = 0; at < asked.length; at += mostPerCall) {
    const some = asked.slice(at, at + mostPerCall);
    try {
      const body = { urls: some.map(([address]) => address) };
      const { urls } = await keepAsking(
        () => call<RenewedLinks>('/links', { body }),
        () => undefined,
      );
      for (const [index, [address, answer]] of some.entries()) {
        const url = urls[index] ?? null;
        if (url !== null) newest.set(nameOf(address), url);
        answer.resolve(url);
      }
    } catch (error) {
      for (const [, answer] of some) answer.reject(error);
    }
  }
}

function newestOf(address: string): string {
  const later = newest.get(nameOf(address));
  return later !== undefined && endOf(later) > endOf(address) ? later : address;
}

/** `/app/files/<name>/<seconds>/<mark>` */
function nameOf(address: string): string {
  return address.split('/')[3] ?? address;
}

function isGood(address: string): boolean {
  return endOf(address) - spareMs > Date.now();
}

function endOf(address: string): number {
  return Number(address.split('/')[4]) * 1000;
}
