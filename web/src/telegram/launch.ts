/** What Telegram's app says when it opens the page, in the address behind `#` (facts: Mini Apps, launch parameters). */
export interface Launch {
  /** Signed; proves who opened the page. */
  initData: string;
  platform: string;
  theme: Record<string, string>;
  startParam: string;
}

const keptAs = 'launch';

/** Read once; kept for the life of the tab, because pages of the app have addresses of their own. */
export const launch: Launch = read();

function read(): Launch {
  const given = location.hash.slice(1);
  const text = given.includes('tgWebAppData') ? given : (kept(keptAs) ?? given);
  keep(keptAs, text);
  const params = new URLSearchParams(text);
  const initData = params.get('tgWebAppData') ?? '';
  return {
    initData,
    platform: params.get('tgWebAppPlatform') ?? '',
    theme: parse(params.get('tgWebAppThemeParams')),
    startParam: new URLSearchParams(initData).get('start_param') ?? '',
  };
}

function parse(json: string | null): Record<string, string> {
  try {
    return JSON.parse(json ?? '{}') as Record<string, string>;
  } catch {
    return {};
  }
}

/** A secret of this tab: the server takes the same launch data again from nobody else. */
export const launchKey: string = kept('launch-key') ?? newKey();

function newKey(): string {
  const key = crypto.randomUUID();
  keep('launch-key', key);
  return key;
}

/** Storage may be forbidden inside of a frame; then a reload begins anew. */
export function kept(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

export function keep(name: string, value: string): void {
  try {
    sessionStorage.setItem(name, value);
  } catch {
    // The page works without.
  }
}
