import { randomUUID } from 'node:crypto';
import { SOUND_SECONDS } from './media/audio.ts';
import { type FileKind, type Recipe, seedOf } from './media/recipe.ts';
import { clipSize, pictureSize } from './media/size.ts';
import { effective, type Medium } from './models.ts';
import { objectOf } from './object-results.ts';
import { promptText } from './prompt-text.ts';
import { pictureCount, sources } from './quantity.ts';
import type { Task } from './tasks.ts';

/** Plans a file and returns the URL under which it can be fetched. */
export type Publish = (recipe: Recipe) => string;

/** The parsed resultJson of a task that succeeds (facts: resultJson shapes). */
export function outcomeOf(task: Task, publish: Publish): Record<string, unknown> {
  const { result } = task.model;
  switch (result.shape) {
    case 'data':
      return { data: [song(task, 1, publish), song(task, 2, publish)] };
    case 'segments':
      return {
        segments: ['subject', 'background'].map((name, index) => ({
          maskUrl: mask(task, index, publish),
          name,
          index,
        })),
      };
    case 'resultObject':
      return { resultObject: objectOf(task, (index) => mask(task, index, publish)) };
    case 'resultUrls':
      return { resultUrls: urls(task, publish), ...extras(task, publish) };
  }
}

function urls(task: Task, publish: Publish): string[] {
  const medium = task.model.result.media ?? 'image';
  const count = medium === 'image' ? pictureCount(task.model, task.input) : 1;
  return Array.from({ length: count }, (_, index) => publish(recipe(task, medium, index)));
}

function extras(task: Task, publish: Publish): Record<string, string[]> {
  const extra = task.model.result.extra ?? [];
  const out: Record<string, string[]> = {};
  if (extra.includes('firstFrameUrl[]') && task.input.return_last_frame === true) {
    out.firstFrameUrl = [publish(recipe(task, 'image', 0))];
    out.lastFrameUrl = [publish(recipe(task, 'image', 1))];
  }
  if (extra.includes('resultWaterMarkUrls[]')) out.resultWaterMarkUrls = [publish(recipe(task, 'video', 1))];
  return out;
}

function song(task: Task, index: number, publish: Publish) {
  const audioUrl = publish(recipe(task, 'audio', index));
  const text = promptText(task.input);
  return {
    id: randomUUID(),
    title: task.input.title ?? (text.slice(0, 40) || 'Untitled'),
    duration: SOUND_SECONDS,
    audio_url: audioUrl,
    stream_audio_url: audioUrl,
    image_url: publish(recipe(task, 'image', index)),
    model_name: effective(task.model, task.input, 'model') ?? task.model.id,
    prompt: text,
    tags: task.input.tags ?? task.input.style ?? '',
    createTime: task.createTime,
  };
}

function mask(task: Task, index: number, publish: Publish): string {
  return publish({ ...recipe(task, 'image', index), mask: true, file: 'png' });
}

function recipe(task: Task, medium: Medium, index: number): Recipe {
  const { model, input } = task;
  const prompt = promptText(input);
  return {
    medium,
    file: fileKind(task, medium),
    modelId: model.id,
    prompt,
    seed: seedOf(`${model.id} ${prompt} ${String(input.seed ?? '')} ${index}`),
    ...(medium === 'video' ? clipSize(model, input) : pictureSize(model, input)),
    sources: sources(model, input, 'image'),
  };
}

/** @NOTE WebP cannot be written here: who asks for it gets a PNG that is named and typed as one. */
function fileKind({ model, input }: Task, medium: Medium): FileKind {
  if (medium === 'video') return 'mp4';
  if (medium === 'audio') return model.result.file ?? 'mp3';
  const format = String(effective(model, input, 'output_format') ?? '');
  return model.result.media === 'image' && /^jpe?g$/.test(format) ? 'jpg' : 'png';
}
