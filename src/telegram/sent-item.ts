import type { Message, PhotoSize } from 'grammy/types';
import type { SentItem } from '#generation';

/** A photo comes in several sizes; this one fills a place in a gallery on any screen, and is some 20 kB. */
const THUMBNAIL_SIDE = 320;

/** What Telegram made of a file: the id under which it can be sent again, its kind, and its small copy. */
export function sentItemOf(message: Message): SentItem {
  const { message_id: messageId } = message;
  const photo = message.photo?.at(-1);
  const small = message.photo?.find(({ width, height }) => Math.max(width, height) >= THUMBNAIL_SIDE);
  if (photo) return { messageId, fileId: photo.file_id, kind: 'photo', ...thumbnailOf(small ?? photo) };
  // An animation comes with a document of the same file beside it.
  const kind = (['animation', 'video', 'audio', 'voice', 'document'] as const).find((it) => message[it]);
  const file = kind && message[kind];
  if (!file) return { messageId, fileId: null, kind: 'text' };
  return {
    messageId,
    fileId: file.file_id,
    kind,
    ...('thumbnail' in file ? thumbnailOf(file.thumbnail) : {}),
  };
}

function thumbnailOf(picture: PhotoSize | undefined): Pick<SentItem, 'thumbnailId'> {
  return picture ? { thumbnailId: picture.file_id } : {};
}
