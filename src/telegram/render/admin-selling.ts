import type { FailingModel } from '#operator';
import type { Terms } from '#pricing';
import { adminRow } from './admin.ts';
import { oneLine } from './html.ts';
import { button, rowText, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

export interface ModelLine {
  code: string;
  title: string;
  isOff: boolean;
  failing: FailingModel | undefined;
}

/** What is switched off and what fails. */
export function failingModelsScreen(voice: Voice, models: readonly ModelLine[]): Screen {
  return modelsScreen(voice, voice.html(models.length > 0 ? 'admin-models' : 'admin-models-none'), models);
}

/** What was looked for by name. */
export function foundModelsScreen(voice: Voice, query: string, models: readonly ModelLine[]): Screen {
  const key = models.length > 0 ? 'admin-models-found' : 'admin-models-found-none';
  return modelsScreen(voice, voice.html(key, { query: oneLine(query, 60) }), models);
}

function modelsScreen(voice: Voice, text: string, models: readonly ModelLine[]): Screen {
  const rows = models.map(({ code, title, isOff, failing }) => {
    const label = rowText(title, (name) => {
      if (isOff) return voice.plain('button-admin-model-off', { name });
      if (!failing) return name;
      const { failed, delivered } = failing;
      return voice.plain('button-admin-model', { name, failed, delivered });
    });
    return [button(label, { to: 'admin-model', model: code })];
  });
  const search = button(voice.plain('button-search'), { to: 'admin-ask', about: 'model' });
  return { text, keyboard: [...rows, [search], adminRow(voice)] };
}

/** One model: how it fares, and its switch. */
export function modelSwitchScreen(
  voice: Voice,
  { code, title, isOff, failing }: ModelLine,
  id: string,
): Screen {
  const lines = [voice.html('admin-model', { name: title, id })];
  if (failing) {
    const { failed, delivered, lastCode, lastWords } = failing;
    const cause = voice.plain(`failure-${lastCode}`);
    const words = oneLine(lastWords ? `${cause} “${lastWords}”` : cause, 300);
    lines.push(voice.html('admin-model-failing', { failed, delivered, words }));
  }
  lines.push(voice.html(isOff ? 'admin-model-off' : 'admin-model-on'));
  const how = isOff ? 'on' : 'off';
  const label = voice.plain(`button-admin-switch-${how}`);
  return {
    text: lines.join('\n\n'),
    keyboard: [
      [button(label, { to: 'admin-switch', model: code, how }, isOff ? 'success' : 'danger')],
      adminRow(voice, { to: 'admin-models' }),
    ],
  };
}

export function markupScreen(voice: Voice, { markup }: Terms): Screen {
  return {
    text: voice.html('admin-markup', { markup }),
    keyboard: [
      [button(voice.plain('button-admin-markup-set'), { to: 'admin-ask', about: 'markup' })],
      [button(voice.plain('button-admin-markup-reset'), { to: 'admin-markup-reset' })],
      adminRow(voice),
    ],
  };
}
