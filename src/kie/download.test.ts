import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isPublicAddress } from './address.ts';
import { type DownloadOptions, download, openDownload } from './download.ts';
import { AbortedError, DownloadError } from './errors.ts';
import { clientOf, rejection, startTestServer } from './test-server.ts';

const FILE = Buffer.from('\x89PNG the picture');

async function codeOf(url: string, options: DownloadOptions = {}): Promise<string> {
  const error = await rejection(download(url, options));
  assert.ok(error instanceof DownloadError, String(error));
  return error.code;
}

test('a file is fetched from an explicitly allowed private host, without the key', async (t) => {
  const server = await startTestServer(t);
  server.on('/f.png', { headers: { 'content-type': 'image/png' }, body: FILE });
  const file = await clientOf(server, { allowHosts: [server.host] }).download(`${server.url}/f.png`);
  assert.deepEqual(file, {
    contentType: 'image/png',
    contentLength: null,
    url: `${server.url}/f.png`,
    bytes: FILE,
  });
  assert.equal(server.seen[0]?.headers.authorization, undefined);
  assert.match(server.seen[0]?.headers['user-agent'] ?? '', /kiegram/);
});

test('openDownload hands out a stream', async (t) => {
  const server = await startTestServer(t);
  server.on('/f.png', { body: FILE });
  const { stream } = await openDownload(`${server.url}/f.png`, { allowPrivate: true });
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk);
  assert.deepEqual(Buffer.concat(chunks), FILE);
});

test('private and reserved addresses are refused in every spelling, and nothing is sent', async (t) => {
  const server = await startTestServer(t);
  const port = new URL(server.url).port;
  const spellings = [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '0177.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
  ];
  for (const host of spellings)
    assert.equal(await codeOf(`http://${host}:${port}/f.png`), 'download-forbidden', host);
  assert.equal(await codeOf('http://169.254.169.254/latest/meta-data'), 'download-forbidden');
  assert.equal(server.seen.length, 0);
});

test('only public addresses count as public', () => {
  const v4 = [
    '0.1.2.3',
    '10.0.0.1',
    '100.64.0.1',
    '127.9.9.9',
    '172.31.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
  ];
  const v6 = [
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '64:ff9b::7f00:1',
    'fc00::1',
    'fe80::1',
    'ff02::1',
    '2001:db8::1',
    '2002:7f00:1::',
    '2001::1',
  ];
  for (const address of v4) assert.equal(isPublicAddress({ address, family: 4 }), false, address);
  for (const address of v6) assert.equal(isPublicAddress({ address, family: 6 }), false, address);
  assert.equal(isPublicAddress({ address: '1.1.1.1', family: 4 }), true);
  assert.equal(isPublicAddress({ address: '172.32.0.1', family: 4 }), true);
  assert.equal(isPublicAddress({ address: '2606:4700:4700::1111', family: 6 }), true);
});

test('a host with one private among its addresses is refused', async () => {
  const lookup = async () => [
    { address: '93.184.215.14', family: 4 as const },
    { address: '10.0.0.7', family: 4 as const },
  ];
  assert.equal(await codeOf('http://rebind.example/f.png', { lookup }), 'download-forbidden');
});

test('the connection uses the address that was checked, and the name is resolved once', async (t) => {
  const server = await startTestServer(t);
  server.on('/f.png', { body: FILE });
  const { port } = new URL(server.url);
  let asked = 0;
  const lookup = async () => {
    asked += 1;
    return [{ address: '127.0.0.1', family: 4 as const }];
  };
  const url = `http://files.example:${port}/f.png`;
  const { bytes } = await download(url, { lookup, allowHosts: [`files.example:${port}`] });
  assert.deepEqual(bytes, FILE);
  assert.equal(asked, 1);
  assert.equal(server.seen[0]?.headers.host, `files.example:${port}`);
});

test('other schemes, credentials and nonsense are refused', async () => {
  for (const url of [
    'file:///etc/passwd',
    'ftp://a.example/x',
    'data:text/plain,x',
    'http://u:p@a.example/',
    'no url',
  ]) {
    assert.equal(await codeOf(url, { allowPrivate: true }), 'download-forbidden', url);
  }
});

test('every redirect is checked again', async (t) => {
  const server = await startTestServer(t);
  const inner = await startTestServer(t);
  server.on('/relative', { status: 302, headers: { location: '/f.png' } });
  server.on('/inward', { status: 307, headers: { location: `${inner.url}/secret` } });
  server.on('/file', { status: 302, headers: { location: 'file:///etc/passwd' } });
  server.on('/round', { status: 302, headers: { location: '/round' } });
  server.on('/f.png', { body: FILE });
  const options = { allowHosts: [server.host] };
  const followed = await download(`${server.url}/relative`, options);
  assert.deepEqual([followed.bytes, followed.url], [FILE, `${server.url}/f.png`]);
  assert.equal(await codeOf(`${server.url}/inward`, options), 'download-forbidden');
  assert.equal(inner.seen.length, 0);
  assert.equal(await codeOf(`${server.url}/file`, options), 'download-forbidden');
  assert.equal(await codeOf(`${server.url}/round`, options), 'download-failed');
});

test('too many bytes are refused, announced or not', async (t) => {
  const server = await startTestServer(t);
  const body = Buffer.alloc(5_000);
  server.on('/announced', { headers: { 'content-length': '5000' }, body });
  server.on('/silent', { body });
  const options = { allowHosts: [server.host], maxBytes: 4_999 };
  assert.equal(await codeOf(`${server.url}/announced`, options), 'download-too-large');
  assert.equal(await codeOf(`${server.url}/silent`, options), 'download-too-large');
  assert.equal((await download(`${server.url}/silent`, { ...options, maxBytes: 5_000 })).bytes.length, 5_000);
});

test('silence, a broken body and vanished files each have their code', async (t) => {
  const server = await startTestServer(t);
  server.on('/hang', { trouble: 'hang' });
  server.on('/cut', { body: FILE, trouble: 'cut' });
  server.on('/gone', { status: 404 });
  server.on('/down', { status: 503 });
  const options = { allowHosts: [server.host] };
  assert.equal(await codeOf(`${server.url}/hang`, { ...options, timeoutMs: 50 }), 'download-timeout');
  assert.equal(await codeOf(`${server.url}/cut`, options), 'download-failed');
  assert.equal(await codeOf(`${server.url}/gone`, options), 'download-gone');
  assert.equal(await codeOf(`${server.url}/down`, options), 'download-failed');
  assert.equal(await codeOf('http://127.0.0.1:2/', { allowPrivate: true }), 'download-failed');
});

test('an abort ends a download', async (t) => {
  const server = await startTestServer(t);
  const controller = new AbortController();
  server.on('/hang', () => {
    controller.abort(new Error('no more'));
    return { trouble: 'hang' };
  });
  const error = await rejection(
    download(`${server.url}/hang`, { allowHosts: [server.host], signal: controller.signal }),
  );
  assert.ok(error instanceof AbortedError);
});
