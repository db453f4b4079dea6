import { isAdmin } from '#people';
import { AppError } from '#platform';

/** Who acts, and from where. */
export type Actor =
  | { via: 'chat' | 'desk'; adminId: number }
  /** Whoever has the machine; a terminal knows no names. */
  | { via: 'cli'; adminId: null };

/** What every act is told. */
export interface Order {
  actor: Actor;
  /** For the audit log. */
  reason: string;
  /**
   * Names this act, e.g. of one confirm button: the same key twice acts once. Left out, every call is an act of its own.
   */
  key?: string;
}

/** @throws AppError `not-operator` */
export function assertOperator(actor: Actor, adminIds: readonly number[]): void {
  if (actor.via === 'cli' || isAdmin(actor.adminId, adminIds)) return;
  throw new AppError('not-operator', `${actor.adminId} is not in ADMIN_IDS`);
}
