/** First and last byte, both counted in. */
export interface Range {
  start: number;
  end: number;
}

/** The one range that players ask for; null when there is none or it cannot be served: then the whole is the answer. */
export function rangeOf(header: string | undefined, sizeBytes: number | null): Range | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (!match || sizeBytes === null) return null;
  const [, first = '', last = ''] = match;
  if (first === '' && last === '') return null;
  const start = first === '' ? Math.max(0, sizeBytes - Number(last)) : Number(first);
  const end = first === '' || last === '' ? sizeBytes - 1 : Math.min(Number(last), sizeBytes - 1);
  return start <= end ? { start, end } : null;
}

/** A part of a stream: what lies before is read and dropped, what lies behind is not read. */
export function slice(stream: ReadableStream<Uint8Array>, { start, end }: Range): ReadableStream<Uint8Array> {
  return ReadableStream.from(piecesWithin(stream, start, end + 1));
}

async function* piecesWithin(
  stream: ReadableStream<Uint8Array>,
  start: number,
  stop: number,
): AsyncGenerator<Uint8Array> {
  let at = 0;
  for await (const piece of stream) {
    const wanted = piece.subarray(Math.max(0, start - at), Math.max(0, stop - at));
    at += piece.length;
    if (wanted.length > 0) yield wanted;
    if (at >= stop) return;
  }
}
