import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTelegramSim } from '../index.ts';
import { BOT, form, result } from '../test-client.ts';

async function start() {
  const sim = await createTelegramSim({ bots: [BOT] });
  const alice = sim.people.join({ first_name: 'Alice' });
  alice.send('/start');
  const video = { bytes: Buffer.from('0123456789'), filename: 'film.mp4', type: 'video/mp4' };
  const sent = await result<{ video: { file_id: string } }>(
    sim,
    'sendVideo',
    form({ chat_id: alice.id, video }),
  );
  const ask = (range: string) =>
    fetch(`${sim.url}/sim/files/${sent.video.file_id}`, { headers: range ? { range } : {} });
  return { sim, ask, [Symbol.asyncDispose]: () => sim.close() };
}

for (const [range, status, text, header] of [
  ['', 200, '0123456789', null],
  ['bytes=2-4', 206, '234', 'bytes 2-4/10'],
  ['bytes=7-', 206, '789', 'bytes 7-9/10'],
  ['bytes=-3', 206, '789', 'bytes 7-9/10'],
  ['bytes=8-99', 206, '89', 'bytes 8-9/10'],
  ['bytes=10-', 416, '', 'bytes */10'],
  ['bytes=4-2', 200, '0123456789', null],
  ['lines=1-2', 200, '0123456789', null],
] as const) {
  test(`A file asked for with range "${range}" answers ${status}`, async () => {
    await using scene = await start();
    const answer = await scene.ask(range);
    assert.deepEqual(
      [answer.status, await answer.text(), answer.headers.get('content-range')],
      [status, text, header],
    );
  });
}

test('What does not exist answers 404: a person, their events, a file, an address', async () => {
  await using scene = await start();
  for (const path of ['people/7', 'people/7/events', 'files/none', 'nowhere']) {
    const answer = await fetch(`${scene.sim.url}/sim/${path}`);
    assert.equal(answer.status, 404, path);
    assert.equal(typeof ((await answer.json()) as { error: unknown }).error, 'string');
  }
});
