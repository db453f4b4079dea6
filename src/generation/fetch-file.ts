import { DownloadError } from '#kie';
import { AppError } from '#platform';
import type { Collaborators } from './collaborators.ts';
import type { Generations } from './generations.ts';
import type { Attachment } from './types.ts';
import { maxUploadBytes } from './uploads.ts';

/** Somebody has just sent the address and waits. */
const timeoutMs = 20_000;

/**
 * Fetches a file by its address and keeps it as if it had been sent, so that it can be measured and cannot change
 * afterwards. Only public addresses are asked (see the client's downloads).
 * @throws AppError `address-unreachable`, `upload-too-large`, `upload-unreadable`, `too-many-uploads`
 */
export async function fetchFile(
  { kie }: Pick<Collaborators, 'kie'>,
  attachments: Generations['attachments'],
  { personId, address }: { personId: number; address: string },
): Promise<Attachment> {
  const bytes = await download(kie, address);
  return attachments.upload({ personId, fileName: address.split(/[?#]/)[0]?.split('/').at(-1) ?? '', bytes });
}

async function download(kie: Collaborators['kie'], address: string): Promise<Uint8Array> {
  try {
    return (await kie.download(address, { maxBytes: maxUploadBytes, timeoutMs })).bytes;
  } catch (error) {
    if (!(error instanceof DownloadError) && !(error instanceof TypeError)) throw error;
    if (error instanceof DownloadError && error.code === 'download-too-large')
      throw new AppError('upload-too-large', 'The file is too large', {
        values: { limit: maxUploadBytes / 1e6 },
        cause: error,
      });
    throw new AppError('address-unreachable', 'The address gives no file', { cause: error });
  }
}
