/*
 * The registry's vocabulary. An entry keeps the spelling of the file (`model_type`, `max_length`, …),
 * so what a person reads in models/kie_models.yaml is what the code reads.
 *
 * model    one entry: what kie.ai's createTask accepts under one id
 * field    one input of a model, under its API name
 * variant  one of several shapes of the same input; exactly one must fit
 * rule     a condition across fields
 * choice   one allowed literal of a field
 */

/** The 13 types of the product, then four for models that fit none of them. */
export const MODEL_TYPES = [
  'text_to_image',
  'image_to_image',
  'text_to_video',
  'image_to_video',
  'video_to_video',
  'text_to_audio',
  'audio_to_text',
  'speech_to_text',
  'image_edit',
  'upscale',
  'inpaint',
  'outpaint',
  'image_to_image_enhanced',
  'lip_sync',
  'audio_to_audio',
  'text_to_text',
  'utility',
] as const;
export type ModelType = (typeof MODEL_TYPES)[number];

/** `active` is offered; `legacy` has lost its documentation page; `removed` no longer works at kie.ai. */
export const STATUSES = ['active', 'legacy', 'removed'] as const;
export type Status = (typeof STATUSES)[number];

/** What a finished task hands over; `data` is text or JSON without a file. */
export const DELIVERS = ['image', 'video', 'audio', 'data'] as const;
export type Delivers = (typeof DELIVERS)[number];

export type Scalar = string | number | boolean;
export type Json = Scalar | null | readonly Json[] | { readonly [key: string]: Json };
export type Input = Record<string, unknown>;

export const FIELD_TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** The file behind a URL field. `max_mb` in 10^6 bytes, seconds per file, `max_total_seconds` over the files of a list. */
export interface Media {
  readonly kind: 'image' | 'video' | 'audio' | 'file';
  readonly mime?: readonly string[];
  readonly max_mb?: number;
  readonly min_seconds?: number;
  readonly max_seconds?: number;
  readonly max_total_seconds?: number;
  /** Other address schemes than http(s) that kie.ai takes here, e.g. `asset`. */
  readonly schemes?: readonly string[];
}

/**
 * A picture that says which part of another is meant. `of` names the field of that other picture; what the person
 * painted over is in the colour `painted`, the rest in the opposite one, and kie.ai takes it to be what shall `change`,
 * or the `subject` to look at.
 */
export interface Mask {
  readonly of: string;
  readonly painted: 'black' | 'white';
  readonly means: 'change' | 'subject';
  /** Why the colour may be the other one. */
  readonly unsure?: string;
}

/** One input of a model. Lengths count code points. */
export interface Field {
  readonly type: FieldType;
  readonly required?: boolean;
  /** `prompt`: takes what a person writes; `media`: takes the file a person sends. One of each at most. */
  readonly role?: 'prompt' | 'media';
  readonly default?: Json;
  readonly values?: readonly Scalar[];
  /** Names to show for values, by the value's text. */
  readonly labels?: Readonly<Record<string, string>>;
  /** Literals allowed besides `min`…`max`. */
  readonly also?: readonly Scalar[];
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly pattern?: string;
  readonly min_items?: number;
  readonly max_items?: number;
  readonly items?: Field;
  readonly properties?: Readonly<Record<string, Field>>;
  /** Makes the string (or each string of the array) an address of a file. */
  readonly media?: Media;
  /** The picture is a mask of another one. */
  readonly mask?: Mask;
  /** A numeric field that takes the number as text as well. */
  readonly accepts_string?: boolean;
  /** Takes an id out of an earlier result of the same family. */
  readonly refers_to?: 'task' | 'track' | 'voice' | 'persona' | 'character';
  readonly deprecated?: boolean;
}

/**
 * Test of one field's effective value (given, else default): equal to a literal, one of a list
 * (null: no value), present or not (an empty text or list is not present), none of a list, or by number of items.
 */
export type Test =
  | Scalar
  | readonly (Scalar | null)[]
  | { readonly present: boolean }
  | { readonly not: readonly Scalar[] }
  | { readonly items: { readonly min?: number; readonly max?: number } };

/** All tests must hold. */
export type Condition = Readonly<Record<string, Test>>;

/** Narrower bounds for one field's given value. */
export interface Limit {
  readonly values?: readonly Scalar[];
  readonly not?: readonly Scalar[];
  readonly min?: number;
  readonly max?: number;
  readonly min_length?: number;
  readonly max_length?: number;
  readonly min_items?: number;
  readonly max_items?: number;
}

/** A rule has `when` (optional), `because` (optional) and exactly one of the other keys. */
export interface Rule {
  readonly when?: Condition;
  /** One English sentence for the reader of the registry. */
  readonly because?: string;
  /** All of these fields must be present. */
  readonly require?: readonly string[];
  /** None of these fields may be given. */
  readonly forbid?: readonly string[];
  /** At least one of these fields must be present. */
  readonly any_of?: readonly string[];
  /** Exactly one of these fields must be present. */
  readonly one_of?: readonly string[];
  /** Groups of fields of which only one group may be used. */
  readonly apart?: readonly (readonly string[])[];
  readonly limit?: Readonly<Record<string, Limit>>;
  /** Sum of text lengths of paths such as `dialogue[].text`. */
  readonly total_length?: { readonly of: readonly string[]; readonly max: number };
  /** Weighted number of files or items over several fields. */
  readonly total_items?: {
    readonly of: Readonly<Record<string, number>>;
    readonly min?: number;
    readonly max?: number;
  };
  /** Distance between two numeric fields, `to` minus `from`. */
  readonly span?: {
    readonly from: string;
    readonly to: string;
    readonly min?: number;
    readonly max?: number;
  };
}

/** What a variant narrows in a field, and the default it has there. */
export interface Override extends Limit {
  readonly default?: Json;
}

/** One shape of an input: the fields it knows, those it needs, and what it narrows. */
export interface Variant {
  readonly title: string;
  readonly fields: readonly string[];
  readonly required: readonly string[];
  readonly overrides?: Readonly<Record<string, Override>>;
}

export const PRICE_UNITS = [
  'image',
  'video',
  'second',
  'minute',
  'request',
  'generation',
  'megapixel',
  'input_image',
  '1000_chars',
  '1m_input_tokens',
  '1m_audio_output_tokens',
] as const;
export type PriceUnit = (typeof PRICE_UNITS)[number];

/** One price: `credits` kie credits per unit. No two base rules hold for one input; all `adds` rules come on top. */
export interface PriceRule {
  readonly unit: PriceUnit;
  readonly credits: number;
  readonly when?: Condition;
  readonly adds?: true;
  /** So many units cost nothing. */
  readonly free_first?: number;
  /** Fields whose numbers, files or texts add up to the quantity; absent: one unit. */
  readonly of?: readonly string[];
  /** As `of`, but the largest of them counts. */
  readonly longest_of?: readonly string[];
  /** Field to divide the quantity by. */
  readonly over?: string;
  /** Number, or count field, to multiply the quantity by; a count left open is 1. */
  readonly times?: number | string;
  /** Quantity per value of the one field in `of` (e.g. megapixels of a named size). */
  readonly sizes?: Readonly<Record<string, number>>;
  /** Tokens to reckon with per character of the fields in `of`. */
  readonly tokens_per_char?: number;
  /** Why this is the most it can cost rather than the exact price. */
  readonly upper_bound?: string;
}

export interface Pricing {
  readonly rules: readonly PriceRule[];
  /** Combinations kie.ai accepts and names no price for. */
  readonly unpriced?: readonly { readonly when: Condition; readonly because: string }[];
  readonly note?: string;
  /** Says why there is no price, when there are no rules. */
  readonly not_for_sale?: string;
}

/** Where a finished task's result lies in `resultJson` (docs/kie-api.md, result shapes). */
export interface ResultShape {
  readonly shape: 'resultUrls' | 'resultObject' | 'data' | 'segments';
  readonly media?: 'image' | 'video' | 'audio';
  readonly item?: readonly string[];
  readonly count?: { readonly min: number; readonly max: number };
  /** Where in `resultObject` it lies; with `media`, the addresses there are files to hand over. */
  readonly path?: string;
  /** Further lists of URLs beside `resultUrls`. */
  readonly extra?: readonly string[];
}

/** One entry of the registry. */
export interface Model {
  readonly id: string;
  readonly title: string;
  readonly provider: string;
  readonly model_type: ModelType;
  /** Types it serves as well once optional fields are filled. */
  readonly also: readonly ModelType[];
  readonly status: Status;
  readonly status_note?: string;
  /** Today's id of an old one that is still an entry. */
  readonly replaced_by?: string;
  readonly delivers: Delivers;
  /** Needs the id of an earlier task or track of its family: belongs under a result, not into the catalogue. */
  readonly needs_earlier_task: boolean;
  /** Models whose results it goes on from. */
  readonly follows: readonly string[];
  /** Page of kie.ai's documentation. */
  readonly doc?: string;
  /** The day on which it came, e.g. `2026-10-01`, where that is known: menus call it new for a while. */
  readonly since?: string;
  /** Shortest and longest run that was seen, in seconds (facts: run times): an estimate for who has no history. */
  readonly seen_seconds?: readonly [number, number];
  readonly input: Readonly<Record<string, Field>>;
  readonly variants?: readonly Variant[];
  readonly rules: readonly Rule[];
  readonly pricing: Pricing;
  readonly result: ResultShape;
  /** Known constraints that no rule expresses. */
  readonly gaps: readonly string[];
}

/** What became of an id that is no entry: `to` today's id, or null with the reason. */
export interface Renamed {
  readonly to: string | null;
  readonly because: string;
}

export const PROBLEM_CODES = [
  'unknown-model',
  'required',
  'type',
  'integer',
  'enum',
  'min',
  'max',
  'step',
  'too-short',
  'too-long',
  'too-few',
  'too-many',
  'pattern',
  'url',
  'unknown-field',
  'any-of',
  'one-of',
  'requires',
  'not-allowed-together',
  'not-allowed-when',
  'not-allowed-value',
  'total-length',
  'total-items',
  'span',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/**
 * One mistake in an input. `path` as a person reads it (`dialogue[1].voice`), `field` the top-level name
 * ('' for the input as a whole); `values` fills the sentence for `code`: limit, actual, allowed, fields, when …
 */
export interface Problem {
  readonly path: string;
  readonly field: string;
  readonly code: ProblemCode;
  readonly values: Readonly<Record<string, string | number>>;
}

export type Validation =
  | { readonly ok: true; readonly input: Input }
  | { readonly ok: false; readonly problems: readonly Problem[] };

export interface ValidateOptions {
  /**
   * For an input that is not ready to be sent: accepts `attachment:<id>` where a file's address is due, and takes
   * the defaults of fields that have to be given. The answer's `input` is a copy with these defaults: send that one.
   */
  readonly pendingFiles?: boolean;
}

export interface ModelFilter {
  /** Matches the model type or one of `also`. */
  readonly type?: ModelType;
  readonly provider?: string;
  readonly status?: Status;
  readonly delivers?: Delivers;
  /** Words that must all occur in id, title or provider; case does not matter. */
  readonly text?: string;
}

export interface Registry {
  /** All entries in the order of the file. */
  readonly models: readonly Model[];
  readonly renamed: ReadonlyMap<string, Renamed>;
  /** The entry with exactly this id. */
  get(id: string): Model | undefined;
  /** The entry of this id, or of the id that took its place; RegistryError `unknown-model` or `withdrawn-model` otherwise. */
  find(id: string): Model;
  list(filter?: ModelFilter): readonly Model[];
  /** Active entries that need no earlier task, the recommended ones first: the catalogue. */
  offered(filter?: Omit<ModelFilter, 'status'>): readonly Model[];
  /** Never throws; an unknown model is a problem. */
  validate(modelId: string, input: unknown, options?: ValidateOptions): Validation;
}

/** How a person fills a field in. */
export type Control =
  | 'text'
  | 'number'
  | 'switch'
  | 'choice'
  | 'file'
  | 'files'
  | 'list'
  | 'object'
  | 'reference';

export interface Choice {
  readonly value: Scalar;
  readonly label: string;
}

/** A field as a form shows it: what applies now, given what is filled in already. */
export interface FormField {
  readonly name: string;
  readonly title: string;
  readonly control: Control;
  readonly field: Field;
  /** Required in this state of the input (variants and rules considered). */
  readonly required: boolean;
  readonly choices: readonly Choice[];
  readonly value: unknown;
  readonly default: Json | undefined;
  /** `main`: worth showing at once; `more`: behind a further tap. */
  readonly place: 'main' | 'more';
}

/** The field to ask for next. */
export type Question = FormField;
