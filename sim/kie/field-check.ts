import { isFilled, type SimField } from './models.ts';

/**
 * The sentence for a bad value, or undefined. Recorded are "is required", "cannot be empty" and
 * "is not within the range of allowed options"; the last stands for every other bad value,
 * because no other wording is known (facts: createTask errors).
 */
export function checkField(name: string, field: SimField, value: unknown): string | undefined {
  if (value === undefined || value === null) return field.required ? `${name} is required` : undefined;
  if (!isFilled(value)) return checkEmpty(name, field, value);
  return allows(name, field, value);
}

function checkEmpty(name: string, field: SimField, value: unknown): string | undefined {
  if (field.required || (field.minLength ?? 0) > 0) return `${name} cannot be empty`;
  if (Array.isArray(value)) return field.minItems ? `${name} cannot be empty` : wrongType(name, field, value);
  return field.enum || field.media || field.format ? outOfRange(name) : wrongType(name, field, value);
}

function wrongType(name: string, field: SimField, value: unknown): string | undefined {
  const type = Array.isArray(value) ? 'array' : typeof value;
  return field.type === type ? undefined : outOfRange(name);
}

function allows(name: string, field: SimField, value: unknown): string | undefined {
  if (field.also?.some((literal) => literal === value)) return undefined;
  switch (field.type) {
    case 'string':
      return typeof value === 'string' && stringFits(field, value) ? undefined : outOfRange(name);
    case 'boolean':
      return typeof value === 'boolean' ? undefined : outOfRange(name);
    case 'number':
    case 'integer':
      return numberFits(field, value) ? undefined : outOfRange(name);
    case 'array':
      return checkArray(name, field, value);
    case 'object':
      return checkObject(name, field, value);
  }
}

function stringFits(field: SimField, value: string): boolean {
  if (field.enum) return field.enum.includes(value);
  const length = [...value].length;
  if (length < (field.minLength ?? 0) || length > (field.maxLength ?? Number.POSITIVE_INFINITY)) return false;
  if (field.pattern && !new RegExp(field.pattern, 'u').test(value)) return false;
  if (field.media || field.format === 'uri') return isUrl(value, field);
  return hasRange(field) ? numberFits({ ...field, type: 'integer' }, numeric(value)) : true;
}

function numberFits(field: SimField, value: unknown): boolean {
  const number = field.acceptsString && typeof value === 'string' ? numeric(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return false;
  if (field.type === 'integer' && !Number.isInteger(number)) return false;
  if (field.enum) return field.enum.includes(number);
  if (number < (field.min ?? Number.NEGATIVE_INFINITY)) return false;
  if (number > (field.max ?? Number.POSITIVE_INFINITY)) return false;
  return !field.step || Math.abs(number / field.step - Math.round(number / field.step)) < 1e-9;
}

function checkArray(name: string, field: SimField, value: unknown): string | undefined {
  if (!Array.isArray(value)) return outOfRange(name);
  if (value.length < (field.minItems ?? 0)) return outOfRange(name);
  if (value.length > (field.maxItems ?? Number.POSITIVE_INFINITY)) return outOfRange(name);
  const item = field.items;
  if (!item) return undefined;
  const itemField = {
    ...item,
    required: true,
    ...(field.media && item.type === 'string' ? { media: field.media } : {}),
  };
  for (const entry of value) {
    const mistake = checkField(name, itemField, entry);
    if (mistake) return mistake;
  }
  return undefined;
}

function checkObject(name: string, field: SimField, value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return outOfRange(name);
  const entries = new Map(Object.entries(value));
  for (const [key, property] of Object.entries(field.properties ?? {})) {
    const mistake = checkField(key, property, entries.get(key));
    if (mistake) return mistake;
  }
  return undefined;
}

function isUrl(value: string, field: SimField): boolean {
  const schemes = [
    'http',
    'https',
    ...(field.schemes ?? []),
    ...(field.pattern?.includes('oss') ? ['oss'] : []),
  ];
  const scheme = /^([a-z]+):\/\/[^\s/]/i.exec(value)?.[1]?.toLowerCase();
  return scheme !== undefined && schemes.includes(scheme) && !/\s/.test(value) && URL.canParse(value);
}

function hasRange(field: SimField): boolean {
  return field.min !== undefined || field.max !== undefined;
}

function numeric(value: string): number {
  return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : Number.NaN;
}

function outOfRange(name: string): string {
  return `${name} is not within the range of allowed options`;
}
