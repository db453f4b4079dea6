import { z } from 'zod';
import { DELIVERS, FIELD_TYPES, MODEL_TYPES, PRICE_UNITS, STATUSES } from './types.ts';

/* The shape of models/kie_models.yaml. What one entry must be in itself stands here, how its parts fit in check-entry.ts. */

const scalar = z.union([z.string(), z.number(), z.boolean()]);
const names = z.array(z.string()).min(1);
const count = z.int().min(0);
const text = z.string().min(1);

const media = z.strictObject({
  kind: z.enum(['image', 'video', 'audio', 'file']),
  mime: z.array(z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/)).optional(),
  max_mb: z.number().positive().optional(),
  min_seconds: z.number().positive().optional(),
  max_seconds: z.number().positive().optional(),
  max_total_seconds: z.number().positive().optional(),
  schemes: names.optional(),
});

const mask = z.strictObject({
  of: text,
  painted: z.enum(['black', 'white']),
  means: z.enum(['change', 'subject']),
  unsure: text.optional(),
});

const field = z.strictObject({
  type: z.enum(FIELD_TYPES),
  required: z.boolean().optional(),
  role: z.enum(['prompt', 'media']).optional(),
  refers_to: z.enum(['task', 'track', 'voice', 'persona', 'character']).optional(),
  default: z.json().optional(),
  values: z.array(scalar).min(1).optional(),
  labels: z.record(z.string(), z.string()).optional(),
  also: z.array(scalar).min(1).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().positive().optional(),
  min_length: count.optional(),
  max_length: count.optional(),
  pattern: text.optional(),
  min_items: count.optional(),
  max_items: count.optional(),
  accepts_string: z.boolean().optional(),
  media: media.optional(),
  mask: mask.optional(),
  deprecated: z.boolean().optional(),
  get items() {
    return field.optional();
  },
  get properties() {
    return z.record(z.string(), field).optional();
  },
});

const test = z.union([
  scalar,
  z.array(z.union([scalar, z.null()])).min(1),
  z.strictObject({ present: z.boolean() }),
  z.strictObject({ not: z.array(scalar).min(1) }),
  z.strictObject({ items: z.strictObject({ min: count.optional(), max: count.optional() }) }),
]);
const condition = z.record(z.string(), test);

const bounds = {
  values: z.array(scalar).min(1).optional(),
  not: z.array(scalar).min(1).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  min_length: count.optional(),
  max_length: count.optional(),
  min_items: count.optional(),
  max_items: count.optional(),
};

const rule = z.strictObject({
  when: condition.optional(),
  because: text.optional(),
  require: names.optional(),
  forbid: names.optional(),
  any_of: names.optional(),
  one_of: names.optional(),
  apart: z.array(names).min(2).optional(),
  limit: z.record(z.string(), z.strictObject(bounds)).optional(),
  total_length: z.strictObject({ of: names, max: count }).optional(),
  total_items: z
    .strictObject({ of: z.record(z.string(), count), min: count.optional(), max: count.optional() })
    .optional(),
  span: z
    .strictObject({ from: text, to: text, min: z.number().optional(), max: z.number().optional() })
    .optional(),
});

const variant = z.strictObject({
  title: text,
  fields: names,
  required: z.array(z.string()),
  overrides: z.record(z.string(), z.strictObject({ ...bounds, default: z.json().optional() })).optional(),
});

const priceRule = z.strictObject({
  when: condition.optional(),
  unit: z.enum(PRICE_UNITS),
  credits: z.number().min(0),
  of: names.optional(),
  longest_of: names.optional(),
  over: text.optional(),
  times: z.union([z.number().positive(), text]).optional(),
  sizes: z.record(z.string(), z.number().positive()).optional(),
  tokens_per_char: z.number().positive().optional(),
  free_first: count.optional(),
  adds: z.literal(true).optional(),
  upper_bound: text.optional(),
});

const pricing = z.strictObject({
  rules: z.array(priceRule).default([]),
  unpriced: z.array(z.strictObject({ when: condition, because: text })).optional(),
  note: text.optional(),
  not_for_sale: text.optional(),
});

const result = z.strictObject({
  shape: z.enum(['resultUrls', 'resultObject', 'data', 'segments']),
  media: z.enum(['image', 'video', 'audio']).optional(),
  item: names.optional(),
  count: z.strictObject({ min: count, max: count }).optional(),
  path: text.optional(),
  extra: names.optional(),
});

/** One entry below `models`; its id is the key. */
export const entrySchema = z.strictObject({
  title: text,
  provider: text,
  model_type: z.enum(MODEL_TYPES),
  also: z.array(z.enum(MODEL_TYPES)).default([]),
  status: z.enum(STATUSES),
  status_note: text.optional(),
  replaced_by: text.optional(),
  delivers: z.enum(DELIVERS),
  needs_earlier_task: z.boolean().default(false),
  follows: z.array(text).default([]),
  doc: z.url().optional(),
  since: z.iso.date().optional(),
  seen_seconds: z.tuple([z.number().positive(), z.number().positive()]).optional(),
  input: z.record(z.string(), field),
  variants: z.array(variant).min(2).optional(),
  rules: z.array(rule).default([]),
  pricing,
  result,
  gaps: z.array(text).default([]),
});

/** One entry below `renamed`. */
export const renamedSchema = z.strictObject({ to: text.nullable(), because: text });

/** The file as a whole; `shared` only carries anchors. */
export const fileSchema = z.strictObject({
  shared: z.record(z.string(), z.unknown()).optional(),
  models: z.record(z.string(), z.unknown()),
  recommended: z.array(z.string()).default([]),
  renamed: z.record(z.string(), z.unknown()).default({}),
});
