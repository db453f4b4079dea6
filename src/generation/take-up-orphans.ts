import type { Collaborators } from './collaborators.ts';

/**
 * Makes everything that a dead process had under way due at once. Only for a database that one process can have
 * open: nobody else can be at it, so there is no lease to wait for. Elsewhere the leases run out by themselves.
 */
export async function takeUpOrphans({
  database,
  clock,
}: Pick<Collaborators, 'database' | 'clock'>): Promise<void> {
  if (database.engine !== 'pglite') return;
  await database.db
    .updateTable('generations')
    .set({ wake_at: clock.now(), leased_until: null })
    .where((theirs) =>
      theirs.or([theirs('state', 'in', ['running', 'succeeded']), theirs('leased_until', 'is not', null)]),
    )
    .execute();
}
