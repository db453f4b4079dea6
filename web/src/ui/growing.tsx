import { useEffect, useRef, useState } from 'preact/hooks';

/** The beginning of a long list, and more of it as its end comes near: nobody waits for rows that are out of sight. */
export function useGrowing<T>(all: readonly T[], step: number) {
  const [grown, setGrown] = useState({ of: all, count: step });
  const count = grown.of === all ? grown.count : step;
  const end = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!end.current || count >= all.length) return;
    const seen = new IntersectionObserver(
      (entries) => entries.some((it) => it.isIntersecting) && setGrown({ of: all, count: count + step }),
      { rootMargin: '800px' },
    );
    seen.observe(end.current);
    return () => seen.disconnect();
  }, [all, count]);
  return { shown: all.slice(0, count), end };
}
