import type { Arena } from './arena.ts';
import { endStatus, type Story, type Visitor } from './stories.ts';

/** kie.ai's own tries to call back are over by then. */
const CALLBACK_LIMIT_MS = 25_000;

/** What is left of a story whose purchase nobody can confirm: the person is told so and pays nothing. */
export function releasedStory(story: Story): Story {
  return { ...story, ending: 'failed', arrives: { ...story.arrives, count: 0 } };
}

/** Whether the chat says now that nobody knows about the purchase. */
export function saysUncertain({ person }: Visitor): boolean {
  return person.messages.some(({ text }) => text?.startsWith('🔍'));
}

/** A callback may still bring the purchase home; answers false when none does. */
export async function comesHome({ person }: Visitor): Promise<boolean> {
  const gone = () => !person.messages.some(({ text }) => text?.startsWith('🔍'));
  return person.until(gone, { timeoutMs: CALLBACK_LIMIT_MS }).catch(() => false);
}

/** The limit of waiting is not waited for: the row is moved to where it has passed. */
export async function letTheLimitPass(arena: Arena, { person }: Visitor): Promise<void> {
  const { numUpdatedRows } = await arena.look(({ db }) =>
    db
      .updateTable('generations')
      .set({ wake_at: new Date() })
      .where('person_id', '=', person.id)
      .where('state', '=', 'uncertain')
      .executeTakeFirst(),
  );
  if (numUpdatedRows !== 1n) throw new Error('No uncertain purchase waits');
}

/** Resolves when the person is told that it came to nothing. */
export async function seesRelease({ person }: Visitor, timeoutMs: number): Promise<void> {
  await person.until(() => person.messages.some(({ text }) => endStatus.test(text ?? '')), { timeoutMs });
}
