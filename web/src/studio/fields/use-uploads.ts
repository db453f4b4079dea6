import { useEffect, useRef, useState } from 'preact/hooks';
import type { Shape, UploadedFile } from '../../../../src/http/miniapp/contract.ts';
import { troubleWith } from '../../server/keep-asking.ts';
import { upload } from '../../server/upload.ts';
import { t } from '../../words.ts';

/** A file on its way; with a problem it waits to be tried again or taken away. */
export interface Upload {
  id: number;
  file: Blob;
  name: string;
  /** What it looks like, in this page alone. */
  url: string;
  problem: string | null;
  /** How much of it has gone out, 0 to 1. */
  sent: number;
  /** The reference whose place it takes. */
  replaces: string | undefined;
}

let count = 0;

/** Brings files to the server one after the other; one that failed is kept, so that nobody has to choose it again. */
export function useUploads(
  shape: Shape,
  onStored: (file: UploadedFile, replaces: string | undefined) => void,
) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const stored = useRef(onStored);
  stored.current = onStored;
  const all = useRef(uploads);
  all.current = uploads;
  useEffect(() => () => all.current.forEach(({ url }) => void URL.revokeObjectURL(url)), []);

  const drop = ({ id, url }: Upload) => {
    URL.revokeObjectURL(url);
    setUploads((now) => now.filter((it) => it.id !== id));
  };
  const change = ({ id }: Upload, next: Partial<Upload>) =>
    setUploads((now) => now.map((it) => (it.id === id ? { ...it, ...next } : it)));
  const mark = (one: Upload, problem: string | null) => change(one, { problem, sent: 0 });

  async function bring(one: Upload): Promise<void> {
    const unfit = whyUnfit(shape, one.file);
    if (unfit !== null) return mark(one, unfit);
    mark(one, null);
    try {
      const file = await upload(one.file, one.name, (sent) => change(one, { sent }));
      const isOther = shape.file !== undefined && shape.file.kind !== 'file' && file.kind !== shape.file.kind;
      if (isOther) return mark(one, t(`web-not-${shape.file?.kind}`));
      stored.current(file, one.replaces);
      drop(one);
    } catch (error) {
      mark(one, troubleWith(error));
    }
  }

  async function add(files: readonly Blob[], replaces?: string): Promise<void> {
    const kind = shape.file?.kind ?? 'file';
    const added = files.map((file) => ({
      id: ++count,
      file,
      name: file instanceof File ? file.name : `${kind}.png`,
      url: URL.createObjectURL(file),
      problem: null,
      sent: 0,
      replaces,
    }));
    setUploads((now) => [...now, ...added]);
    for (const one of added) await bring(one);
  }

  return { uploads, add, drop, retry: bring };
}

/** What can be told without asking the server. */
function whyUnfit({ file }: Shape, { size, type }: Blob): string | null {
  if (file?.maxMb !== undefined && size > file.maxMb * 1e6)
    return t('web-file-too-large', { limit: file.maxMb });
  const isKind =
    file === undefined || file.kind === 'file' || type === '' || type.startsWith(`${file.kind}/`);
  return isKind ? null : t(`web-not-${file.kind}`);
}
