/** The many shapes of `resultJson`, made one (facts: resultJson shapes). */
import { isObject, type JsonObject, parseText, toNumber, toText } from './coerce.ts';
import type { Segment, TaskResult, Track } from './types.ts';

/**
 * Reads a result from the first candidate that holds one: an object, a bare list of URLs, or the JSON text of
 * either. Null when none does (`""`, null, broken JSON).
 */
export function readResult(...candidates: unknown[]): TaskResult | null {
  for (const candidate of candidates) {
    const parsed = parseText(candidate);
    const body = Array.isArray(parsed) ? { resultUrls: parsed } : parsed;
    if (isObject(body) && Object.keys(body).length > 0) return normalise(body, parsed);
  }
  return null;
}

function normalise(body: JsonObject, raw: unknown): TaskResult {
  const tracks = objects(body.data ?? body.sunoData).map(readTrack);
  const segments = objects(body.segments).map(readSegment);
  const object = readObject(body.resultObject);
  return {
    urls: mainUrls(readUrls(body.resultUrls ?? body.resultUrl), tracks, segments),
    ...named('firstFrameUrls', readUrls(body.firstFrameUrl)),
    ...named('lastFrameUrls', readUrls(body.lastFrameUrl)),
    ...named('watermarkUrls', readUrls(body.resultWaterMarkUrls)),
    ...(object === null ? {} : { object }),
    ...named('tracks', tracks),
    ...named('segments', segments),
    raw,
  };
}

function mainUrls(urls: string[], tracks: Track[], segments: Segment[]): string[] {
  if (urls.length > 0) return urls;
  const fallback = tracks.length > 0 ? tracks.map((t) => t.audioUrl) : segments.map((s) => s.maskUrl);
  return fallback.filter((url) => url !== null);
}

function named<K extends string, V>(key: K, list: V[]): { [P in K]?: V[] } {
  return list.length > 0 ? ({ [key]: list } as { [P in K]?: V[] }) : {};
}

/** A list of URLs, one URL, a JSON text of a list, or objects that hold one each. */
function readUrls(value: unknown): string[] {
  const parsed = typeof value === 'string' && value.startsWith('[') ? parseText(value) : value;
  const list = Array.isArray(parsed) ? parsed : [parsed];
  return list
    .map((item) => (isObject(item) ? (item.resultUrl ?? item.url) : item))
    .filter((item) => typeof item === 'string' && item !== '');
}

/** `resultObject` as it is; when it is a text that holds JSON, what that says. */
function readObject(value: unknown): unknown {
  return value === undefined || value === '' ? null : (parseText(value) ?? value);
}

function objects(value: unknown): JsonObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function readTrack(song: JsonObject): Track {
  return {
    id: toText(song.id),
    title: toText(song.title),
    audioUrl: toText(song.audio_url ?? song.audioUrl),
    streamAudioUrl: toText(song.stream_audio_url ?? song.streamAudioUrl),
    imageUrl: toText(song.image_url ?? song.imageUrl),
    durationSeconds: toNumber(song.duration),
    modelName: toText(song.model_name ?? song.modelName),
    prompt: toText(song.prompt),
    tags: toText(song.tags),
  };
}

function readSegment(segment: JsonObject): Segment {
  return {
    maskUrl: toText(segment.maskUrl),
    name: toText(segment.name),
    index: toNumber(segment.index),
  };
}
