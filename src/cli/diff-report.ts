import type { CatalogueDiff, Change, Difference, PublishedModel, Sync } from '#registry';

/** What kie.ai's catalogue says otherwise than the registry, for a person; `all` also what is known already. */
export function diffReport(diff: CatalogueDiff, { all = false }: { all?: boolean } = {}): string {
  const shown = all ? diff.differences : diff.differences.filter(isNews);
  const blocks = [
    block('New at kie.ai', diff.added.map(newModelText)),
    block('Gone from kie.ai', diff.vanished),
    block('Offered again by kie.ai', diff.returned),
    ...byModel(shown).map(([model, own]) => block(model, own.map(differenceText))),
    block('Without a schema, fields not compared', diff.unread),
    summary(diff),
  ];
  return blocks.filter((text) => text !== '').join('\n\n');
}

/** What `sync` did, and what it left for a person. */
export function syncReport({ changes, refused, byHand, suspicious }: Sync, diff: CatalogueDiff): string {
  const alarm = suspicious
    ? `${diff.vanished.length} models are gone at once. That looks like a fault of the catalogue; their status was left alone.`
    : '';
  const blocks = [
    block('Written', changes.map(changeText)),
    block('Not written: the registry would not hold together', refused.map(changeText)),
    ...byModel(byHand).map(([model, own]) => block(`By hand: ${model}`, own.map(differenceText))),
    block('By hand: new at kie.ai (docs/adding-a-model.md)', diff.added.map(newModelText)),
    block('By hand: offered again by kie.ai', diff.returned),
    alarm,
    `${changes.length} models changed.`,
  ];
  return blocks.filter((text) => text !== '').join('\n\n');
}

function isNews({ known }: Difference): boolean {
  return known === undefined;
}

function byModel(differences: readonly Difference[]): (readonly [string, Difference[]])[] {
  return [...Map.groupBy(differences, ({ model }) => model)];
}

function block(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : [title, ...lines.map((line) => `  ${line}`)].join('\n');
}

function newModelText({ id, title, provider, taskTypes, price }: PublishedModel): string {
  const facts = [title, provider, taskTypes.join(', '), price].filter((fact) => fact);
  return `${id}  ${facts.join(' · ')}`;
}

function changeText({ model, what }: Change): string {
  return `${model}  ${what.join('; ')}`;
}

function differenceText({ field, aspect, registry, published, known }: Difference): string {
  const reason = known === undefined ? '' : `  (${known})`;
  if (aspect === 'field') {
    const said = registry === null ? `new field, ${published}` : 'field is gone';
    return `${field}: ${said}${reason}`;
  }
  if (aspect === 'price') return `price: ${listed(registry)} → ${listed(published)} kie credits${reason}`;
  if (aspect === 'values') return `${field} values: ${valuesText(registry, published)}${reason}`;
  return `${field} ${aspect}: ${shown(registry)} → ${shown(published)}${reason}`;
}

function valuesText(registry: Difference['registry'], published: Difference['published']): string {
  if (!Array.isArray(registry) || !Array.isArray(published))
    return `${listed(registry)} → ${listed(published)}`;
  const fresh = published.filter((value) => !registry.includes(value)).map((value) => `+${shown(value)}`);
  const gone = registry.filter((value) => !published.includes(value)).map((value) => `−${shown(value)}`);
  return [...fresh, ...gone].join(' ');
}

function listed(value: Difference['registry']): string {
  if (!Array.isArray(value)) return shown(value);
  return value.length === 0 ? 'none' : value.map(shown).join(', ');
}

function shown(value: Difference['registry']): string {
  if (value === null) return 'none';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function summary({ differences, added, vanished, returned, compared }: CatalogueDiff): string {
  const news = differences.filter(isNews);
  const known = differences.length - news.length;
  const models = new Set(news.map(({ model }) => model)).size;
  return [
    `${compared} models compared: ${added.length} new, ${vanished.length} gone, ${returned.length} offered again,`,
    `${models} changed (${news.length} differences); ${known} known differences left out (--all shows them)`,
  ].join(' ');
}
