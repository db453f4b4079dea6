import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../words.ts';
import { toast } from './toast.tsx';

interface Props<P extends object> {
  /** Fetches the component; it is kept by the browser. */
  load(): Promise<ComponentType<P>>;
  props: P;
  /** It could not be fetched; the person has been told. */
  onFail(): void;
}

/** A part of the page that few need, fetched when it is. */
export function Lazy<P extends object>({ load, props, onFail }: Props<P>) {
  const [Part, setPart] = useState<ComponentType<P> | null>(null);
  useEffect(() => {
    load().then(
      (part) => setPart(() => part),
      () => {
        toast(t('web-offline-title'));
        onFail();
      },
    );
  }, []);
  return Part && <Part {...props} />;
}
