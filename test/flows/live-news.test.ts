import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createWatch } from '../../src/http/miniapp/watch.ts';
import { onOneEngine } from '../kit/index.ts';
import { confirmButton, tellStory } from './story.ts';

onOneEngine((engine) => {
  const story = tellStory(engine);

  test('whoever saw it under way is told its end, also by a process that slept for hours meanwhile', async () => {
    const mira = await story.meet('Mira');
    let wake: () => void = () => undefined;
    let asleepMs = 0;
    const clock = {
      now: () => new Date(story.world.clock.now().getTime() + asleepMs),
      sleep: () => new Promise<void>((resolve) => (wake = resolve)),
    };
    const { database, generations } = story.world.app.rooms;
    const watch = createWatch({ database, generations, clock });
    const phases: string[] = [];
    let told = Promise.withResolvers<void>();
    const tell = ({ statuses }: { statuses: { phase: string }[] }) => {
      phases.push(...statuses.map(({ phase }) => phase));
      told.resolve();
    };
    story.world.kie.scenario.task({ runMs: 1_000 });
    const { message } = await story.wish(mira, 'A slow snail');
    await mira.tap(message, confirmButton);
    await story.reaches(mira, 'running');
    const gone = new AbortController();
    watch.follow(mira.id, gone.signal, { tell, end: () => assert.fail('the stream ended') });
    await told.promise;
    told = Promise.withResolvers<void>();
    await story.world.settle();
    asleepMs = 2 * 60 * 60_000;
    wake();
    await told.promise;
    gone.abort();
    wake();
    assert.deepEqual(phases, ['running', 'delivered']);
  });
});
