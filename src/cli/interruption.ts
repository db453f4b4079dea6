/** Ctrl-C for the length of one command. A second one ends the process at once. */
export interface Interruption extends Disposable {
  readonly signal: AbortSignal;
}

export function onInterrupt(): Interruption {
  const controller = new AbortController();
  const stop = () => controller.abort();
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}
