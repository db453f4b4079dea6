import type { Draft, Generation } from '#generation';
import type { Field, FormField, Model } from '#registry';

/** A model for tests; what is not given is plain. */
export function aModel(given: Partial<Model> & { id: string }): Model {
  return {
    title: given.id,
    provider: 'Test',
    model_type: 'text_to_image',
    also: [],
    status: 'active',
    delivers: 'image',
    needs_earlier_task: false,
    follows: [],
    input: { prompt: { type: 'string', required: true, role: 'prompt' } },
    rules: [],
    pricing: { rules: [{ unit: 'image', credits: 4 }] },
    result: { shape: 'resultUrls', media: 'image' },
    gaps: [],
    ...given,
  };
}

/** A field as a form shows it. */
export function aField(name: string, field: Field, given: Partial<FormField> = {}): FormField {
  return {
    name,
    title: name,
    control: field.type === 'boolean' ? 'switch' : field.values ? 'choice' : 'text',
    field,
    required: field.required ?? false,
    choices: (field.values ?? []).map((value) => ({
      value,
      label: field.labels?.[String(value)] ?? String(value),
    })),
    value: undefined,
    default: field.default,
    place: 'main',
    ...given,
  };
}

export function aDraft(given: Partial<Draft> = {}): Draft {
  return {
    id: 'draft-000001',
    personId: 1,
    chatId: 1,
    modelId: 'm',
    input: {},
    revision: 1,
    awaiting: null,
    messageId: null,
    state: 'open',
    ...given,
  };
}

export function aGeneration(given: Partial<Generation> = {}): Generation {
  return {
    id: 'generation-1',
    key: 'key',
    personId: 1,
    chatId: 1,
    replyTo: null,
    threadId: null,
    modelId: 'm',
    input: { prompt: 'a cat' },
    quote: { kieCredits: 2, credits: 4, lines: [], upperBound: false, notes: [] },
    price: 4,
    free: false,
    quiet: false,
    state: 'delivered',
    taskId: 'task',
    failure: null,
    result: null,
    statusMessageId: null,
    createdAt: new Date('2026-01-01T00:00:00Z'),
    startedAt: new Date('2026-01-01T00:00:01Z'),
    finishedAt: new Date('2026-01-01T00:00:13Z'),
    ...given,
  };
}
