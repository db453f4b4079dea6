import { useRef } from 'preact/hooks';
import type { FieldView } from '../../../src/http/miniapp/contract.ts';

/**
 * The fields in the order in which they were first seen, those that had to be given before the others: what is needed
 * changes while a form is filled in, and nothing may jump under a finger.
 */
export function usePlaces(fields: readonly FieldView[]): FieldView[] {
  const places = useRef(new Map<string, number>());
  const neededFirst = fields.toSorted((one, other) => Number(other.required) - Number(one.required));
  for (const { name } of neededFirst)
    if (!places.current.has(name)) places.current.set(name, places.current.size);
  const placeOf = ({ name }: FieldView) => places.current.get(name) ?? 0;
  return fields.toSorted((one, other) => placeOf(one) - placeOf(other));
}
