import { randomUUID } from 'node:crypto';
import { promptText } from './prompt-text.ts';
import type { Task } from './tasks.ts';

/**
 * `resultObject` of the models that deliver data.
 * @NOTE Only lyricsData, mask_urls and subject_status are documented; the rest is plausible filling.
 */
export function objectOf(task: Task, mask: (index: number) => string): Record<string, unknown> {
  const path = task.model.result.path ?? '';
  const text = promptText(task.input);
  if (path.includes('lyricsData'))
    return { lyricsData: [1, 2].map((take) => ({ title: `${title(text)} ${take}`, text: lyrics(text) })) };
  if (path.includes('mask_urls')) return { mask_urls: [mask(0)], subject_status: 1 };
  return (
    FILLING[task.model.id.split('/').pop() ?? '']?.(text) ?? {
      taskId: task.input.task_id ?? task.id,
      status: 'success',
    }
  );
}

const FILLING: Readonly<Record<string, (text: string) => Record<string, unknown>>> = {
  'boost-music-style': (text) => ({ style: `${text}, warm analog synths, steady groove, wide stereo` }),
  'create-voice': () => ({ voiceId: randomUUID() }),
  'generate-midi-from-audio': () => ({
    instruments: [{ name: 'Piano', notes: [{ pitch: 60, start: 0, end: 0.5, velocity: 0.8 }] }],
  }),
  'generate-persona': (text) => ({ personaId: randomUUID().replaceAll('-', ''), name: text }),
  'timeStamped-lyrics': () => ({
    alignedWords: [{ word: 'La', startS: 0, endS: 0.4, success: true }],
    isStreamed: false,
  }),
  'validation-phrase': () => ({ phrase: 'The quick brown fox jumps over the lazy dog.' }),
  'human-identification': () => ({ subject_status: 1 }),
  'speech-to-text': () => ({ text: 'Hello from the simulator.', language_code: 'en' }),
};

function title(text: string): string {
  return text.slice(0, 30) || 'Song';
}

function lyrics(text: string): string {
  return `[Verse]\n${text}\nThe night is young, the lights are low\n\n[Chorus]\n${title(text)}, don't let me go`;
}
