/* The part of the contract that is about forms: what a model asks for, and how it is filled in. */

export type Delivers = 'image' | 'video' | 'audio' | 'data';

export interface FormRequest {
  modelId: string;
  input: Input;
}

/** API field names; files that were uploaded stand as `attachment:<id>`. */
export type Input = Record<string, unknown>;

/**
 * `atMost`: an upper bound; what is not needed comes back. `free`: how many of this person's free ones of today are left
 * for it; an order may ask for one.
 */
export type Price =
  | { kind: 'priced'; credits: number; atMost: boolean; free?: { left: number; perDay: number } }
  | { kind: 'incomplete' }
  | { kind: 'needs-measure' }
  | { kind: 'not-for-sale' };

/** A form as it stands: what applies, what is wrong, what it costs. The chat shows the same. */
export interface FormView {
  model: { id: string; title: string; provider: string; type: string; typeName: string; delivers: Delivers };
  /** What the form begins with, where none was given: the person's last settings. */
  input?: Input;
  /** What stands behind the references to files in it. */
  files: Record<string, FileView>;
  fields: FieldView[];
  /** The field that is still needed, asked for next. */
  next: string | null;
  problems: ProblemView[];
  price: Price;
  available: number;
}

export interface ProblemView {
  /** Top-level field; '' for the form as a whole. */
  field: string;
  /** Where in it, e.g. `dialogue[1].voice`. */
  path: string;
  /** `required` is only a mark, no mistake yet. */
  code: string;
  text: string;
}

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
  value: string | number | boolean;
  label: string;
}

/** What a value may be; for lists and objects also what is in them. */
export interface Shape {
  control: Control;
  choices: Choice[];
  min?: number;
  max?: number;
  step?: number;
  isInteger?: boolean;
  maxLength?: number;
  minItems?: number;
  maxItems?: number;
  /** Several of what the field refers to. */
  isList?: boolean;
  file?: { kind: 'image' | 'video' | 'audio' | 'file'; maxMb?: number; mime?: readonly string[] };
  mask?: MaskView;
  items?: Shape;
  /** What a new entry of a list of objects begins with. */
  newEntry?: Record<string, unknown>;
  properties?: PropertyView[];
}

/**
 * The file is a mask of the picture in the field `of`: what was painted over in this colour, the rest in the other.
 * `isUnsure`: it may be the other way round.
 */
export interface MaskView {
  of: string;
  painted: 'black' | 'white';
  isUnsure: boolean;
}

export interface PropertyView extends Shape {
  name: string;
  title: string;
  required: boolean;
}

export interface FieldView extends PropertyView {
  place: 'main' | 'more';
  /** What the setting does. */
  about?: string;
  role?: 'prompt' | 'media';
  value: unknown;
  default?: unknown;
}

export interface FileView {
  kind: 'image' | 'video' | 'audio' | 'file';
  name: string;
  url: string;
}

/** A form to open; `files` shows what stands behind its references. */
export interface NewForm extends FormRequest {
  files: Record<string, FileView>;
}

/** A form kept under a name. `link` opens it in the chat, for others without its files. */
export interface PresetView {
  id: string;
  name: string;
  model: { id: string; title: string };
  link: string;
}
