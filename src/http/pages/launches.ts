import { createHash } from 'node:crypto';
import { type Db, sameSecret } from '#platform';

const keptMs = 25 * 60 * 60_000;

/**
 * Takes launch data into use for the page that holds `launchKey`. False when another page used it first: whoever
 * copied it out of an address or a log cannot open a session with it.
 */
export async function takeLaunch(
  db: Db,
  { hash, launchKey, personId, at }: { hash: string; launchKey: string; personId: number; at: Date },
): Promise<boolean> {
  await db
    .deleteFrom('launches')
    .where('opened_at', '<', new Date(at.getTime() - keptMs))
    .execute();
  const keyHash = digest(launchKey);
  await db
    .insertInto('launches')
    .values({ hash: digest(hash), key_hash: keyHash, person_id: personId, opened_at: at })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .execute();
  const row = await db
    .selectFrom('launches')
    .select('key_hash')
    .where('hash', '=', digest(hash))
    .executeTakeFirst();
  return row !== undefined && sameSecret(keyHash, row.key_hash);
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
