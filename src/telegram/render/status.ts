import type { Status } from '#generation';
import type { Model } from '#registry';
import { button, fitted, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { durationText } from './words.ts';

/** The status message of a generation. */
export function statusScreen(voice: Voice, status: Status, model: Model | undefined): Screen {
  const name = model?.title ?? status.generation.modelId;
  return { text: statusLines(voice, status, name).join('\n'), keyboard: statusKeyboard(voice, status) };
}

function statusLines(voice: Voice, status: Status, model: string): string[] {
  const { phase, generation } = status;
  const elapsed = durationText(voice, status.elapsedSeconds);
  switch (phase) {
    case 'queued':
      return [queuedLine(voice, status, model), ...startLine(voice, status), ...estimateLine(voice, status)];
    case 'paused':
      return [voice.html('status-paused', { model })];
    case 'running':
      return [
        voice.html('status-running', { model }),
        voice.html('status-elapsed', { time: elapsed }),
        ...estimateLine(voice, status),
      ];
    case 'late':
    case 'delivering':
    case 'uncertain':
      return [voice.html(`status-${phase}`, { model }), voice.html('status-elapsed', { time: elapsed })];
    case 'delivered':
      return [voice.html('status-delivered', { model, time: elapsed })];
    case 'cancelled':
      return [voice.html('status-cancelled', { model }), creditsBack(voice, status)];
    case 'failed': {
      const reason = voice.plain(`failure-${generation.failure?.code ?? 'task-failed'}`);
      return [voice.html('status-failed', { model, reason }), creditsBack(voice, status)];
    }
  }
}

function queuedLine(voice: Voice, { queuePlace }: Status, model: string): string {
  if (queuePlace === undefined) return voice.html('status-queued', { model });
  return voice.html('status-queued-place', { model, place: queuePlace });
}

function startLine(voice: Voice, { startsInSeconds = 0 }: Status): string[] {
  if (startsInSeconds === 0) return [];
  return [voice.html('status-starts-in', { time: durationText(voice, startsInSeconds) })];
}

function estimateLine(voice: Voice, { estimateSeconds }: Status): string[] {
  if (estimateSeconds === undefined) return [];
  return [voice.html('status-estimate', { time: durationText(voice, estimateSeconds) })];
}

function creditsBack(voice: Voice, { generation }: Status): string {
  if (generation.free) return voice.html('status-free-back');
  const credits = voice.plain('credits', { count: generation.quote.credits });
  return voice.html('status-credits-back', { credits });
}

function statusKeyboard(voice: Voice, { phase, generation: { id } }: Status): Screen['keyboard'] {
  if (phase === 'queued' || phase === 'paused')
    return [[button(voice.plain('button-cancel-generation'), { to: 'stop', generation: id })]];
  if (phase === 'failed' || phase === 'cancelled') {
    return fitted([
      button(voice.plain('button-retry'), { to: 'again', generation: id }),
      button(voice.plain('button-home'), { to: 'home' }),
    ]);
  }
  return [];
}
