import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finalStates, isFinal, moves } from './states.ts';

test('every state that a move leads to is a state', () => {
  const states = Object.keys(moves);
  for (const [from, targets] of Object.entries(moves)) {
    for (const to of targets) assert.ok(states.includes(to), `${from} → ${to}`);
  }
});

test('a generation ends delivered, failed or cancelled, of which only a failure may be taken back', () => {
  const ends = (Object.keys(moves) as (keyof typeof moves)[]).filter(isFinal);
  assert.deepEqual(ends.sort(), [...finalStates].sort());
  assert.deepEqual([moves.delivered, moves.failed, moves.cancelled], [[], ['succeeded'], []]);
});

test('what may have been bought is never put back in line by a machine that does not know', () => {
  assert.ok(!(moves.running as readonly string[]).includes('queued'));
  assert.ok(!(moves.succeeded as readonly string[]).includes('queued'));
});
