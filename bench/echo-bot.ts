/**
 * `node bench/echo-bot.ts`: the least a grammY bot can be. Answers a text with itself and a button, a tap with an
 * edit. `SIDE_BY_SIDE=1`: does not wait for one update before it takes the next, which grammY's own loop does.
 */
import { Bot, InlineKeyboard } from 'grammy';

const { TELEGRAM_BOT_TOKEN = '', TELEGRAM_API_ROOT = '', SIDE_BY_SIDE } = process.env;
const bot = new Bot(TELEGRAM_BOT_TOKEN, { client: { apiRoot: TELEGRAM_API_ROOT } });
const reply_markup = new InlineKeyboard().text('More', 'more');

if (SIDE_BY_SIDE === '1') {
  bot.use((_, next) => {
    void next();
  });
}
bot.on('message:text', (ctx) => ctx.reply(ctx.message.text, { reply_markup }));
bot.on('callback_query:data', async (ctx) => {
  await ctx.editMessageText(`tapped ${ctx.update.update_id}`, { reply_markup });
  await ctx.answerCallbackQuery();
});

process.once('SIGTERM', () => void bot.stop());
await bot.start({ onStart: () => console.log('polling') });
