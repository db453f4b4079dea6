/** Names the hold of a generation in the ledger, and its free use if it has one. */
export function holdKey(generationId: string): string {
  return `generation:${generationId}`;
}
