import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { createGenerations, defaultGenerationConfig, type Generations, generationJobs } from '#generation';
import { createTranslator } from '#i18n';
import { balance } from '#ledger';
import { createDeskAccess, createOperator, openTerms } from '#operator';
import { createQueue, type Database, type Queue } from '#platform';
import { onEachEngine, silentLog, testDatabase, VirtualClock } from '../../test/kit/index.ts';
import { packTap } from './callback-data.ts';
import { createTelegram, createTelegramOutbox } from './index.ts';
import { botInfo, type Chat, openChat, type Step } from './testing/chat.ts';
import { aRegistry } from './testing/registry.ts';

const translator = createTranslator(join(import.meta.dirname, '../../locales'));
const photo = [{ file_id: 'photo-1', file_unique_id: 'u', width: 800, height: 600, file_size: 5000 }];

interface Setting {
  chat: Chat;
  personId: number;
  generations: Generations;
  /** Lets the person do one thing after the other. */
  happens(...steps: Step[]): Promise<void>;
  /** The same bot for somebody else. */
  other(personId: number): Promise<Setting>;
}

onEachEngine((engine) => {
  let database: Database;
  let queue: Queue;
  let people = 0;
  before(async () => {
    database = await testDatabase(engine);
    queue = createQueue({ database, log: silentLog, jobs: generationJobs });
    await queue.start();
  });
  after(async () => {
    await queue[Symbol.asyncDispose]();
    await database.close();
  });

  async function withBot(use: (setting: Setting) => Promise<void>, language = 'en'): Promise<void> {
    const opened: Chat[] = [];
    async function settingFor(personId: number): Promise<Setting> {
      const chat = await openChat(personId, language);
      opened.push(chat);
      const clock = new VirtualClock();
      const registry = aRegistry();
      const config = {
        adminIds: [],
        supportContact: '@help',
        startCredits: 50,
        defaultLocale: 'en',
        timeZone: 'UTC',
        packs: [],
        subscription: null,
        referralCredits: 0,
        miniAppUrl: null,
        deskUrl: null,
      };
      const common = { database, registry, translator, config, clock, log: silentLog };
      const terms = await openTerms(common, { markup: 1 });
      const outbox = createTelegramOutbox({
        token: '1:test',
        apiRoot: chat.server.apiRoot,
        terms: terms.now,
        ...common,
      });
      const { messenger, operators, attachmentSource } = outbox;
      // No job runs here, so the provider is never asked.
      const kie = {} as Parameters<typeof createGenerations>[0]['kie'];
      const generations = createGenerations({
        ...common,
        queue,
        kie,
        messenger,
        operators,
        attachmentSource,
        config: { ...defaultGenerationConfig, terms: terms.now },
      });
      const { purchases } = generations;
      const operator = createOperator({ ...common, ...config, ...outbox, queue, terms, purchases });
      const telegram = createTelegram({
        ...common,
        outbox,
        generations,
        operator,
        deskAccess: createDeskAccess({ database, clock, adminIds: config.adminIds }),
        forgetPerson: async () => undefined,
        loadOriginal: async () => null,
        botInfo,
      });
      return {
        chat,
        personId,
        generations,
        async happens(...steps) {
          for (const step of steps) await telegram.handleUpdate(step());
        },
        other: settingFor,
      };
    }
    try {
      await use(await settingFor(++people));
    } finally {
      for (const chat of opened) await chat.server[Symbol.asyncDispose]();
    }
  }

  test('the first /start welcomes with credits and a menu of what can be done', async () => {
    await withBot(async ({ chat, happens, personId }) => {
      await happens(chat.says('/start'));
      const { text, buttons } = chat.last();
      assert.match(text, /Hello, Ann &lt;b&gt;!/);
      assert.match(text, /You have 50 credits to begin with/);
      const labels = buttons.map((button) => button.text);
      assert.ok(labels.includes('🎨 Picture'));
      assert.ok(!labels.some((label) => label.includes('Speech to text')));
      assert.deepEqual(await balance(database.db, personId), { available: 50, held: 0 });
    });
  });

  test('from /start to a running picture it takes two taps, in one message', async () => {
    await withBot(async ({ chat, happens, generations, personId }) => {
      await happens(chat.says('/start'));
      await happens(chat.taps('A fox reading'));
      await happens(chat.taps('Generate · 4 💎'));
      assert.equal(chat.messages.size, 1);
      assert.match(chat.last().text, /Draw One<\/b>: number 1 in the queue/);
      const [generation] = await generations.history(personId, { limit: 5 });
      assert.equal(generation?.state, 'queued');
      assert.match(String(generation?.input.prompt), /fox in a knitted scarf/);
      assert.deepEqual(await balance(database.db, personId), { available: 46, held: 4 });
    });
  });

  test('however often the button is pressed, one generation is bought', async () => {
    await withBot(async ({ chat, happens, generations, personId }) => {
      await happens(chat.says('a cat'));
      const form = structuredClone(chat.last());
      await happens(chat.taps('Generate', form), chat.taps('Generate', form), chat.taps('Generate', form));
      assert.equal((await generations.history(personId, { limit: 5 })).length, 1);
      assert.deepEqual(chat.toasts(), ['', 'It is already running.', 'It is already running.']);
    });
  });

  test('the price on the button follows the settings', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says('a cat'));
      await happens(chat.taps('Resolution'));
      await happens(chat.taps('4K'));
      assert.ok(chat.last().buttons.some(({ text }) => text === '✅ Generate · 40 💎'));
    });
  });

  test('a button of an earlier state is answered and shows the form of today', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says('a cat'));
      const old = structuredClone(chat.last());
      await happens(chat.taps('Proportions'), chat.taps('16:9'));
      await happens(chat.taps('Generate', old));
      assert.equal(chat.toasts().at(-1), 'This menu is outdated. Here is a fresh one.');
      assert.match(chat.last().text, /Proportions: <b>16:9<\/b>/);
    });
  });

  test('too few credits are said to the credit, and nothing is held', async () => {
    await withBot(async ({ chat, happens, personId }) => {
      await happens(chat.says('a cat'));
      await happens(chat.taps('Resolution'), chat.taps('4K'), chat.taps('Generate · 40'));
      await happens(chat.says('a dog'), chat.taps('Resolution'), chat.taps('4K'), chat.taps('Generate · 40'));
      assert.match(chat.toasts().at(-1) ?? '', /costs 40 💎, you have 10 💎, so 30 💎 are missing/);
      assert.deepEqual(await balance(database.db, personId), { available: 10, held: 40 });
    });
  });

  test('a photo asks what to do with it, and the form has it already', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says({ photo }));
      assert.match(chat.last().text, /What shall I do with it/);
      await happens(chat.taps('Edit a picture'), chat.says('make it night'));
      assert.match(chat.last().text, /Pictures: <b>1 file<\/b>/);
      assert.match(chat.last().text, /make it night/);
      assert.ok(chat.last().buttons.some(({ text }) => text === '✅ Generate · 6 💎'));
    });
  });

  test('the pictures of an album ask once, and all of them are used', async () => {
    await withBot(async ({ chat, happens }) => {
      const picture = (id: string) => [{ ...photo[0], file_id: id, file_unique_id: id, width: 8, height: 6 }];
      const album = ['a', 'b', 'c'].map((id) => chat.says({ photo: picture(id), media_group_id: 'g' }));
      await happens(...album);
      assert.equal(chat.messages.size, 1);
      assert.match(chat.last().text, /3 pictures/);
      await happens(chat.taps('Edit a picture'));
      assert.match(chat.last().text, /Pictures: <b>3 files<\/b>/);
    });
  });

  test('what is typed fills the field that was asked for; what does not fit is asked again', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says('a cat'), chat.taps('More settings'), chat.taps('Seed'));
      await happens(chat.says('many'));
      assert.match(chat.last().text, /does not fit “Seed”/);
      await happens(chat.says('42'));
      assert.match(chat.last().text, /Seed: <b>42<\/b>/);
      assert.equal(chat.messages.size, 1);
    });
  });

  test('a prompt beyond the limit is a sentence beside the field, before any money moves', async () => {
    await withBot(async ({ chat, happens, personId }) => {
      await happens(chat.says('<b>x'.repeat(25_000)));
      assert.match(chat.last().text, /“Prompt” is too long: at most 500 characters/);
      await happens(chat.taps('Generate'));
      assert.equal(chat.toasts().at(-1), 'Some settings do not fit yet, see the marks.');
      assert.deepEqual(await balance(database.db, personId), { available: 50, held: 0 });
    });
  });

  test('a replayed message is handled once', async () => {
    await withBot(async ({ chat, happens }) => {
      const update = chat.says('a cat')();
      await happens(
        () => update,
        () => update,
      );
      assert.equal(chat.messages.size, 1);
    });
  });

  test('forged and foreign buttons are answered and change nothing', async () => {
    await withBot(async ({ chat, happens, other, generations, personId }) => {
      await happens(chat.says('a cat'));
      const draft = await generations.drafts.awaiting(personId, personId);
      assert.ok(draft);
      const thief = await other(++people);
      await thief.happens(thief.chat.says('/start'));
      const stolen = packTap({ to: 'generate', draft: draft.id, revision: draft.revision, credits: 4 });
      for (const data of [stolen, '1G:x:1:1', 'sel:draw-one', ''])
        await thief.happens(thief.chat.data(data || 'x'));
      assert.equal(thief.chat.toasts().length, 4);
      assert.match(thief.chat.last().text, /Hello/);
      assert.deepEqual(await balance(database.db, thief.personId), { available: 50, held: 0 });
      assert.equal((await generations.drafts.get(draft.id, personId))?.state, 'open');
    });
  });

  test('another model takes the words along', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says('a cat'), chat.taps('Other model'), chat.taps('Draw Two'));
      assert.match(chat.last().text, /Draw Two[\s\S]*a cat/);
      assert.ok(chat.last().buttons.some(({ text }) => text === '✅ Generate · 5 💎'));
    });
  });

  test('what is in the queue can be cancelled, and the credits come back', async () => {
    await withBot(async ({ chat, happens, personId }) => {
      await happens(chat.says('a cat'), chat.taps('Generate'), chat.taps('Cancel'));
      assert.match(chat.last().text, /cancelled/);
      assert.deepEqual(await balance(database.db, personId), { available: 50, held: 0 });
      await happens(chat.taps('Try again'));
      assert.ok(chat.last().buttons.some(({ text }) => text === '✅ Generate · 4 💎'));
    });
  });

  test('every command answers, in the language that was chosen', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says('/language'), chat.taps('Русский'));
      assert.match(chat.last().text, /по-русски/);
      for (const [command, words] of [
        ['/start', /Здравствуйте/],
        ['/models', /Что хотите сделать/],
        ['/models draw', /Нашлось/],
        ['/models zzz', /Модели с названием/],
        ['/balance', /Подарок при знакомстве/],
        ['/history', /Здесь пока пусто/],
        ['/help', /Как это устроено[\s\S]*@help/],
        ['/cancel', /Отменять нечего/],
        ['/nonsense', /Такой команды я не знаю/],
      ] as const) {
        await happens(chat.says(command));
        assert.match(chat.last().text, words, command);
      }
    });
  });

  test('a type without a working model says so, and its models cannot be opened', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says('/models'), chat.taps('Speech to text'));
      assert.match(chat.last().text, /Nothing in this group works/);
      await happens(chat.taps('Old Listener'));
      assert.match(chat.toasts().at(-1) ?? '', /Old Listener is not available/);
    });
  });

  test('the history lists what was made and repeats it', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says('a cat'), chat.taps('Generate'), chat.says('/history'), chat.taps('a cat'));
      assert.match(chat.last().text, /in the queue[\s\S]*a cat/);
      await happens(chat.taps('Again'));
      assert.ok(chat.last().buttons.some(({ text }) => text === '✅ Generate · 4 💎'));
    });
  });

  test('unusable messages, too large files and groups are answered or left alone', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says({ location: { latitude: 1, longitude: 1 } }));
      assert.match(chat.last().text, /I cannot use this kind of message/);
      await happens(chat.says({ document: { file_id: 'd', file_unique_id: 'd', file_size: 30_000_000 } }));
      assert.match(chat.last().text, /larger than 20 MB/);
      const count = chat.messages.size;
      const group = { id: -5, type: 'group' as const, title: 'G' };
      await happens(chat.says({ text: 'hello all', chat: group }));
      assert.equal(chat.messages.size, count);
      await happens(chat.says({ text: '/start@test_bot', chat: group }));
      assert.match(chat.last().text, /Whoever asks pays from their own balance/);
    });
  });

  test('trouble that nobody expected is a sentence, not silence', async () => {
    await withBot(async ({ chat, happens }) => {
      await happens(chat.says('/start'));
      chat.server.answer('editMessageText', { error: 500, description: 'Internal Server Error' });
      await happens(chat.taps('Balance'));
      assert.match(chat.toasts().at(-1) ?? '', /Something went wrong on our side/);
    });
  });
});
