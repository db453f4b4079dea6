import type { FuncKeywordDefinition } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

type Keyword = ReturnType<NonNullable<FuncKeywordDefinition['compile']>>;

const PENDING = /^attachment:[A-Za-z0-9_-]{1,128}$/;
const NUMERIC = /^-?\d{1,15}(\.\d{1,9})?$/;

/** Ajv for inputs: reports every mistake, counts code points, refuses NaN and Infinity; `pending` lets `attachment:<id>` pass as an address. */
export function createAjv(pending: boolean): {
  ajv: Ajv2020;
  address: (schemes: readonly string[]) => string;
} {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictRequired: false,
    multipleOfPrecision: 9,
    messages: false,
    verbose: true,
  });
  addNumberOrText(ajv);
  const known = new Set<string>();
  const address = (schemes: readonly string[]) => {
    const name = ['address', ...schemes].join('+');
    if (!known.has(name)) ajv.addFormat(name, addressCheck(schemes, pending));
    known.add(name);
    return name;
  };
  return { ajv, address };
}

function addressCheck(schemes: readonly string[], pending: boolean): (value: string) => boolean {
  const whole = new RegExp(
    `^(?:https?${schemes.map((scheme) => `|${scheme}`).join('')})://[^\\s/?#]\\S*$`,
    'i',
  );
  return (value) => (whole.test(value) ? URL.canParse(value) : pending && PENDING.test(value));
}

/** `numberOrText: S` — a number that fits S, or its decimal text. The text is checked as the number it says. */
function addNumberOrText(ajv: Ajv2020): void {
  ajv.addKeyword({
    keyword: 'numberOrText',
    metaSchema: { type: 'object' },
    errors: 'full',
    compile(schema: object) {
      const inner = ajv.compile(schema);
      const check: Keyword = (value: unknown, at?: { instancePath: string }) => {
        const fits = inner(typeof value === 'string' && NUMERIC.test(value) ? Number(value) : value);
        if (fits) return true;
        check.errors = (inner.errors ?? []).map((error) => ({
          ...error,
          instancePath: at?.instancePath ?? '',
        }));
        return fits;
      };
      return check;
    },
  });
}
