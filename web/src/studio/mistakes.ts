import type { FieldView, ProblemView, Shape } from '../../../src/http/miniapp/contract.ts';
import type { Form } from './use-form.ts';

/** That something is missing is said only once the person wanted to go on. */
const missing = new Set(['required', 'requires', 'any-of', 'too-few']);

/** What is wrong at this place of the form, e.g. `dialogue` or `dialogue[1].voice`, and is told by no part inside of it. */
export function mistakesAt({ view }: Form, place: string, isAsked: boolean): ProblemView[] {
  return (view?.problems ?? []).filter(
    (problem) => (isAsked || !missing.has(problem.code)) && placeOf(view?.fields ?? [], problem) === place,
  );
}

/** The innermost part of the form on the way to the mistake: entries of lists and properties of objects have their own. */
function placeOf(fields: readonly FieldView[], { field, path }: ProblemView): string {
  let shape: Shape | undefined = fields.find(({ name }) => name === field);
  let place = field;
  for (const [step] of path.slice(field.length).matchAll(/\[\d+\]|\.\w+/g)) {
    const inner = partOf(shape, step);
    if (!inner) break;
    // Rows of numbers are written in one field.
    shape = step.startsWith('[') && inner.control === 'list' ? undefined : inner;
    place += step;
  }
  return place;
}

function partOf(shape: Shape | undefined, step: string): Shape | undefined {
  if (!step.startsWith('[')) return shape?.properties?.find(({ name }) => `.${name}` === step);
  return shape?.control === 'list' ? (shape.items ?? { control: 'text', choices: [] }) : undefined;
}
