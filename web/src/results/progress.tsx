import { useEffect, useState } from 'preact/hooks';
import type { GenerationView } from '../../../src/http/miniapp/contract.ts';

const round = 2 * Math.PI * 16;

/** Seconds that have passed, counted on from what the server said. */
export function useElapsed({ id, phase, elapsedSeconds }: GenerationView): number {
  const [since, setSince] = useState(() => ({ at: Date.now(), from: elapsedSeconds }));
  const [, tick] = useState(0);
  useEffect(() => setSince({ at: Date.now(), from: elapsedSeconds }), [id, phase, elapsedSeconds]);
  useEffect(() => {
    const timer = setInterval(() => tick((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return since.from + Math.floor((Date.now() - since.at) / 1000);
}

/** A ring that fills as far as the model's usual time says; it turns where nothing is known. */
export function Progress({ generation, size }: { generation: GenerationView; size: number }) {
  const elapsed = useElapsed(generation);
  const { estimateSeconds: usual, phase } = generation;
  const isKnown = usual !== undefined && phase === 'running';
  // Never full before the end: what is late comes closer and closer.
  const part = isKnown ? 1 - Math.exp((-2.2 * elapsed) / Math.max(1, usual)) : 0.25;
  return (
    <svg
      class={isKnown ? 'ring' : 'ring turning'}
      width={size}
      height={size}
      viewBox="0 0 40 40"
      aria-hidden="true"
    >
      <circle cx="20" cy="20" r="16" class="ring-back" />
      <circle
        cx="20"
        cy="20"
        r="16"
        class="ring-front"
        stroke-dasharray={round}
        stroke-dashoffset={round * (1 - part)}
      />
    </svg>
  );
}
