/** Operators are named by the configuration (`ADMIN_IDS`) and nowhere else; an empty list means nobody. */
export function isAdmin(personId: number, adminIds: readonly number[]): boolean {
  return adminIds.includes(personId);
}
