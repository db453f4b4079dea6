import type { Api } from 'grammy';
import type { Message } from 'grammy/types';
import type { Attachment, AttachmentSource, MediaKind } from '#generation';
import { AppError } from '#platform';
import type { ApiOptions } from './api.ts';
import { troubleOf } from './telegram-trouble.ts';

/** A file as it comes in a message; `ref` is Telegram's `file_id`. */
export type IncomingFile = Omit<Attachment, 'id' | 'personId'>;

/** What a bot may fetch, in megabytes (facts: getFile > 20 MiB). */
export const FETCH_LIMIT_MB = 20;

/** The file in a message, if it has one; of a photo the largest size. */
export function fileOf(message: Message): IncomingFile | null {
  const photo = message.photo?.at(-1);
  if (photo) return describe(photo, { mime: 'image/jpeg', fileName: `photo-${message.message_id}.jpg` });
  const { video, audio, voice, document, animation, video_note: note } = message;
  if (animation) return describe(animation, { mime: 'video/mp4', fileName: 'animation.mp4' });
  if (video) return describe(video, { mime: 'video/mp4', fileName: `video-${message.message_id}.mp4` });
  if (note) {
    const square = { ...note, width: note.length, height: note.length };
    return describe(square, { mime: 'video/mp4', fileName: `video-${message.message_id}.mp4` });
  }
  if (audio) return describe(audio, { mime: 'audio/mpeg', fileName: `audio-${message.message_id}.mp3` });
  if (voice) return describe(voice, { mime: 'audio/ogg', fileName: `voice-${message.message_id}.ogg` });
  return document ? describe(document, { mime: 'application/octet-stream', fileName: 'file' }) : null;
}

interface TelegramFile {
  file_id: string;
  file_size?: number;
  mime_type?: string;
  file_name?: string;
  width?: number;
  height?: number;
  duration?: number;
}

function describe(file: TelegramFile, fallback: { mime: string; fileName: string }): IncomingFile {
  const mime = file.mime_type ?? fallback.mime;
  return {
    ref: file.file_id,
    kind: kindOf(mime),
    mime,
    fileName: file.file_name ?? fallback.fileName,
    sizeBytes: file.file_size ?? null,
    width: file.width ?? null,
    height: file.height ?? null,
    durationSeconds: file.duration ?? null,
  };
}

function kindOf(mime: string): MediaKind {
  const family = mime.split('/')[0];
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}

/** @throws AppError `attachment-too-large` { limit } */
export function assertFetchable({ sizeBytes }: IncomingFile): void {
  if (sizeBytes === null || sizeBytes <= FETCH_LIMIT_MB * 1024 * 1024) return;
  throw new AppError('attachment-too-large', 'The file exceeds what a bot may fetch', {
    values: { limit: FETCH_LIMIT_MB },
  });
}

/**
 * The bytes of files that people sent. The download address holds the bot token, so it stays inside
 * this function: it is in no message, no log and no answer.
 */
export function createAttachmentSource(api: Api, { token, apiRoot }: ApiOptions): AttachmentSource {
  async function pathOf(ref: string): Promise<string> {
    try {
      const { file_path: path } = await api.getFile(ref);
      if (path) return path;
    } catch (error) {
      if (troubleOf(error).kind !== 'refused') throw unreachable();
    }
    throw gone();
  }

  return {
    async open(ref) {
      const path = await pathOf(ref);
      const response = await fetch(`${apiRoot}/file/bot${token}/${path}`).catch(() => null);
      if (response === null || response.status >= 500) throw unreachable();
      if (!response.ok || response.body === null) throw gone();
      const length = Number(response.headers.get('content-length'));
      return { stream: response.body, sizeBytes: Number.isSafeInteger(length) && length > 0 ? length : null };
    },
  };
}

function gone(): AppError {
  return new AppError('attachment-gone', 'Telegram no longer gives out the file');
}

function unreachable(): AppError {
  return new AppError('telegram-unreachable', 'Telegram did not give the file; worth another try');
}
