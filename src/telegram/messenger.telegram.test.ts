import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import type { LoadedMedia, PartToSend } from '#generation';
import { createTranslator } from '#i18n';
import { createTelegramSim, type Person } from '../../sim/telegram/index.ts';
import { createPlainApi } from './api.ts';
import { messengerErrorOf } from './messenger-errors.ts';
import { createVoice } from './render/voice.ts';
import { createPartSender } from './send-part.ts';
import { aGeneration } from './testing/models.ts';

const token = '123456:AAFZehRPBRs8Seg40oDjTMIW8uTGPuW1zfQ';
const voice = createVoice(createTranslator(join(import.meta.dirname, '../../locales')), 'en');
const dot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);

const picture = (bytes: Uint8Array = dot): LoadedMedia => ({
  url: 'https://files.example/a.png',
  kind: 'image',
  bytes,
  mime: 'image/png',
  fileName: 'a.png',
});

type Send = (part: Partial<PartToSend>) => ReturnType<ReturnType<typeof createPartSender>>;

async function withPerson(use: (person: Person, send: Send) => Promise<void>): Promise<void> {
  await using sim = await createTelegramSim({ bots: [{ token, username: 'a_bot', first_name: 'A' }] });
  const person = sim.people.join({ first_name: 'Ann' });
  person.send('/start');
  const sendPart = createPartSender(createPlainApi({ token, apiRoot: sim.url }));
  const generation = aGeneration({ chatId: person.id });
  await use(person, (part) =>
    sendPart({
      voice,
      part: { generation, index: 0, isLast: true, items: [], ...part },
      caption: '<b>facts</b>\n<blockquote expandable>a &lt;cat&gt;</blockquote>',
      actions: [[{ text: 'Again', callback_data: '1h' }]],
      modelTitle: 'Model',
    }),
  );
}

const arrived = (person: Person) => person.messages.filter(({ from }) => from?.is_bot);

test('a picture arrives as a photo with its caption and buttons, and can be sent again by its id', async () => {
  await withPerson(async (person, send) => {
    const [sent] = await send({ items: [picture()] });
    const [message] = arrived(person);
    assert.equal(sent?.fileId, message?.photo?.at(-1)?.file_id);
    assert.equal(message?.caption, 'facts\na <cat>');
    assert.equal(message?.reply_markup?.inline_keyboard[0]?.[0]?.text, 'Again');
  });
});

test('three pictures arrive as one album, the buttons below it', async () => {
  await withPerson(async (person, send) => {
    assert.equal((await send({ items: [picture(), picture(), picture()] })).length, 3);
    const messages = arrived(person);
    assert.equal(new Set(messages.slice(0, 3).map((message) => message.media_group_id)).size, 1);
    assert.equal(messages[3]?.reply_markup?.inline_keyboard[0]?.[0]?.text, 'Again');
  });
});

test('what is no picture inside arrives as a document', async () => {
  await withPerson(async (person, send) => {
    const [sent] = await send({ items: [picture(Buffer.from('these bytes are no picture'))] });
    assert.equal(sent?.kind, 'document');
    assert.equal(arrived(person)[0]?.document?.file_name, 'a.png');
  });
});

test('whoever blocked the bot gets nothing, and that is certain', async () => {
  await withPerson(async (person, send) => {
    person.block();
    const error = await send({ items: [picture()] }).catch(messengerErrorOf);
    assert.ok('code' in error);
    assert.deepEqual([error.code, error.certainlyNotSent], ['recipient-gone', true]);
  });
});
