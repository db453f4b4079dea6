import { useEffect, useState } from 'preact/hooks';
import type { ReferenceView } from '../../../../src/http/miniapp/contract.ts';
import { call } from '../../server/call.ts';
import { keepAsking, troubleWith } from '../../server/keep-asking.ts';
import { Icon } from '../../ui/icon.tsx';
import { Lazy } from '../../ui/lazy.tsx';
import { t } from '../../words.ts';
import { Opener } from './opener.tsx';
import type { ControlProps } from './value-control.tsx';

/** Something that an earlier result made: chosen by its name out of the person's own, or named by an id. */
export function ReferenceControl({
  id,
  label,
  describedBy,
  shape,
  value,
  path,
  form,
  onChange,
}: ControlProps) {
  const { known, trouble } = useReferences(form.modelId, path);
  const [isOpen, setOpen] = useState(false);
  const chosen = [value].flat().filter((it) => typeof it === 'string');
  const isFull = chosen.length >= (shape.isList ? (shape.maxItems ?? Number.POSITIVE_INFINITY) : 1);

  function put(ids: string[]): void {
    onChange(ids.length === 0 ? undefined : shape.isList ? ids : ids[0]);
  }

  function pick(ref: string, also: ReferenceView['also'] = {}): void {
    put(shape.isList ? [...new Set([...chosen, ref])] : [ref]);
    for (const [name, other] of Object.entries(also)) form.set(name, other);
    setOpen(false);
  }

  return (
    <>
      {chosen.length > 0 && (
        <ul class="references">
          {chosen.map((ref) => {
            const name = known?.find((it) => it.id === ref)?.name ?? ref;
            return (
              <li class="reference" key={ref}>
                <span class="model-words">
                  <span class="model-title">{name}</span>
                </span>
                <button
                  type="button"
                  class="round small"
                  aria-label={t('web-remove-file', { name })}
                  onClick={() => put(chosen.filter((it) => it !== ref))}
                >
                  <Icon name="close" size={18} />
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {(!isFull || !shape.isList) && (
        <Opener
          id={id}
          describedBy={describedBy}
          label={t(chosen.length === 0 ? 'web-reference-choose' : 'web-reference-other')}
          icon="clock"
          open={() => setOpen(true)}
        />
      )}
      {isOpen && (
        <Lazy
          load={() => import('./reference-sheet.tsx').then((it) => it.ReferenceSheet)}
          props={{ title: label, known, trouble, chosen, onPick: pick, onClose: () => setOpen(false) }}
          onFail={() => setOpen(false)}
        />
      )}
    </>
  );
}

/** What the field can name; null while it is on its way. */
function useReferences(modelId: string, field: string) {
  const [known, setKnown] = useState<readonly ReferenceView[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    const gone = new AbortController();
    const query = new URLSearchParams({ model: modelId, field });
    const ask = () => call<ReferenceView[]>(`/references?${query}`);
    keepAsking(ask, setTrouble, gone.signal).then(setKnown, (error) => setTrouble(troubleWith(error)));
    return () => gone.abort();
  }, [modelId, field]);
  return { known, trouble };
}
