import { AppError } from '#platform';

/** What a person can be told by this room; each is a phrase key `error-<code>` in every locale. */
export const generationErrorCodes = [
  'unknown-model',
  'model-unavailable',
  'invalid-input',
  'not-for-sale',
  'needs-measure',
  'price-changed',
  'too-many-open',
  'free-used-up',
  'too-late-to-cancel',
  'attachment-gone',
  'address-unreachable',
  'upload-too-large',
  'upload-unreadable',
  'too-many-uploads',
  'generation-not-found',
  'preset-name-taken',
  'provider-closed',
  'not-uncertain',
  'task-belongs-elsewhere',
  'task-not-readable',
] as const;

export type GenerationErrorCode = (typeof generationErrorCodes)[number];

/** Nothing was sent to kie.ai and nothing was held; `problems` say what to change, field by field. */
export class InvalidInputError<Problem> extends AppError<'invalid-input'> {
  readonly problems: readonly Problem[];

  constructor(modelId: string, problems: readonly Problem[]) {
    super('invalid-input', `The input does not fit ${modelId}`, { values: { problems: problems.length } });
    this.problems = problems;
  }
}
