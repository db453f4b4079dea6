import { keep, kept } from '../storage.ts';

/** What Telegram's app says when it opens the page, in the address behind `#` (facts: Mini Apps, launch parameters). */
export interface Launch {
  /** Signed; proves who opened the page. */
  initData: string;
  platform: string;
  /** Of the Bot API that the app speaks, e.g. `9.1`. */
  version: string;
  /** As the app says; nothing proves it before the server has seen `initData`. */
  user: { id: number; name: string; language: string };
  /** Whether the bot may write to the person. */
  mayWrite: boolean;
  theme: Record<string, string>;
  startParam: string;
}

const keptAs = 'launch';

/** Read once; kept for the life of the tab, because pages of the app have addresses of their own. */
export const launch: Launch = read();

function read(): Launch {
  const given = location.hash.slice(1);
  const text = given.includes('tgWebAppData') ? given : (kept('tab', keptAs) ?? given);
  keep('tab', keptAs, text);
  const params = new URLSearchParams(text);
  const initData = params.get('tgWebAppData') ?? '';
  const user = parse(new URLSearchParams(initData).get('user'));
  return {
    initData,
    platform: params.get('tgWebAppPlatform') ?? '',
    version: params.get('tgWebAppVersion') ?? '6.0',
    user: {
      id: Number(user.id ?? 0),
      name: String(user.first_name ?? ''),
      language: String(user.language_code ?? navigator.language),
    },
    mayWrite: user.allows_write_to_pm === true,
    theme: parse(params.get('tgWebAppThemeParams')) as Record<string, string>,
    startParam: new URLSearchParams(initData).get('start_param') ?? '',
  };
}

/** True where the app knows what came with this version of the Bot API (facts: 3). */
export function isAtLeast(version: string): boolean {
  const [has, needs] = [launch.version, version].map((text) => text.split('.').map(Number));
  const [major = 0, minor = 0] = has ?? [];
  const [neededMajor = 0, neededMinor = 0] = needs ?? [];
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

function parse(json: string | null): Record<string, unknown> {
  try {
    return JSON.parse(json ?? '{}') as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** A secret of this tab: the server takes the same launch data again from nobody else. */
export const launchKey: string = kept('tab', 'launch-key') ?? newKey();

function newKey(): string {
  const key = crypto.randomUUID();
  keep('tab', 'launch-key', key);
  return key;
}
