import { troubleOf } from './telegram-trouble.ts';

/** For what comes too late or has lost its place: nobody waits for it any more, so a refusal is no trouble. */
export async function unlessRefused(call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    const { kind } = troubleOf(error);
    if (kind !== 'refused' && kind !== 'person-gone') throw error;
  }
}
