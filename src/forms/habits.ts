import type { Field, Input, Model, Registry } from '#registry';
import { mediaOf } from './model-fields.ts';

/** What of an input is worth remembering for the next time: choices, switches and numbers, but no seed. */
export function habitsIn(model: Model, input: Input): Input {
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => {
      const field = model.input[name];
      return field !== undefined && !/^seeds?$/.test(name) && isSetting(field);
    }),
  );
}

function isSetting(field: Field): boolean {
  if (mediaOf(field) || field.refers_to !== undefined || field.role !== undefined) return false;
  return field.values !== undefined || ['boolean', 'integer', 'number'].includes(field.type);
}

/** A new input with the remembered settings below it, as far as the model still takes them. */
export function withHabits(registry: Registry, model: Model, input: Input, habits: Input): Input {
  const known = Object.fromEntries(
    Object.entries(habits).filter(([name]) => model.input[name] !== undefined),
  );
  const validation = registry.validate(model.id, { ...known, ...input }, { pendingFiles: true });
  const wrong = new Set(
    validation.ok
      ? []
      : validation.problems.filter(({ code }) => code !== 'required').map(({ field }) => field),
  );
  const kept = Object.entries(known).filter(([name]) => !wrong.has(name));
  return { ...Object.fromEntries(kept), ...input };
}
