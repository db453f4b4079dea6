import { carryOver, fieldForFile, mediaOf, promptOf, type Speech, typeName } from '#forms';
import { attachmentIds, type Generation, type MediaKind, type ResultMedia, type Status } from '#generation';
import type { Model, ModelType } from '#registry';
import type { FileView, GenerationView, MediaView, NewForm } from './contract.ts';
import type { FileLinks } from './file-links.ts';
import type { MiniAppParts } from './parts.ts';
import { attachmentView } from './uploads.ts';

/** What is often done with a finished file, by its kind. */
const nextTypes: Record<MediaKind, readonly ModelType[]> = {
  image: ['image_edit', 'image_to_video', 'upscale', 'image_to_image'],
  video: ['video_to_video', 'upscale', 'lip_sync'],
  audio: ['audio_to_audio', 'lip_sync'],
  file: [],
};

export interface GenerationViews {
  view(status: Status, speech: Speech): GenerationView;
  /** For the gallery: with the small pictures. */
  page(statuses: readonly Status[], speech: Speech): Promise<GenerationView[]>;
  /** With the form that made it, and what went in. */
  full(status: Status, speech: Speech): Promise<GenerationView>;
  form(personId: number, model: Model, input: Record<string, unknown>): Promise<NewForm>;
}

export function createGenerationViews(parts: MiniAppParts, links: FileLinks): GenerationViews {
  const { registry, offer, generations, clock } = parts;

  function mediaView({ id, personId }: Generation, media: ResultMedia, index: number): MediaView {
    const url = links.link({ of: 'result', id, index }, personId, clock.now());
    const { kind, title, role, durationSeconds } = media;
    return {
      kind,
      name: title ?? '',
      url,
      download: `${url}?save`,
      ...(role === undefined ? {} : { role }),
      ...(durationSeconds === undefined ? {} : { durationSeconds }),
    };
  }

  function view(status: Status, speech: Speech): GenerationView {
    const { generation, phase, elapsedSeconds, estimateSeconds, queuePlace } = status;
    const { result } = generation;
    const model = registry.get(generation.modelId);
    const prompt = promptOf(generation, model);
    const media = (result?.media ?? []).map((it, index) => mediaView(generation, it, index));
    return {
      id: generation.id,
      model: {
        id: generation.modelId,
        title: model?.title ?? generation.modelId,
        delivers: model?.delivers ?? 'data',
        offered: model !== undefined && offer.isOffered(model),
      },
      phase,
      ...(generation.failure === null ? {} : { failure: speech.plain(`failure-${generation.failure.code}`) }),
      ...(prompt === undefined ? {} : { prompt }),
      credits: generation.quote.credits,
      free: generation.free,
      createdAt: generation.createdAt.toISOString(),
      elapsedSeconds,
      ...(estimateSeconds === undefined ? {} : { estimateSeconds }),
      ...(queuePlace === undefined ? {} : { queuePlace }),
      media,
      ...textOf(generation),
      next: nextOf(media[0]?.kind, speech),
    };
  }

  function nextOf(kind: MediaKind | undefined, speech: Speech): GenerationView['next'] {
    return (kind === undefined ? [] : nextTypes[kind])
      .filter((type) => offer.firstForFile(type, kind ?? 'file') !== undefined)
      .map((type) => ({ type, name: typeName(speech, type) }));
  }

  async function form(personId: number, model: Model, input: Record<string, unknown>): Promise<NewForm> {
    const files: Record<string, FileView> = {};
    for (const id of attachmentIds(model, input)) {
      const attachment = await generations.attachments.get(id);
      if (attachment?.personId !== personId) continue;
      const url = links.link({ of: 'attachment', id }, personId, clock.now());
      files[`attachment:${id}`] = attachmentView(attachment, url);
    }
    for (const address of addressesIn(model, input)) {
      const found = await generations.resultWith(personId, address);
      const media = found && (await generations.get(found.id))?.result?.media[found.index];
      if (!found || !media) continue;
      const url = links.link({ of: 'result', ...found }, personId, clock.now());
      files[address] = { kind: media.kind, name: media.title ?? '', url };
    }
    return { modelId: model.id, input, files };
  }

  return {
    view,
    form,
    async page(statuses, speech) {
      const small = await generations.thumbnailed(statuses.map(({ generation }) => generation));
      return statuses.map((status) => {
        const { id, personId } = status.generation;
        const shown = view(status, speech);
        const media = shown.media.map((file, index) => {
          if (!small.get(id)?.has(index)) return file;
          return { ...file, thumbnail: links.link({ of: 'thumbnail', id, index }, personId, clock.now()) };
        });
        return { ...shown, media };
      });
    },
    async full(status, speech) {
      const { generation } = status;
      const shown = view(status, speech);
      const model = registry.get(generation.modelId);
      if (!model) return shown;
      const made = await form(generation.personId, model, generation.input);
      const before = beforeOf(model, made)?.url;
      return {
        ...shown,
        ...(shown.model.offered ? { form: made } : {}),
        ...(before === undefined ? {} : { before }),
      };
    },
  };
}

/** Values of file fields that are addresses: results which went on as an input. */
function addressesIn(model: Model, input: Record<string, unknown>): string[] {
  return Object.entries(model.input).flatMap(([name, field]) =>
    mediaOf(field) === undefined ? [] : [input[name]].flat().filter(isAddress),
  );
}

function isAddress(value: unknown): value is string {
  return typeof value === 'string' && /^https?:/.test(value);
}

/** The picture that a result is to be compared with: the first that went in and is no mask. */
function beforeOf(model: Model, { input, files }: NewForm): FileView | undefined {
  const pictures = Object.entries(model.input).flatMap(([name, field]) =>
    mediaOf(field)?.kind === 'image' && !/mask/i.test(name) ? [input[name]].flat() : [],
  );
  return pictures.map((value) => files[String(value)]).find((file) => file?.kind === 'image');
}

function textOf({ result }: Generation): Pick<GenerationView, 'text'> {
  const text =
    result?.text ?? (result?.data === undefined ? undefined : JSON.stringify(result.data, null, 2));
  return text === undefined ? {} : { text };
}

/** The input of a model that begins with a file of a result. */
export function inputWith(
  model: Model,
  kind: MediaKind,
  address: string,
  from: { model: Model | undefined; input: Record<string, unknown> },
): Record<string, unknown> {
  const name = fieldForFile(model, kind);
  const field = name === undefined ? undefined : model.input[name];
  if (name === undefined || field === undefined) return {};
  const kept = from.model === undefined ? {} : withoutFiles(model, carryOver(from.model, model, from.input));
  return { ...kept, [name]: field.type === 'array' ? [address] : address };
}

function withoutFiles(model: Model, input: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).filter(([name]) => {
      const field = model.input[name];
      return field === undefined || mediaOf(field) === undefined;
    }),
  );
}
