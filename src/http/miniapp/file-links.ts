import { createSigner } from './signing.ts';

const livesMs = 60 * 60_000;

/** What a link opens: a file of a result, or an attachment. */
export type FileTarget = { of: 'result'; id: string; index: number } | { of: 'attachment'; id: string };

/** Addresses of files for the one person whose they are. They end after an hour; nothing else opens them. */
export interface FileLinks {
  /** Whole quarters of an hour, so that a browser may keep what it has seen. */
  link(target: FileTarget, personId: number, now: Date): string;
  read(
    path: { key: string; until: string; mark: string },
    now: Date,
  ): { target: FileTarget; personId: number } | null;
}

const quarterMs = 15 * 60_000;

export function createFileLinks(secret: string): FileLinks {
  const signer = createSigner(secret, 'file');
  return {
    link(target, personId, now) {
      const key = keyOf(target, personId);
      const until = String((Math.floor(now.getTime() / quarterMs) * quarterMs + livesMs) / 1000);
      return `/app/files/${key}/${until}/${signer.sign(`${key}/${until}`)}`;
    },
    read({ key, until, mark }, now) {
      if (!signer.matches(`${key}/${until}`, mark) || Number(until) * 1000 < now.getTime()) return null;
      return readKey(key);
    },
  };
}

function keyOf(target: FileTarget, personId: number): string {
  return target.of === 'result' ? `${personId}.${target.id}.${target.index}` : `${personId}.${target.id}`;
}

function readKey(key: string): { target: FileTarget; personId: number } {
  const [personId, id = '', index] = key.split('.');
  const target: FileTarget =
    index === undefined ? { of: 'attachment', id } : { of: 'result', id, index: Number(index) };
  return { target, personId: Number(personId) };
}
