import type { TaskResult, Track } from '#kie';
import type { Model } from '#registry';
import type { MediaKind, Result, ResultMedia } from './types.ts';

/**
 * Brings the shapes of kie.ai's results to one. The model only says which kind to expect; what is sent
 * is decided from the bytes. Null when a success holds nothing that a person could receive.
 */
export function toResult(
  model: Pick<Model, 'delivers' | 'result'> | undefined,
  result: TaskResult | null,
): Result | null {
  if (!result) return null;
  const media = [
    ...mainMedia(kindOf(model), result),
    ...mediaInData(model, result.object),
    ...extras(result),
  ];
  const text = readText(result.object) ?? readSegments(result.segments);
  const data = result.segments ?? (result.object === undefined ? undefined : result.object);
  if (media.length === 0 && text === undefined && data === undefined) return null;
  return { media, ...(text === undefined ? {} : { text }), ...(data === undefined ? {} : { data }) };
}

function kindOf(model: Pick<Model, 'delivers'> | undefined): MediaKind {
  const delivers = model?.delivers;
  return delivers === 'image' || delivers === 'video' || delivers === 'audio' ? delivers : 'file';
}

function mainMedia(kind: MediaKind, result: TaskResult): ResultMedia[] {
  if (result.tracks) return result.tracks.flatMap(trackMedia);
  const urls = result.urls.length > 0 ? result.urls : (result.watermarkUrls ?? []);
  return urls.map((url) => ({ url, kind: result.segments ? 'image' : kind }));
}

function trackMedia(track: Track): ResultMedia[] {
  const url = track.audioUrl ?? track.streamAudioUrl;
  if (!url) return [];
  return [
    {
      url,
      kind: 'audio',
      ...(track.title === null ? {} : { title: track.title }),
      ...(track.durationSeconds === null ? {} : { durationSeconds: track.durationSeconds }),
      ...(track.id === null ? {} : { trackId: track.id }),
    },
  ];
}

/** Files whose addresses stand inside of data, where the registry names the path and what they are. */
function mediaInData(model: Pick<Model, 'result'> | undefined, object: unknown): ResultMedia[] {
  const { path, media: kind } = model?.result ?? {};
  if (path === undefined || kind === undefined) return [];
  const steps = path.replaceAll('[]', '').split('.').slice(1);
  const found = steps.reduce<unknown>(
    (value, step) => (value as Record<string, unknown> | null)?.[step],
    object,
  );
  const urls: unknown[] = Array.isArray(found) ? found : [found];
  return urls
    .filter((url) => typeof url === 'string' && url !== '')
    .map((url) => ({ url: String(url), kind }));
}

function extras(result: TaskResult): ResultMedia[] {
  return [
    ...(result.firstFrameUrls ?? []).map((url) => ({ url, kind: 'image' as const, role: 'first-frame' })),
    ...(result.lastFrameUrls ?? []).map((url) => ({ url, kind: 'image' as const, role: 'last-frame' })),
  ];
}

/** Text models answer `resultObject` in several spellings; the longest-lived ones are read as prose. */
function readText(object: unknown): string | undefined {
  if (typeof object === 'string') return object === '' ? undefined : object;
  if (typeof object !== 'object' || object === null) return undefined;
  const fields = object as Record<string, unknown>;
  if (Array.isArray(fields.lyricsData)) return fields.lyricsData.map(readLyrics).join('\n\n———\n\n');
  const prose = fields.text ?? fields.result ?? fields.content;
  return typeof prose === 'string' && prose !== '' ? prose : undefined;
}

/** What the masks of a picture show, in their order. */
function readSegments(segments: TaskResult['segments']): string | undefined {
  const names = segments?.map(({ index, name }, at) => `${index ?? at}: ${name ?? '–'}`);
  return names?.join('\n');
}

function readLyrics(entry: unknown): string {
  const { title, text } = (entry ?? {}) as { title?: unknown; text?: unknown };
  return [title, text].filter((part) => typeof part === 'string' && part !== '').join('\n\n');
}
