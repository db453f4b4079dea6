import type { UploadedFile } from '../../../src/http/miniapp/contract.ts';
import { t } from '../words.ts';
import { CallError, call } from './call.ts';
import { session } from './session.ts';

/** Puts a file on the server; `onSent` is told how much of it has gone out, 0 to 1. @throws CallError with what is wrong with it */
export async function upload(
  file: Blob,
  name: string,
  onSent: (share: number) => void,
): Promise<UploadedFile> {
  const limit = session()?.maxFileMb ?? 50;
  if (file.size > limit * 1e6)
    throw new CallError({ error: 'upload-too-large', message: t('web-file-too-large', { limit }) });
  return call<UploadedFile>(`/files?name=${encodeURIComponent(name)}`, { body: file, onSent });
}
