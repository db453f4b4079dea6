import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOffsetTracker } from './offset-tracker.ts';

const batch = (...ids: number[]) => ids.map((update_id) => ({ update_id }));

test('the offset waits at the lowest unfinished update', () => {
  const tracker = createOffsetTracker();
  assert.equal(tracker.offset(), 0);
  tracker.take(batch(5, 6, 7));
  assert.equal(tracker.offset(), 5);
  tracker.finish(6);
  tracker.finish(7);
  assert.equal(tracker.offset(), 5);
  tracker.finish(5);
  assert.equal(tracker.offset(), 8);
});

test('updates that come again are new only once', () => {
  const tracker = createOffsetTracker();
  tracker.take(batch(5, 6));
  tracker.finish(6);
  assert.deepEqual(tracker.take(batch(5, 6, 7)), batch(7));
});

test('a new numbering after a quiet week is followed, also downwards', () => {
  const tracker = createOffsetTracker();
  tracker.take(batch(900));
  tracker.finish(900);
  assert.deepEqual(tracker.take(batch(40, 41)), batch(40, 41));
  tracker.finish(40);
  tracker.finish(41);
  assert.equal(tracker.offset(), 42);
});
