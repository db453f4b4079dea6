import type { Db } from '#platform';
import type { Measured } from '#pricing';
import type { Model } from '#registry';
import { attachmentsByField } from './attachment-refs.ts';

/** What the price depends on and only the files know: seconds and megapixels, per field. */
export async function measure(
  db: Db,
  model: Pick<Model, 'input'>,
  input: Record<string, unknown>,
): Promise<Measured> {
  const byField = attachmentsByField(model, input);
  const ids = [...byField.values()].flat();
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom('attachments')
    .select(['id', 'duration_seconds', 'width', 'height'])
    .where('id', 'in', ids)
    .execute();
  const files = new Map(rows.map((row) => [row.id, row]));
  const fields: Record<string, { seconds?: number; megapixels?: number }> = {};
  for (const [field, fieldIds] of byField) {
    const seconds = sum(fieldIds.map((id) => files.get(id)?.duration_seconds ?? null));
    const pixels = sum(fieldIds.map((id) => pixelsOf(files.get(id))));
    fields[field] = {
      ...(seconds === null ? {} : { seconds }),
      ...(pixels === null ? {} : { megapixels: pixels / 1e6 }),
    };
  }
  return { fields };
}

/** Unknown as soon as one is unknown. */
function sum(values: (number | null)[]): number | null {
  return values.reduce((total, value) => (total === null || value === null ? null : total + value), 0);
}

function pixelsOf(file: { width: number | null; height: number | null } | undefined): number | null {
  return file?.width && file.height ? file.width * file.height : null;
}
