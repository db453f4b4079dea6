import { attachmentRef, type Generation, type SentItem } from '#generation';
import type { Services } from './services.ts';

/** kie.ai keeps results 14 days; a day before that Telegram's copy is the surer one. */
const RESULT_URL_LIVES_MS = 13 * 24 * 3_600_000;

const AS_ATTACHMENT = {
  photo: { kind: 'image', mime: 'image/jpeg' },
  video: { kind: 'video', mime: 'video/mp4' },
  animation: { kind: 'video', mime: 'video/mp4' },
  audio: { kind: 'audio', mime: 'audio/mpeg' },
  voice: { kind: 'audio', mime: 'audio/ogg' },
  document: { kind: 'file', mime: 'application/octet-stream' },
  text: { kind: 'file', mime: 'text/plain' },
} as const satisfies Record<SentItem['kind'], unknown>;

/**
 * The address of a result's file as the input of another model: kie.ai's own while it lives, afterwards the copy
 * that Telegram keeps; undefined when neither is to be had.
 */
export async function resultAddress(
  { generations, clock }: Pick<Services, 'generations' | 'clock'>,
  generation: Generation,
  index: number,
): Promise<string | undefined> {
  const media = generation.result?.media[index];
  const finished = generation.finishedAt ?? generation.createdAt;
  if (media && clock.now().getTime() - finished.getTime() < RESULT_URL_LIVES_MS) return media.url;
  const parts = await generations.parts(generation.id);
  const sent = parts.flatMap((part) => part.sent)[index];
  if (!sent?.fileId) return undefined;
  const { kind, mime } = AS_ATTACHMENT[sent.kind];
  const kept = await generations.attachments.keep({
    personId: generation.personId,
    ref: sent.fileId,
    kind: media?.kind ?? kind,
    mime,
    fileName: `result-${generation.id}`,
    sizeBytes: null,
    width: null,
    height: null,
    durationSeconds: media?.durationSeconds ?? null,
  });
  return attachmentRef(kept.id);
}
