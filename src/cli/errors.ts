/** A call that cannot be carried out as it was put; the message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Stopped by Ctrl-C; the message says what goes on and how to come back to it. */
export class InterruptedError extends Error {
  override readonly name = 'InterruptedError';
}
