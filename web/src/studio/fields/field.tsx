import type { FieldView } from '../../../../src/http/miniapp/contract.ts';
import { mistakes } from '../mistakes.ts';
import type { Form } from '../use-form.ts';
import { FilesControl } from './files-control.tsx';
import { ValueControl } from './value-control.tsx';

/** One setting: its name, its control, and what is wrong with it right below. */
export function Field({ field, form, isAsked }: { field: FieldView; form: Form; isAsked: boolean }) {
  const { name, title, required } = field;
  const wrong = mistakes(form.view?.problems ?? [], name, isAsked);
  const id = `field-${name}`;
  const value = form.input[name];
  const common = {
    id: `${id}-control`,
    label: title,
    describedBy: wrong.length > 0 ? `${id}-wrong` : undefined,
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
          purpose={field.role}
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
      <div id={`${id}-wrong`} aria-live="polite">
        {wrong.map((problem) => (
          <p class="problem" key={problem.path + problem.code}>
            {problem.text}
          </p>
        ))}
      </div>
    </div>
  );
}
