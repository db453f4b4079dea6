import { element } from './dom.ts';
import { notify, toast } from './toast.ts';
import { say } from './words.ts';

/** Puts a text on the clipboard and says so. */
export async function copy(text: string): Promise<void> {
  await navigator.clipboard.writeText(text);
  notify(say('copied'));
}

/** Opens an address in a tab of its own; where the browser forbids that, offers it as a link. */
export function openTab(url: string): void {
  const tab = window.open(url, '_blank');
  if (tab) tab.opener = null;
  else
    toast(
      say('popupBlocked'),
      ' ',
      element('a', { href: url, target: '_blank', rel: 'noopener' }, say('open')),
    );
}

/** What follows `?start=` in a link to this bot, empty for a bare link; nothing for links elsewhere. */
export function startPayload(url: string, username: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { hostname, pathname, searchParams } = new URL(url);
  const here = hostname === 't.me' && pathname.toLowerCase() === `/${username.toLowerCase()}`;
  return here ? (searchParams.get('start') ?? '') : undefined;
}
