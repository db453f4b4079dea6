import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../src/words.ts';
import { Problem } from './parts.tsx';
import { call } from './server.ts';

/** A field of an act beside its reason. */
export interface ActField {
  name: string;
  label: string;
  type: 'number' | 'text' | 'date' | 'checkbox';
  isOptional?: boolean;
}

/** A button that asks why, and then acts; the same press never acts twice. */
export function Act({
  label,
  path,
  method = 'POST',
  fields = [],
  about,
  isDangerous = false,
  onDone,
}: {
  label: string;
  path: string;
  method?: 'POST' | 'PUT';
  fields?: ActField[];
  about?: ComponentChildren;
  isDangerous?: boolean;
  onDone(): void;
}) {
  const [key, setKey] = useState('');
  return (
    <>
      <button type="button" class={isDangerous ? 'danger' : ''} onClick={() => setKey(crypto.randomUUID())}>
        {label}
      </button>
      {key !== '' && (
        <ActDialog
          {...{ label, path, method, fields, about, actKey: key }}
          onClose={(isDone) => {
            setKey('');
            if (isDone) onDone();
          }}
        />
      )}
    </>
  );
}

function ActDialog(act: {
  label: string;
  path: string;
  method: string;
  fields: ActField[];
  about: ComponentChildren;
  actKey: string;
  onClose(isDone: boolean): void;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [problem, setProblem] = useState('');
  const [isBusy, setBusy] = useState(false);
  useEffect(() => dialog.current?.showModal(), []);

  async function carryOut(form: HTMLFormElement): Promise<void> {
    setBusy(true);
    try {
      await call(act.path, { ...valuesOf(form, act.fields), key: act.actKey }, act.method);
      act.onClose(true);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : '');
      setBusy(false);
    }
  }

  return (
    <dialog ref={dialog} aria-label={act.label} onClose={() => act.onClose(false)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void carryOut(event.currentTarget);
        }}
      >
        <h2>{act.label}</h2>
        {act.about}
        {act.fields.map(({ name, label, type, isOptional }) => (
          <label key={name}>
            {label}
            <input
              name={name}
              type={type as 'text'}
              step="any"
              required={!isOptional && type !== 'checkbox'}
            />
          </label>
        ))}
        <label>
          {t('desk-reason')}
          <input name="reason" type="text" maxLength={500} required />
        </label>
        <Problem text={problem} />
        <div class="buttons">
          <button type="button" onClick={() => act.onClose(false)}>
            {t('desk-cancel')}
          </button>
          <button type="submit" class="main" disabled={isBusy}>
            {act.label}
          </button>
        </div>
      </form>
    </dialog>
  );
}

function valuesOf(form: HTMLFormElement, fields: ActField[]): Record<string, unknown> {
  const data = new FormData(form);
  const read = ({ name, type }: ActField) => {
    const value = String(data.get(name) ?? '');
    if (type === 'checkbox') return data.has(name);
    if (value === '') return null;
    return type === 'number' ? Number(value) : value;
  };
  const own = Object.fromEntries(fields.map((field) => [field.name, read(field)]));
  return { ...own, reason: String(data.get('reason') ?? '') };
}
