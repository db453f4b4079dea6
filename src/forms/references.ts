import type { Generation } from '#generation';
import type { Field, Input, Model, Registry } from '#registry';
import { promptOf } from './model-fields.ts';

type Kind = NonNullable<Field['refers_to']>;
type Earlier = Pick<Generation, 'modelId' | 'taskId' | 'result'>;

/** An earlier result by which a field of a form names what it is about. */
export interface Reference {
  /** kie.ai's. */
  id: string;
  /** What its maker called it; undefined where nobody did. */
  name: string | undefined;
  /** Which file of the result. */
  index: number;
  /** What the other fields of the form say of the same result, e.g. the task of a track. */
  also: Input;
}

/** Where kie.ai's data has the id of what was made; a voice sings in place of a persona, too. */
const idsInData: Partial<Record<Kind, readonly string[]>> = {
  voice: ['voiceId'],
  persona: ['personaId', 'voiceId'],
  character: ['characterId'],
};

/** The ids by which a model of the same family finds the earlier task, its track, and what else it made. */
export function referencesTo(model: Model, earlier: Earlier, index: number): Input {
  return Object.fromEntries(
    Object.entries(model.input).flatMap(([name, { type, refers_to: what }]) => {
      const id = what && idOf(what, earlier, index);
      return id === undefined ? [] : [[name, type === 'array' ? [id] : id]];
    }),
  );
}

function idOf(what: Kind, { taskId, result }: Earlier, index: number): string | undefined {
  if (what === 'task') return taskId ?? undefined;
  if (what === 'track') return result?.media[index]?.trackId;
  const ids = (idsInData[what] ?? []).map((name) => dataOf(result)[name]);
  return ids.find((id) => typeof id === 'string');
}

function dataOf(result: Earlier['result']): Record<string, unknown> {
  return typeof result?.data === 'object' && result.data !== null ? { ...result.data } : {};
}

/** Models whose results this field can name: those that the model follows, else the other ones of its vendor. */
export function makersFor(registry: Pick<Registry, 'models' | 'find'>, model: Model, name: string): string[] {
  const what = model.input[name]?.refers_to;
  if (what === undefined) return [];
  if (isOfTask(model, name) && model.follows.length > 0) return [...model.follows];
  return registry.models.filter(({ provider }) => provider === model.provider).map(({ id }) => id);
}

/** What of a result the field can name: one thing, or each of its tracks where the form asks for one. */
export function referencesIn(
  model: Model,
  name: string,
  made: Earlier & Pick<Generation, 'input'>,
  maker: Model | undefined,
): Reference[] {
  if (made.result === null) return [];
  const asksForTrack = Object.values(model.input).some(({ refers_to: what }) => what === 'track');
  const files = asksForTrack ? made.result.media.length : 1;
  return Array.from({ length: files }, (_, index) => index).flatMap((index) => {
    const { [name]: value, ...others } = referencesTo(model, made, index);
    const id = [value].flat()[0];
    if (typeof id !== 'string') return [];
    const also = isOfTask(model, name) ? onlyOfTask(model, others) : {};
    return [{ id, name: nameOf(made, maker, index), index, also }];
  });
}

/** A task and its track are named together; a persona is somebody by itself. */
function isOfTask(model: Model, name: string): boolean {
  const what = model.input[name]?.refers_to;
  return what === 'task' || what === 'track';
}

function onlyOfTask(model: Model, input: Input): Input {
  return Object.fromEntries(Object.entries(input).filter(([name]) => isOfTask(model, name)));
}

function nameOf(
  { input, result }: Pick<Generation, 'input' | 'result'>,
  maker: Model | undefined,
  index: number,
): string | undefined {
  const given = [
    result?.media[index]?.title,
    input.voice_name,
    input.name,
    dataOf(result).name,
    promptOf({ input }, maker),
  ];
  return given.find((it) => typeof it === 'string' && it !== '') as string | undefined;
}
