import { createHash, randomBytes } from 'node:crypto';
import { isAdmin } from '#people';
import { AppError, type Clock, type Database, type Trx } from '#platform';

/** Long enough to go from the phone to the desk. */
export const linkMs = 5 * 60_000;
/** A working day; then the bot gives another link. */
export const sessionMs = 12 * 60 * 60_000;

/** An open desk: its secret, known to the browser alone. */
export interface DeskSession {
  secret: string;
  personId: number;
  endsAt: Date;
}

/** Who may sit at the desk: operators, by a link that opens one session once. Of both secrets only hashes are kept. */
export interface DeskAccess {
  /** The secret of a new link; earlier ones of this operator are void. @throws AppError `not-operator` */
  issueLink(personId: number): Promise<string>;
  /** @throws AppError `desk-link-used` for a link that is used, old, or unknown; `not-operator` */
  redeemLink(secret: string): Promise<DeskSession>;
  /** For somebody who has proved otherwise who they are. @throws AppError `not-operator` */
  openSession(personId: number): Promise<DeskSession>;
  /** The operator behind a session; null when it has ended, or when they are no operator any more. */
  whose(secret: string): Promise<number | null>;
  closeSession(secret: string): Promise<void>;
}

interface Parts {
  database: Database;
  clock: Clock;
  adminIds: readonly number[];
}

export function createDeskAccess({ database, clock, adminIds }: Parts): DeskAccess {
  const { db, transaction } = database;
  const later = (ms: number) => new Date(clock.now().getTime() + ms);

  function assertAdmin(personId: number): void {
    if (!isAdmin(personId, adminIds)) throw new AppError('not-operator', `${personId} is not in ADMIN_IDS`);
  }

  async function open(trx: Trx, personId: number): Promise<DeskSession> {
    assertAdmin(personId);
    const session = { secret: newSecret(), personId, endsAt: later(sessionMs) };
    await trx.deleteFrom('desk_sessions').where('ends_at', '<', clock.now()).execute();
    await trx
      .insertInto('desk_sessions')
      .values({ hash: digest(session.secret), person_id: personId, ends_at: session.endsAt })
      .execute();
    return session;
  }

  return {
    async issueLink(personId) {
      assertAdmin(personId);
      const secret = newSecret();
      await transaction(async (trx) => {
        await trx.deleteFrom('desk_links').where('person_id', '=', personId).execute();
        await trx
          .insertInto('desk_links')
          .values({ hash: digest(secret), person_id: personId, ends_at: later(linkMs) })
          .execute();
      });
      return secret;
    },
    redeemLink: (secret) =>
      transaction(async (trx) => {
        const taken = await trx
          .deleteFrom('desk_links')
          .where('hash', '=', digest(secret))
          .where('ends_at', '>', clock.now())
          .returning('person_id')
          .executeTakeFirst();
        if (!taken) throw new AppError('desk-link-used', 'This link into the desk is used or too old');
        return open(trx, taken.person_id);
      }),
    openSession: (personId) => transaction((trx) => open(trx, personId)),
    async whose(secret) {
      const row = await db
        .selectFrom('desk_sessions')
        .select('person_id')
        .where('hash', '=', digest(secret))
        .where('ends_at', '>', clock.now())
        .executeTakeFirst();
      return row && isAdmin(row.person_id, adminIds) ? row.person_id : null;
    },
    async closeSession(secret) {
      await db.deleteFrom('desk_sessions').where('hash', '=', digest(secret)).execute();
    },
  };
}

/** 256 bits that nobody can guess. */
function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

function digest(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}
