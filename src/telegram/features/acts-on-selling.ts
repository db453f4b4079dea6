import type { FailingModel } from '#operator';
import type { Model } from '#registry';
import type { BotContext } from '../context.ts';
import { type ModelLine, markupScreen, modelSwitchScreen } from '../render/admin-selling.ts';
import type { Screen } from '../render/screen.ts';
import type { Services } from '../services.ts';
import type { ActHandler, ActHandlers, ActNamed } from './acts.ts';

type Slice = Pick<Services, 'operator' | 'registry' | 'codes'>;

/** How a model fares, and whether it is sold. */
export function lineOf(
  { operator, codes }: Slice,
  model: Model,
  failing: readonly FailingModel[],
): ModelLine {
  return {
    code: codes.codeOf(model.id),
    title: model.title,
    isOff: operator.terms().switchedOff.has(model.id),
    failing: failing.find(({ modelId }) => modelId === model.id),
  };
}

export async function modelCard(ctx: BotContext, services: Slice, model: Model): Promise<Screen> {
  const line = lineOf(services, model, await services.operator.failingModels());
  return modelSwitchScreen(ctx.voice, line, model.id);
}

/** Models on and off, and the markup of all. */
export function sellingActs(services: Slice): Pick<ActHandlers, 'switch-off' | 'switch-on' | 'markup'> {
  const { operator, registry, codes } = services;

  const flip = (how: 'off' | 'on'): ActHandler<ActNamed<'switch-off' | 'switch-on'>> => ({
    async ask({ voice }, { model }) {
      return {
        text: voice.html(`act-switch-${how}`, { name: registry.find(model).title }),
        label: voice.plain(`button-admin-switch-${how}`),
        style: how === 'off' ? 'danger' : 'success',
        back: { to: 'admin-model', model: codes.codeOf(model) },
      };
    },
    async carryOut(ctx, { model: modelId }, order) {
      const { outcome } = await (how === 'off' ? operator.switchOff : operator.switchOn)({
        ...order,
        modelId,
      });
      await ctx.show(await modelCard(ctx, services, registry.find(modelId)));
      return outcome;
    },
  });

  return {
    'switch-off': flip('off'),
    'switch-on': flip('on'),
    markup: {
      async ask({ voice }, { markup }) {
        const { markup: old } = operator.terms();
        return {
          text:
            markup === null
              ? voice.html('act-markup-reset', { old })
              : voice.html('act-markup', { old, markup }),
          label: voice.plain(markup === null ? 'button-admin-markup-reset' : 'button-act-markup', {
            markup: markup ?? 0,
          }),
          style: 'success',
          back: { to: 'admin-markup' },
        };
      },
      async carryOut(ctx, { markup }, order) {
        const { outcome } = await operator.setMarkup({ ...order, markup });
        await ctx.show(markupScreen(ctx.voice, operator.terms()));
        return outcome;
      },
    },
  };
}
