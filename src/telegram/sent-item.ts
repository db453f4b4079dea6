import type { Message } from 'grammy/types';
import type { SentItem } from '#generation';

/** What Telegram made of a file: the id under which it can be sent again, and its kind. */
export function sentItemOf(message: Message): SentItem {
  const { message_id: messageId } = message;
  const photo = message.photo?.at(-1);
  if (photo) return { messageId, fileId: photo.file_id, kind: 'photo' };
  // An animation comes with a document of the same file beside it.
  if (message.animation) return { messageId, fileId: message.animation.file_id, kind: 'animation' };
  if (message.video) return { messageId, fileId: message.video.file_id, kind: 'video' };
  if (message.audio) return { messageId, fileId: message.audio.file_id, kind: 'audio' };
  if (message.voice) return { messageId, fileId: message.voice.file_id, kind: 'voice' };
  if (message.document) return { messageId, fileId: message.document.file_id, kind: 'document' };
  return { messageId, fileId: null, kind: 'text' };
}
