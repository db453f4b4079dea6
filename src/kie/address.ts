/** Which addresses a download may connect to: only public ones. */
import { lookup as dnsLookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';
import { DownloadError } from './errors.ts';

export interface Address {
  address: string;
  family: 4 | 6;
}

/** Resolves a host name to all its addresses. */
export type Lookup = (hostname: string) => Promise<Address[]>;

export interface AddressRules {
  /** Hosts that may be private, as `host:port` or `host`. */
  allowHosts?: readonly string[] | undefined;
  /** Lets every address pass. Only for files whose URLs are not chosen by others. */
  allowPrivate?: boolean | undefined;
  lookup?: Lookup | undefined;
}

const RESERVED_V4 = blockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
]);
const GLOBAL_V6 = blockList('ipv6', [['2000::', 3]]);
/** Inside of the global range, but tunnels (which may lead to any IPv4 address), documentation, protocols. */
const RESERVED_V6 = blockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]);

/** True for an address of the public internet (IANA's special-purpose registries are not). */
export function isPublicAddress({ address, family }: Address): boolean {
  if (family === 4) return !RESERVED_V4.check(address, 'ipv4');
  return GLOBAL_V6.check(address, 'ipv6') && !RESERVED_V6.check(address, 'ipv6');
}

/**
 * The addresses a connection to this URL may use. Throws `DownloadError` `download-forbidden` for another scheme than
 * http(s), for credentials in the URL, and when any address of the host is not public.
 */
export async function permittedAddresses(url: URL, rules: AddressRules): Promise<Address[]> {
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw forbidden(`the scheme ${url.protocol}`);
  if (url.username !== '' || url.password !== '') throw forbidden('a URL with credentials');
  const addresses = await resolve(url.hostname.replace(/^\[|\]$/g, ''), rules.lookup ?? lookupAll);
  const trusted = rules.allowPrivate || isListed(url, rules.allowHosts ?? []);
  if (!trusted && !addresses.every(isPublicAddress)) throw forbidden(`the private address of ${url.host}`);
  return addresses;
}

async function resolve(host: string, lookup: Lookup): Promise<Address[]> {
  const family = isIP(host);
  if (family === 4 || family === 6) return [{ address: host, family }];
  try {
    return await lookup(host);
  } catch (cause) {
    throw new DownloadError('download-failed', `The host ${host} cannot be found`, { cause });
  }
}

async function lookupAll(hostname: string): Promise<Address[]> {
  const found = await dnsLookup(hostname, { all: true, verbatim: true });
  return found.map(({ address, family }) => ({ address, family: family === 6 ? 6 : 4 }));
}

function isListed(url: URL, allowHosts: readonly string[]): boolean {
  const port = url.port || (url.protocol === 'https:' ? '443' : '80');
  return allowHosts.includes(url.hostname) || allowHosts.includes(`${url.hostname}:${port}`);
}

function forbidden(what: string): DownloadError {
  return new DownloadError('download-forbidden', `Downloads must not use ${what}`);
}

function blockList(family: 'ipv4' | 'ipv6', ranges: [string, number][]): BlockList {
  const list = new BlockList();
  for (const [net, prefix] of ranges) list.addSubnet(net, prefix, family);
  return list;
}
