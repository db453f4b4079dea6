import type { CatalogueDiff, Difference } from './catalogue-diff.ts';
import { RegistryError } from './errors.ts';
import { parseRegistry } from './load.ts';
import type { Registry, Scalar } from './types.ts';
import { type Edit, EditError, editYaml } from './yaml-edit.ts';

/** What is written into the registry for one model, in words, or why nothing could be. */
export interface Change {
  readonly model: string;
  readonly what: readonly string[];
}

export interface Sync {
  /** The text of the registry with everything certain written into it. */
  readonly text: string;
  readonly changes: readonly Change[];
  /** Certain in itself, but the file does not hold together with it: `what` says why. */
  readonly refused: readonly Change[];
  /** Differences that need a person's judgement. */
  readonly byHand: readonly Difference[];
  /** So many models have vanished that it looks like a fault: their status was left alone. */
  readonly suspicious: boolean;
}

/** More of the compared models gone at once than this share is taken for a fault of the catalogue. */
const LARGEST_SHARE_GONE = 0.1;

interface Step {
  readonly model: string;
  readonly what: string;
  readonly edits: readonly Edit[];
}

/**
 * Writes what is certain: further values of a list, limits that kie.ai states otherwise, models that are gone.
 * Everything else stays for a person. Comments, order and spelling of the text are kept, and each model's change is
 * made only if the registry can still be read with it. `today` as `2026-10-08`.
 */
export function syncRegistry(text: string, registry: Registry, diff: CatalogueDiff, today: string): Sync {
  const gone = diff.vanished.length / (diff.vanished.length + diff.compared);
  const suspicious = diff.vanished.length > 1 && gone > LARGEST_SHARE_GONE;
  const news = diff.differences.filter(({ known }) => known === undefined);
  const steps = [
    ...(suspicious ? [] : diff.vanished.map((id) => retire(text, id, today))),
    ...news.flatMap((difference) => certainStep(registry, difference) ?? []),
  ];
  const byHand = news.filter((difference) => certainStep(registry, difference) === undefined);
  return { ...applySteps(text, steps), byHand, suspicious };
}

function retire(text: string, id: string, today: string): Step {
  const path = ['models', id];
  const note = `Gone from kie.ai's catalogue on ${today}.`;
  const recommended = new RegExp(`^recommended:[\\s\\S]*?^ +- ${escaped(id)}\\s*(#.*)?$`, 'm').test(text);
  return {
    model: id,
    what: `status: active → legacy${recommended ? ', no longer recommended' : ''}`,
    edits: [
      { kind: 'set', path: [...path, 'status'], value: 'legacy', after: 'model_type' },
      { kind: 'set', path: [...path, 'status_note'], value: note, after: 'status' },
      ...(recommended ? [{ kind: 'drop' as const, path: ['recommended'], value: id }] : []),
    ],
  };
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** The edit that a difference leaves no doubt about. */
function certainStep(registry: Registry, difference: Difference): Step | undefined {
  const { model, field, at, aspect, registry: ours, published } = difference;
  const path = ['models', model, ...at];
  const said = `${field} ${aspect}:`;
  if (aspect === 'values') {
    const fresh = furtherValues(ours, published);
    if (fresh === undefined) return undefined;
    const edit: Edit = { kind: 'append', path: [...path, 'values'], values: fresh };
    return { model, what: `${said} + ${fresh.join(', ')}`, edits: [edit] };
  }
  if (!isLimit(aspect) || typeof published !== 'number' || isListed(registry, difference)) return undefined;
  const edit: Edit = { kind: 'set', path: [...path, aspect], value: published, after: 'type' };
  return { model, what: `${said} ${ours ?? 'none'} → ${published}`, edits: [edit] };
}

/** What kie.ai takes beyond a list; undefined when it also takes less, or names another kind of value. */
function furtherValues(
  ours: Difference['registry'],
  published: Difference['published'],
): Scalar[] | undefined {
  if (!Array.isArray(ours) || !Array.isArray(published)) return undefined;
  const complete = ours.every((value) => published.includes(value));
  const fresh = published.filter((value) => !ours.includes(value)) as Scalar[];
  const alike = fresh.every((value) => typeof value === typeof ours[0]);
  return complete && alike && fresh.length > 0 ? fresh : undefined;
}

function isLimit(aspect: Difference['aspect']): boolean {
  return /^(min|max)(_length|_items)?$/.test(aspect);
}

/** A range that the registry spells out as a list of values is for a person to redraw. */
function isListed(registry: Registry, { model, at }: Difference): boolean {
  const entry: unknown = registry.get(model);
  const field = at.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | undefined)?.[step],
    entry,
  );
  return (field as { values?: unknown } | undefined)?.values !== undefined;
}

/** All steps at once; where the file does not hold together with all, model by model. */
function applySteps(text: string, steps: readonly Step[]): Pick<Sync, 'text' | 'changes' | 'refused'> {
  const changes = [...new Set(steps.map(({ model }) => model))].map((model) => {
    const own = steps.filter((step) => step.model === model);
    return { model, what: own.map(({ what }) => what), edits: own.flatMap(({ edits }) => edits) };
  });
  const whole = tryEdits(
    text,
    changes.flatMap(({ edits }) => edits),
  );
  if ('text' in whole) return { text: whole.text, changes: changes.map(inWords), refused: [] };
  const refused: Change[] = [];
  let current = text;
  const written = changes.filter((change) => {
    const attempt = tryEdits(current, change.edits);
    if ('text' in attempt) current = attempt.text;
    else refused.push({ model: change.model, what: [...change.what, attempt.problem] });
    return 'text' in attempt;
  });
  return { text: current, changes: written.map(inWords), refused };
}

function inWords({ model, what }: Change): Change {
  return { model, what };
}

function tryEdits(text: string, edits: readonly Edit[]): { text: string } | { problem: string } {
  try {
    const edited = editYaml(text, edits);
    parseRegistry(edited);
    return { text: edited };
  } catch (error) {
    if (error instanceof EditError || error instanceof RegistryError) return { problem: error.message };
    throw error;
  }
}
