import type { ColumnType, Generated } from 'kysely';
import type { Settings } from './settings.ts';

export interface PeopleTable {
  id: number;
  first_name: string;
  username: string | null;
  locale: string;
  locale_chosen: Generated<boolean>;
  settings: ColumnType<Settings, string | undefined, string>;
  referral_code: string;
  bot_blocked_at: Date | null;
  banned_at: Date | null;
  created_at: Date;
  last_seen_at: Date;
}

export interface ReferralsTable {
  person_id: number;
  invited_by: number;
  at: Date;
  rewarded_at: Date | null;
}

export interface FreeUsesTable {
  key: string;
  person_id: number;
  quota: string;
  /** `YYYY-MM-DD`. */
  day: string;
  reserved_at: Date;
  given_back_at: Date | null;
}

declare global {
  interface Tables {
    people: PeopleTable;
    referrals: ReferralsTable;
    free_uses: FreeUsesTable;
  }
}
