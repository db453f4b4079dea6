import type { FieldView } from '../../../../src/http/miniapp/contract.ts';
import { mistakesAt } from '../mistakes.ts';
import { Problems } from '../problems.tsx';
import type { Form } from '../use-form.ts';
import { FilesControl } from './files-control.tsx';
import { ValueControl } from './value-control.tsx';

/** One setting: its name, its control, and what is wrong with it right below. */
export function Field({ field, form, isAsked }: { field: FieldView; form: Form; isAsked: boolean }) {
  const { name, title, required, about } = field;
  const wrong = mistakesAt(form, name, isAsked);
  const id = `field-${name}`;
  const value = form.input[name];
  const common = {
    id: `${id}-control`,
    label: title,
    describedBy: wrong.length > 0 ? `${id}-wrong` : about === undefined ? undefined : `${id}-about`,
  };
  const isInline = field.control === 'switch';
  return (
    <div class={isInline ? 'field inline' : 'field'} id={id} data-wrong={wrong.length > 0 || undefined}>
      <label class="field-name" for={common.id} id={`${id}-name`}>
        {title}
        {required && field.default === undefined && <span class="needed" aria-hidden="true" />}
      </label>
      {field.file ? (
        <FilesControl
          {...common}
          shape={field}
          form={form}
          value={value}
          onChange={(next) => form.set(name, next)}
        />
      ) : (
        <ValueControl
          {...common}
          shape={field}
          isPrompt={field.role === 'prompt'}
          value={value}
          fallback={field.default}
          form={form}
          path={name}
          isAsked={isAsked}
          onChange={(next) => form.set(name, next)}
        />
      )}
      {about !== undefined && (
        <p class="about" id={`${id}-about`}>
          {about}
        </p>
      )}
      <div id={`${id}-wrong`} aria-live="polite">
        <Problems problems={wrong} />
      </div>
    </div>
  );
}
