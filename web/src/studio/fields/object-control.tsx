import { mistakesAt } from '../mistakes.ts';
import { Problems } from '../problems.tsx';
import { type ControlProps, ValueControl } from './value-control.tsx';

/** Values that belong together, each with its name. */
export function ObjectControl(props: ControlProps) {
  const { id, shape, value, path, form, isAsked, onChange } = props;
  const entry = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>;
  const set = (name: string, next: unknown) => {
    const { [name]: _former, ...others } = entry;
    onChange(next === undefined ? others : { ...others, [name]: next });
  };
  return (
    <div class="object">
      {(shape.properties ?? []).map((property) => {
        const own = `${path}.${property.name}`;
        const wrong = mistakesAt(form, own, isAsked);
        const controlId = `${id}-${property.name}`;
        return (
          <div
            class={property.control === 'switch' ? 'property inline' : 'property'}
            key={property.name}
            data-wrong={wrong.length > 0 || undefined}
          >
            <label class="property-name" for={controlId}>
              {property.title}
              {property.required && <span class="needed" aria-hidden="true" />}
            </label>
            <ValueControl
              {...props}
              id={controlId}
              label={property.title}
              shape={property}
              value={entry[property.name]}
              fallback={undefined}
              path={own}
              isPrompt={false}
              onChange={(next) => set(property.name, next)}
            />
            <Problems problems={wrong} />
          </div>
        );
      })}
    </div>
  );
}
