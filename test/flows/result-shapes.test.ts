import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Input, sample } from '#registry';
import { type Message, type Person, tellStory } from './story.ts';

/** Each shape that a result of kie.ai has, and what of it arrives in the chat, message by message; of texts, a part. */
const SHAPES: readonly [shape: string, modelId: string, given: Input, arrives: string[]][] = [
  ['one picture', 'z-image', {}, ['photo']],
  ['four pictures', 'grok-imagine/text-to-image', {}, ['photo', 'photo', 'photo', 'photo', 'What next?']],
  ['a clip', 'bytedance/v1-lite-text-to-video', {}, ['video']],
  [
    'frames beside a clip',
    'bytedance/seedance-2-fast',
    { return_last_frame: true },
    ['video', 'photo', 'photo'],
  ],
  ['a sound', 'elevenlabs/text-to-speech-turbo-2-5', {}, ['audio']],
  ['two songs', 'ai-music-api/generate', { prompt: 'A shanty' }, ['audio', 'audio']],
  ['words', 'ai-music-api/generate-lyrics', { prompt: 'Snow' }, ['[Verse]\nSnow']],
  ['data without a file', 'ai-music-api/generate-persona', {}, ['"personaId": ']],
  ['masks inside of data', 'omnihuman-1-5/subject-detection', {}, ['photo']],
  [
    'named segments',
    'grok-imagine-image-2-0/segment-map',
    {},
    ['photo', 'photo', '0: subject\n1: background'],
  ],
];

const story = tellStory('pglite', { env: { START_CREDITS: '5000' } });

for (const [shape, modelId, given, expected] of SHAPES) {
  test(`${shape}: ${modelId}`, async () => {
    const nora = await story.meet('Nora');
    const arrived = await arrivals(nora, modelId, given);
    assert.equal(arrived.length, expected.length, arrived.join('\n'));
    for (const [at, part] of expected.entries()) assert.ok(arrived[at]?.includes(part), arrived[at]);
    assert.equal((await story.latest(nora)).state, 'delivered');
  });
}

test('of a clip with and without a watermark the clean one arrives, and the other where there is no clean one', async () => {
  const nora = await story.meet('Nora');
  await arrivals(nora, 'bytedance/v1-lite-text-to-video', {});
  const [clip] = (await story.latest(nora)).result?.media ?? [];
  for (const resultUrls of [[clip?.url], []]) {
    const resultJson = JSON.stringify({ resultUrls, resultWaterMarkUrls: [clip?.url] });
    story.world.kie.scenario.task({ resultJson }, { times: 1 });
    assert.deepEqual(await arrivals(nora, 'bytedance/v1-lite-text-to-video', { prompt: 'Again' }), ['video']);
    assert.equal((await story.latest(nora)).result?.media.length, 1);
  }
});

/** Orders without a form, and tells what the person finds in the chat. */
async function arrivals(person: Person, modelId: string, given: Input): Promise<string[]> {
  const { generations, registry } = story.world.app.rooms;
  const input = sample(registry.find(modelId), undefined, given);
  const { credits } = await generations.quote(modelId, input);
  const before = person.messages.length;
  await generations.submit({
    key: `${modelId} ${before} ${person.id}`,
    personId: person.id,
    chatId: person.id,
    modelId,
    input,
    quotedCredits: credits,
  });
  await story.world.settle();
  return person.messages.slice(before).filter(isResult).map(describe);
}

/** The status message goes away or says that all is done; it is no part of the result. */
function isResult(message: Message): boolean {
  return message.text === undefined || !/✅|⏳/.test(message.text);
}

function describe({ photo, video, audio, document, text }: Message): string {
  if (photo) return 'photo';
  if (video) return 'video';
  if (audio) return 'audio';
  return document ? 'document' : (text ?? '');
}
