/** A body that stands still for so long goes nowhere any more: a cut line tells a browser nothing by itself. */
const stillMs = 30_000;

/** As `fetch`, and tells how much of the body has gone out, 0 to 1: fetch itself cannot. @throws TypeError when the line is cut */
export async function fetchTelling(
  url: string,
  { method = 'GET', headers = {}, body }: RequestInit,
  tell: (share: number) => void,
): Promise<Response> {
  const request = new XMLHttpRequest();
  request.open(method, url);
  request.responseType = 'blob';
  for (const [name, value] of new Headers(headers)) request.setRequestHeader(name, value);
  const giveUp = () => request.abort();
  let timer = setTimeout(giveUp, stillMs);
  request.upload.onprogress = ({ loaded, total }) => {
    clearTimeout(timer);
    timer = setTimeout(giveUp, stillMs);
    tell(total === 0 ? 1 : loaded / total);
  };
  addEventListener('offline', giveUp);
  try {
    await ended(request, body as XMLHttpRequestBodyInit);
    return answerOf(request);
  } finally {
    clearTimeout(timer);
    removeEventListener('offline', giveUp);
  }
}

function ended(request: XMLHttpRequest, body: XMLHttpRequestBodyInit): Promise<void> {
  return new Promise((resolve, reject) => {
    const cut = () => reject(new TypeError('The line is cut'));
    Object.assign(request, { onload: () => resolve(), onerror: cut, onabort: cut });
    request.send(body);
  });
}

function answerOf(request: XMLHttpRequest): Response {
  const lines = request
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/);
  const headers = lines.filter(Boolean).map((line): [string, string] => {
    const at = line.indexOf(':');
    return [line.slice(0, at), line.slice(at + 1).trim()];
  });
  return new Response(request.response as Blob, { status: request.status, headers });
}
