import type { File } from 'grammy/types';
import { badRequest } from '../api-error.ts';
import type { Method } from './method.ts';

const MAX_DOWNLOAD_BYTES = 20 * 1024 * 1024;

export const downloading = {
  getFile({ bot, params }): File {
    const file = bot.files.byId(params.text('file_id'));
    if (!file) throw badRequest('wrong file_id or the file is temporarily unavailable');
    if (file.bytes.length > MAX_DOWNLOAD_BYTES) throw badRequest('file is too big');
    const { id, uniqueId, bytes, path } = file;
    return { file_id: id, file_unique_id: uniqueId, file_size: bytes.length, file_path: path };
  },
} satisfies Record<string, Method>;
