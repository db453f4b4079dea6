import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Message } from 'grammy/types';
import { createTelegramSim, type Person, type TelegramSim } from '../index.ts';
import { BOT, call, form, png, result } from '../test-client.ts';

async function start() {
  const sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  return { sim, alice, [Symbol.asyncDispose]: () => sim.close() };
}

function album(
  person: Person,
  types: string[],
  bytes: (index: number) => Buffer = () => png(10, 10),
): FormData {
  const media = types.map((type, index) => ({
    type,
    media: `attach://f${index}`,
    caption: index === 0 ? 'all' : undefined,
  }));
  const files = types.map((_type, index) => [`f${index}`, { bytes: bytes(index), filename: `${index}.png` }]);
  return form({ chat_id: person.id, media: JSON.stringify(media), ...Object.fromEntries(files) });
}

const send = (sim: TelegramSim, body: FormData) => call(sim, 'sendMediaGroup', body);

test('An album arrives as messages of one group in their order', async () => {
  await using scene = await start();
  const sent = await result<Message[]>(
    scene.sim,
    'sendMediaGroup',
    album(scene.alice, ['photo', 'video', 'photo']),
  );
  assert.equal(sent.length, 3);
  assert.ok(sent[0]?.media_group_id);
  assert.equal(new Set(sent.map((message) => message.media_group_id)).size, 1);
  assert.deepEqual([sent[0]?.caption, sent[1]?.caption], ['all', undefined]);
  assert.ok(sent[1]?.video);
  assert.deepEqual(scene.alice.messages.slice(1), sent);
});

for (const [why, types, description] of [
  ['eleven items', Array(11).fill('photo'), 'too many messages to send as an album'],
  ['no item', [], 'there are no messages to send'],
  ['a document among photos', ['photo', 'document'], "document can't be mixed with other media types"],
  ['audio among photos', ['audio', 'photo'], "audio can't be mixed with other media types"],
  ['an animation', ['animation', 'photo'], 'type "animation" can\'t be used in sendMediaGroup'],
] as const) {
  test(`An album with ${why} is refused`, async () => {
    await using scene = await start();
    const answer = await send(scene.sim, album(scene.alice, [...types]));
    assert.deepEqual([answer.status, answer.description], [400, `Bad Request: ${description}`]);
  });
}

test('One bad file names its place and nothing of the album is sent', async () => {
  await using scene = await start();
  const bytes = (index: number) => (index === 1 ? Buffer.alloc(64) : png(10, 10));
  const answer = await send(scene.sim, album(scene.alice, ['photo', 'photo'], bytes));
  assert.equal(
    answer.description,
    'Bad Request: failed to send message #2 with the error message "IMAGE_PROCESS_FAILED"',
  );
  assert.equal(scene.alice.messages.length, 1);
});
