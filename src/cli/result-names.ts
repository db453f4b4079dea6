import type { TaskResult } from '#kie';

/** One file of a result, and what its name says about it: `1`, `2`, `first-frame`, `cover-1`. */
export interface ResultFile {
  readonly url: string;
  readonly part: string;
}

/** Every file of a result, the main ones first. Copies with a watermark are left out beside those without. */
export function resultFiles(result: TaskResult): ResultFile[] {
  const covers = (result.tracks ?? []).map((track) => track.imageUrl).filter((url) => url !== null);
  const main = result.urls.length > 0 ? result.urls : (result.watermarkUrls ?? []);
  return [
    ...main.map((url, index) => ({ url, part: String(index + 1) })),
    ...numbered('first-frame', result.firstFrameUrls ?? []),
    ...numbered('last-frame', result.lastFrameUrls ?? []),
    ...numbered('cover', covers),
  ];
}

function numbered(name: string, urls: readonly string[]): ResultFile[] {
  return urls.map((url, index) => ({ url, part: urls.length === 1 ? name : `${name}-${index + 1}` }));
}

/** `z-image-4b1d9f06-1.png`: model, start of the task id, part. The same task always gets the same names. */
export function fileName(model: string, taskId: string, part: string, ending: string): string {
  const stem = [model, taskId.slice(0, 8), part].filter((piece) => piece !== '').join('-');
  return `${stem.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[.-]+/, '')}.${ending}`;
}

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/svg+xml': 'svg',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
  'video/x-matroska': 'mkv',
  'audio/mpeg': 'mp3',
  'audio/mp3': 'mp3',
  'audio/wav': 'wav',
  'audio/x-wav': 'wav',
  'audio/wave': 'wav',
  'audio/ogg': 'ogg',
  'audio/mp4': 'm4a',
  'audio/aac': 'aac',
  'audio/flac': 'flac',
  'audio/midi': 'mid',
  'application/json': 'json',
  'application/zip': 'zip',
  'text/plain': 'txt',
};

/** The ending by content type; undefined when it says nothing, such as `application/octet-stream`. */
export function endingOfType(contentType: string | null): string | undefined {
  return ENDINGS[(contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''];
}

/** The ending that the path of an address has. */
export function endingOfUrl(url: string): string | undefined {
  return /\.([a-z0-9]{2,5})$/i.exec(new URL(url).pathname)?.[1]?.toLowerCase();
}
