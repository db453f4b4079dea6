import type { Message } from 'grammy/types';

/** The kinds of files a message can carry; the name is also the field of the message and of the method. */
export type MediaKind = 'photo' | 'video' | 'audio' | 'voice' | 'document' | 'animation';

/** The part of a message that is its file. An animation fills `document` as well. */
export type MediaContent = Pick<Message, MediaKind>;

interface MediaFacts {
  /** The server's own name of the type, as errors show it. */
  type: string;
  /** First part of the `file_path`. */
  folder: string;
  extension: string;
  /** Content types a link must answer with. */
  fromUrl: RegExp;
}

/** Facts per kind (facts: 1.5 and 1.6). */
export const MEDIA = {
  photo: { type: 'Photo', folder: 'photos', extension: 'jpg', fromUrl: /^image\// },
  video: { type: 'Video', folder: 'videos', extension: 'mp4', fromUrl: /^video\// },
  audio: { type: 'Audio', folder: 'music', extension: 'mp3', fromUrl: /^audio\// },
  voice: { type: 'VoiceNote', folder: 'voice', extension: 'oga', fromUrl: /^(audio\/|application\/ogg)/ },
  document: {
    type: 'Document',
    folder: 'documents',
    extension: 'bin',
    fromUrl: /^(application\/(pdf|zip)|image\/gif)/,
  },
  animation: {
    type: 'Animation',
    folder: 'animations',
    extension: 'mp4',
    fromUrl: /^(image\/gif|video\/mp4)/,
  },
} as const satisfies Record<MediaKind, MediaFacts>;

export function isMediaKind(name: string): name is MediaKind {
  return Object.hasOwn(MEDIA, name);
}

/** Content types by the end of a file's name, where the sender gave none. */
const CONTENT_TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  gif: 'image/gif',
  mp4: 'video/mp4',
  mov: 'video/quicktime',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  wav: 'audio/x-wav',
  ogg: 'audio/ogg',
  oga: 'audio/ogg',
  pdf: 'application/pdf',
  zip: 'application/zip',
  txt: 'text/plain',
  json: 'application/json',
};

export function extensionOf(filename: string): string {
  return /\.([a-z0-9]+)$/i.exec(filename)?.[1]?.toLowerCase() ?? '';
}

export function contentTypeOf(filename: string, given: string): string {
  if (given && given !== 'application/octet-stream') return given;
  return CONTENT_TYPES[extensionOf(filename)] ?? 'application/octet-stream';
}
