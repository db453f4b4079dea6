import { download } from './server.ts';

/** All of a table as a file. */
export function CsvButton({ name, query = '' }: { name: string; query?: string }) {
  return (
    <button type="button" onClick={() => void download(`/csv/${name}?${query}`, `kiegram-${name}.csv`)}>
      CSV
    </button>
  );
}
