import { SettingsError } from '#settings';
import type { Config } from './config.ts';

/**
 * What a process takes on. `web`: what comes in by HTTP (kie.ai's callbacks, Telegram's webhook) · `worker`: the
 * jobs and the sweep · `poller`: fetching Telegram's updates · `all`: everything.
 */
export const roles = ['all', 'web', 'worker', 'poller'] as const;
export type Role = (typeof roles)[number];

/** What a role means part by part. */
export interface Duties {
  /** Takes callbacks, and Telegram's updates where they come by webhook. */
  serves: boolean;
  works: boolean;
  /** Gets Telegram's updates, by the way that the settings name. */
  receives: boolean;
}

/** @throws SettingsError for a role that these settings leave without work, or that needs a shared database */
export function dutiesOf(role: Role, config: Pick<Config, 'database' | 'telegram'>): Duties {
  const { mode } = config.telegram;
  if (role === 'all') return { serves: true, works: true, receives: true };
  if (config.database.url === undefined) {
    throw new SettingsError(
      `--role ${role} needs DATABASE_URL: the embedded database belongs to one process, which does everything.`,
    );
  }
  if (role === 'poller' && mode === 'webhook') {
    throw new SettingsError('--role poller has nothing to do with BOT_MODE=webhook: use web.');
  }
  return {
    serves: role === 'web',
    works: role === 'worker',
    receives: role === 'poller' || (role === 'web' && mode === 'webhook'),
  };
}
