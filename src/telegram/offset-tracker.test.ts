import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createOffsetTracker } from './offset-tracker.ts';

const batch = (...ids: number[]) => ids.map((update_id) => ({ update_id }));

test('the offset waits at the lowest unfinished update', () => {
  const tracker = createOffsetTracker();
  assert.equal(tracker.offset(), 0);
  tracker.take(batch(5, 6, 7), 0);
  assert.equal(tracker.offset(), 5);
  tracker.finish(6);
  tracker.finish(7);
  assert.equal(tracker.offset(), 5);
  tracker.finish(5);
  assert.equal(tracker.offset(), 8);
});

test('updates that come again are new only once', () => {
  const tracker = createOffsetTracker();
  tracker.take(batch(5, 6), 0);
  tracker.finish(6);
  assert.deepEqual(tracker.take(batch(5, 6, 7), 0), batch(7));
});

test('a new numbering after a quiet week is followed, also downwards', () => {
  const tracker = createOffsetTracker();
  tracker.take(batch(900), 0);
  tracker.finish(900);
  assert.deepEqual(tracker.take(batch(40, 41), 0), batch(40, 41));
  tracker.finish(40);
  tracker.finish(41);
  assert.equal(tracker.offset(), 42);
});

test('an update that was finished while an answer with it was on the way is not new', () => {
  const tracker = createOffsetTracker();
  tracker.take([{ update_id: 7 }], 0);
  const asked = tracker.offset();
  tracker.finish(7);
  assert.deepEqual(tracker.take([{ update_id: 7 }], asked), []);
  assert.equal(tracker.offset(), 8);
  assert.deepEqual(tracker.take([{ update_id: 8 }], 8), [{ update_id: 8 }]);
});
