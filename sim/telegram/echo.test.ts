import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bot, InlineKeyboard } from 'grammy';
import { createTelegramSim } from './index.ts';

const token = '1000001:test-token';

test('A grammY bot echoes, edits on a tap and shows a toast', async () => {
  await using sim = await createTelegramSim({ bots: [{ token, username: 'echo_bot', first_name: 'Echo' }] });
  const bot = new Bot(token, { client: { apiRoot: sim.url } });
  bot.command('start', (context) =>
    context.reply('Welcome', { reply_markup: new InlineKeyboard().text('More', 'more') }),
  );
  bot.on('message:text', (context) =>
    context.reply(`<b>${context.message.text}</b>`, { parse_mode: 'HTML' }),
  );
  bot.callbackQuery('more', async (context) => {
    await context.editMessageText('More it is');
    await context.answerCallbackQuery('done');
  });
  void bot.start();

  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  assert.equal((await alice.nextMessage()).text, 'Welcome');
  assert.deepEqual(await alice.tap('More'), { answered: true, text: 'done', show_alert: false });
  assert.equal(alice.lastMessage?.text, 'More it is');
  assert.equal(alice.findButton('More'), undefined);

  alice.send('hello');
  const echo = await alice.nextMessage();
  assert.equal(echo.text, 'hello');
  assert.deepEqual(echo.entities, [{ type: 'bold', offset: 0, length: 5 }]);
  await bot.stop();
});
