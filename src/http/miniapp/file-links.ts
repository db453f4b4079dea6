import { createSigner } from './signing.ts';

const livesMs = 60 * 60_000;

/** What a link opens: a file of a result, its small copy, or an attachment. */
export type FileTarget =
  | { of: 'result' | 'thumbnail'; id: string; index: number }
  | { of: 'attachment'; id: string };

/** Addresses of files for the one person whose they are. They end after an hour; nothing else opens them. */
export interface FileLinks {
  /** Whole quarters of an hour, so that a browser may keep what it has seen. */
  link(target: FileTarget, personId: number, now: Date): string;
  read(path: LinkPath, now: Date): { target: FileTarget; personId: number } | null;
  /** The address for another hour of what this one opened, ended or not; null when it was never made for this person. */
  renew(address: string, personId: number, now: Date): string | null;
}

interface LinkPath {
  key: string;
  /** Unix time, seconds. */
  until: string;
  mark: string;
}

const quarterMs = 15 * 60_000;

export function createFileLinks(secret: string): FileLinks {
  const signer = createSigner(secret, 'file');
  const isOurs = ({ key, until, mark }: LinkPath) => signer.matches(`${key}/${until}`, mark);
  const links: FileLinks = {
    link(target, personId, now) {
      const key = keyOf(target, personId);
      const until = String((Math.floor(now.getTime() / quarterMs) * quarterMs + livesMs) / 1000);
      return `/app/files/${key}/${until}/${signer.sign(`${key}/${until}`)}`;
    },
    read(path, now) {
      return isOurs(path) && Number(path.until) * 1000 >= now.getTime() ? readKey(path.key) : null;
    },
    renew(address, personId, now) {
      const [, key = '', until = '', mark = ''] =
        /^\/app\/files\/([\w.-]+)\/(\d+)\/([\w-]+)$/.exec(address) ?? [];
      if (!isOurs({ key, until, mark })) return null;
      const { target, personId: owner } = readKey(key);
      return owner === personId ? links.link(target, personId, now) : null;
    },
  };
  return links;
}

/** `person.attachment`, `person.generation.index`, or the latter with an `s` for the small copy. */
function keyOf(target: FileTarget, personId: number): string {
  if (target.of === 'attachment') return `${personId}.${target.id}`;
  return `${personId}.${target.id}.${target.index}${target.of === 'thumbnail' ? 's' : ''}`;
}

function readKey(key: string): { target: FileTarget; personId: number } {
  const [personId, id = '', index] = key.split('.');
  if (index === undefined) return { target: { of: 'attachment', id }, personId: Number(personId) };
  const of = index.endsWith('s') ? 'thumbnail' : 'result';
  return { target: { of, id, index: Number.parseInt(index, 10) }, personId: Number(personId) };
}
