import { topUp } from '#ledger';
import { type InvitationOutcome, meet, type Person, type Profile, recordInvitation } from '#people';
import type { Trx } from '#platform';

export interface Welcome {
  person: Person;
  isNew: boolean;
  /** What became of the invitation code; null when there was none or the person is not new. */
  invitation: InvitationOutcome | null;
}

/**
 * Meets a person; somebody new gets the starting balance and, with `referredBy` (a referral code), a
 * place among the finds of who invited them. Every later meeting only refreshes name and language.
 */
export async function welcome(
  trx: Trx,
  profile: Profile,
  { startCredits, referredBy, at }: { startCredits: number; referredBy?: string; at: Date },
): Promise<Welcome> {
  const { person, isNew } = await meet(trx, profile, at);
  if (!isNew) return { person, isNew, invitation: null };
  const invitation =
    referredBy === undefined
      ? null
      : await recordInvitation(trx, { personId: person.id, code: referredBy, at });
  if (startCredits > 0) {
    const key = `start:${person.id}`;
    await topUp(trx, { key, personId: person.id, amount: startCredits, source: 'start', memo: '', at });
  }
  return { person, isNew, invitation };
}
