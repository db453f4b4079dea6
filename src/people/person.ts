import type { Selectable } from 'kysely';
import type { Settings } from './settings.ts';
import type { PeopleTable } from './tables.ts';

/** What Telegram says about somebody. */
export interface Profile {
  /** Telegram's user id. */
  id: number;
  firstName: string;
  username?: string;
  /** The product's language that fits Telegram's `language_code`. */
  locale: string;
}

export interface Person {
  /** Telegram's user id. */
  id: number;
  firstName: string;
  username: string | null;
  locale: string;
  /** False while the language merely follows Telegram's. */
  localeChosen: boolean;
  settings: Settings;
  referralCode: string;
  /** Since when the person blocks the bot; null when messages arrive. */
  botBlockedAt: Date | null;
  bannedAt: Date | null;
  createdAt: Date;
  lastSeenAt: Date;
}

export function personOf(row: Selectable<PeopleTable>): Person {
  return {
    id: row.id,
    firstName: row.first_name,
    username: row.username,
    locale: row.locale,
    localeChosen: row.locale_chosen,
    settings: row.settings,
    referralCode: row.referral_code,
    botBlockedAt: row.bot_blocked_at,
    bannedAt: row.banned_at,
    createdAt: row.created_at,
    lastSeenAt: row.last_seen_at,
  };
}
