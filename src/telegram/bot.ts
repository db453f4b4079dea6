import { Bot, BotError } from 'grammy';
import type { Update, UserFromGetMe } from 'grammy/types';
import { isAdmin } from '#people';
import { checkpoint, measure, secondsSince, step } from '#platform';
import { ALLOWED_UPDATES } from './allowed-updates.ts';
import { clientOptions, measureCalls, waitWhenTold } from './api.ts';
import { fileOf } from './attachments.ts';
import { parseTap, type Tap } from './callback-data.ts';
import { commandHandlers, operatorCommands, readCommand } from './commands.ts';
import type { BotContext, TapHandlers } from './context.ts';
import { accountTaps, balanceOf } from './features/account.ts';
import { adminTaps } from './features/admin.ts';
import { takeAsked } from './features/asked.ts';
import { buyTaps } from './features/buy.ts';
import { entryTaps } from './features/entry-taps.ts';
import { fileTaps, incomingFile } from './features/files.ts';
import { forgetTaps } from './features/forget.ts';
import { formTaps } from './features/form-taps.ts';
import { createForms } from './features/forms.ts';
import { greetGroup, groupMessage, isOwnGroupTap } from './features/groups.ts';
import { historyTaps } from './features/history.ts';
import { answerInline } from './features/inline.ts';
import { modelsTaps } from './features/models.ts';
import { answerPreCheckout, takePayment, takeRefund } from './features/payment.ts';
import { presetTaps } from './features/presets.ts';
import { resultUseTaps } from './features/result-uses.ts';
import { resultTaps } from './features/results.ts';
import { homeScreen, startTaps } from './features/start.ts';
import { subscriptionTaps, takeSubscription } from './features/subscription.ts';
import { typedText } from './features/typed.ts';
import { uncertainTaps } from './features/uncertain.ts';
import type { WaitingForms } from './features/waiting-forms.ts';
import { createFileSets } from './file-sets.ts';
import { blocked } from './middleware/blocked.ts';
import { errors } from './middleware/errors.ts';
import { flood } from './middleware/flood.ts';
import { forUsOnly } from './middleware/for-us.ts';
import { once } from './middleware/once.ts';
import { person } from './middleware/person.ts';
import { screens } from './middleware/screen.ts';
import { isGroup } from './place.ts';
import { noteScreen } from './render/simple-screens.ts';
import type { Services } from './services.ts';

export interface BotOptions {
  token: string;
  apiRoot: string;
  /** Left out, the bot asks Telegram who it is. */
  botInfo?: UserFromGetMe;
  waitingForms: WaitingForms;
}

export interface TelegramBot {
  bot: Bot<BotContext>;
  /** Handles one update to its end. Rejects when it could not be handled at all, so that it may come again. */
  handleUpdate(update: Update): Promise<void>;
}

/** The bot: what each update, message and button leads to. It does not fetch updates by itself. */
export function createBot(services: Services, options: BotOptions): TelegramBot {
  const { token, apiRoot, botInfo } = options;
  const bot = new Bot<BotContext>(token, {
    client: clientOptions(apiRoot),
    ...(botInfo === undefined ? {} : { botInfo }),
  });
  bot.api.config.use(measureCalls(), waitWhenTold());
  bot.on('pre_checkout_query', (ctx) => answerPreCheckout(ctx, services));
  bot.on('inline_query', (ctx) => answerInline(ctx, services));
  bot.use(async (ctx, next) => {
    const { subscription } = ctx.update;
    return subscription ? takeSubscription(subscription, services) : next();
  });
  bot.use(blocked(services));
  bot.on('my_chat_member', (ctx) => greetGroup(ctx, services));
  bot.use(forUsOnly(services));
  bot.use(screens(services), errors(services), once(services), person(services), flood(services));
  addFeatures(bot, { ...services, waitingForms: options.waitingForms });

  return {
    bot,
    async handleUpdate(update) {
      if (!bot.isInited()) await bot.init();
      services.learnBot(bot.botInfo);
      checkpoint('update:received');
      const startedAt = performance.now();
      const count = (result: 'handled' | 'failed') =>
        measure({ of: 'update', label: kindOf(update), result, seconds: secondsSince(startedAt) });
      const handle = () => bot.handleUpdate(withoutNul(update));
      await step(`update ${kindOf(update)}`, {}, handle).catch((error: unknown) => {
        count('failed');
        throw error instanceof BotError ? error.error : error;
      });
      count('handled');
      checkpoint('update:handled');
    },
  };
}

function kindOf(update: Update): string {
  return ALLOWED_UPDATES.find((kind) => update[kind] !== undefined) ?? 'other';
}

function addFeatures(bot: Bot<BotContext>, services: Services & { waitingForms: WaitingForms }): void {
  const forms = createForms(services);
  const fileSets = createFileSets(services);
  const taps: TapHandlers = {
    ...startTaps(services, forms),
    ...modelsTaps(services, forms),
    ...presetTaps(services, forms),
    ...accountTaps(services),
    ...buyTaps(services, forms),
    ...subscriptionTaps(services, async (ctx) => void (await ctx.show(await balanceOf(ctx, services)))),
    ...uncertainTaps(services),
    ...adminTaps(services),
    ...formTaps(services, forms),
    ...entryTaps(services, forms),
    ...fileTaps(services, forms, fileSets),
    ...historyTaps(services),
    ...forgetTaps(services),
    ...resultTaps(services, forms),
    ...resultUseTaps(services, forms),
  };
  const commands = commandHandlers(services, forms);
  const forOperators = operatorCommands(services);
  const onText = typedText(services, forms);
  const onGroupMessage = groupMessage(services, forms);
  const onFile = incomingFile(services, forms, fileSets);

  bot.on('callback_query:data', async (ctx) => {
    const tap = parseTap(ctx.callbackQuery.data);
    if (isGroup(ctx.place) && !(await isOwnGroupTap(ctx, services, tap))) return;
    if (!isGroup(ctx.place)) await takeAsked(ctx, services);
    if (tap) await handleTap(taps, ctx, tap);
    else {
      ctx.toast(ctx.voice.plain('menu-outdated'));
      await ctx.show(await homeScreen(ctx, services));
    }
  });

  bot.on('message', async (ctx) => {
    const { message } = ctx;
    if (isGroup(ctx.place)) return onGroupMessage(ctx, message);
    if (message.successful_payment) return takePayment(ctx, message.successful_payment, services);
    if (message.refunded_payment) return takeRefund(ctx, message.refunded_payment, services);
    const file = fileOf(message);
    if (file) return onFile(ctx, file, message);
    if (message.text === undefined) {
      await ctx.send(noteScreen(ctx.voice, ctx.voice.html('cannot-read-this')));
      return;
    }
    const command = readCommand(message.text, ctx.me.username);
    if (command === null) return onText(ctx, message.text);
    const isOperator = isAdmin(ctx.person.id, services.config.adminIds);
    const handler = commands[command.name] ?? (isOperator ? forOperators[command.name] : undefined);
    if (handler) return handler(ctx, command.argument);
    const home = await homeScreen(ctx, services);
    await ctx.send({ ...home, text: `${ctx.voice.html('unknown-command')}\n\n${home.text}` });
  });
}

async function handleTap<Name extends Tap['to']>(
  handlers: TapHandlers,
  ctx: BotContext,
  tap: Extract<Tap, { to: Name }>,
): Promise<void> {
  const handler = handlers[tap.to] as (ctx: BotContext, tap: Tap) => Promise<void>;
  await step(`tap ${tap.to}`, {}, () => handler(ctx, tap));
}

/** No client sends the character, and no database keeps it. */
function withoutNul(update: Update): Update {
  const text = JSON.stringify(update);
  return text.includes('\\u0000') ? (JSON.parse(text.replaceAll('\\u0000', '')) as Update) : update;
}
