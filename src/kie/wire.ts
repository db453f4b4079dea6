/** From the bytes of an answer to an envelope or to the error that names the cause. */
import { isObject, parseText, toNumber, toText } from './coerce.ts';
import {
  BlockedError,
  BrokenAnswerError,
  type BrokenKind,
  type Evidence,
  FeatureDisabledError,
  InvalidInputError,
  type KieError,
  MaintenanceError,
  NotFoundError,
  OutOfCreditsError,
  PausedError,
  RateLimitedError,
  RejectedError,
  ServerError,
  SubKeyLimitError,
  UnauthorizedError,
  UnknownModelError,
} from './errors.ts';

/** A complete HTTP answer. */
export interface Answer {
  status: number;
  text: string;
  retryAfterMs: number | null;
}

/** `code` is the outcome: the envelope's own, or the HTTP status when that alone reports an error. */
export interface Envelope {
  code: number;
  msg: string | null;
  data: unknown;
}

/** Hides the key in a text that is about to become evidence. */
export type Redact = (text: string) => string;

/** Reads the envelope; null when the answer is not one. An upload's `success: false` counts as code 500. */
export function readEnvelope({ status, text }: Answer): Envelope | null {
  const body = parseText(text);
  if (!isObject(body)) return null;
  const own = toNumber(body.code);
  if (own === null) return null;
  const code = own === 200 && status >= 400 ? status : own;
  const failedUpload = code === 200 && body.success === false;
  return { code: failedUpload ? 500 : code, msg: toText(body.msg), data: body.data };
}

/** The error for an answer without an envelope: only its HTTP status can be believed, its text is mere evidence. */
export function errorWithoutEnvelope(answer: Answer, where: Evidence, redact: Redact): KieError {
  const { status, text, retryAfterMs } = answer;
  const evidence = { ...where, status, retryAfterMs };
  if (status < 300) return new BrokenAnswerError(brokenKind(text), redact(text).slice(0, 200), evidence);
  if (status < 400) return new BrokenAnswerError('redirect', '', evidence);
  const told = { ...evidence, providerMessage: plainExcerpt(redact(text)) };
  return status === 403 ? new BlockedError(told) : new (classForCode(status))(told);
}

/** The error for an envelope whose code is not 200 (facts: createTask errors, `/schema` enum of codes). */
export function errorForEnvelope(
  envelope: Envelope,
  answer: Answer,
  where: Evidence,
  redact: Redact,
): KieError {
  const text = envelope.msg ?? '';
  const sentenceCounts = [400, 404, 422, 500].includes(envelope.code);
  const told = sentenceCounts ? REFUSALS.find(([sentence]) => sentence.test(text))?.[1] : undefined;
  return new (told ?? classForCode(envelope.code))({
    ...where,
    status: answer.status,
    envelopeCode: envelope.code,
    providerMessage: envelope.msg === null ? null : redact(envelope.msg),
    retryAfterMs: answer.retryAfterMs,
  });
}

/** The error for an envelope that reports success around data of the wrong shape: tells the shape, no values. */
export function errorForData(data: unknown, where: Evidence): BrokenAnswerError {
  const kind = data === null ? 'null' : typeof data;
  const excerpt = isObject(data) ? `{ ${Object.keys(data).join(', ').slice(0, 200)} }` : kind;
  return new BrokenAnswerError('shape', excerpt, { ...where, status: 200, envelopeCode: 200 });
}

/** Sentences that tell more than the code above them; kie.ai reports parameter mistakes as 500. */
const REFUSALS: [RegExp, new (evidence: Evidence) => KieError][] = [
  [/credits? insufficient|balance isn.t enough/i, OutOfCreditsError],
  [/model name you specified is not supported/i, UnknownModelError],
  [/temporarily paused/i, PausedError],
  [/call frequency is too high/i, RateLimitedError],
  [/\bis required\b|\bcannot be empty\b|\bnot within the range of allowed options\b/i, InvalidInputError],
  [
    /\bmust (not )?(be|have|contain)\b|\bexceeds? the (maximum|limit)\b|\bis (not valid|invalid)\b/i,
    InvalidInputError,
  ],
];

const BY_CODE: { [code: number]: new (evidence: Evidence) => KieError } = {
  400: InvalidInputError,
  401: UnauthorizedError,
  402: OutOfCreditsError,
  403: UnauthorizedError,
  404: NotFoundError,
  408: ServerError,
  413: InvalidInputError,
  422: InvalidInputError,
  429: RateLimitedError,
  433: SubKeyLimitError,
  455: MaintenanceError,
  505: FeatureDisabledError,
};

function classForCode(code: number): new (evidence: Evidence) => KieError {
  return BY_CODE[code] ?? (code >= 400 && code < 500 ? RejectedError : ServerError);
}

function brokenKind(text: string): BrokenKind {
  if (/^\s*<(!doctype|html)/i.test(text)) return 'html';
  return parseText(text) === undefined ? 'not-json' : 'shape';
}

/** A Spring body's message, or the words of a page without its markup. */
function plainExcerpt(text: string): string | null {
  const body = parseText(text);
  if (isObject(body)) return toText(body.message) ?? toText(body.error);
  const words = text
    .slice(0, 2_000)
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^>]*>/gi, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return words === '' ? null : words.slice(0, 200);
}
