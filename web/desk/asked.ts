import { useEffect, useState } from 'preact/hooks';
import { call } from './server.ts';

/** What the server answers to a path: asked once, again by `again`, and every so many milliseconds while it is looked at. */
export function useAsked<T>(path: string, everyMs?: number) {
  const [state, setState] = useState<{ path: string; value: T } | null>(null);
  const [problem, setProblem] = useState('');
  const [round, setRound] = useState(0);
  useEffect(() => {
    let isOver = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      try {
        if (!document.hidden) {
          const value = await call<T>(path);
          if (!isOver) setState({ path, value });
          if (!isOver) setProblem('');
        }
      } catch (error) {
        if (!isOver) setProblem(error instanceof Error ? error.message : '');
      }
      if (!isOver && everyMs !== undefined) timer = setTimeout(ask, everyMs);
    };
    void ask();
    return () => {
      isOver = true;
      clearTimeout(timer);
    };
  }, [path, round]);
  return {
    value: state?.path === path ? state.value : null,
    problem,
    again: () => setRound((now) => now + 1),
  };
}
