/** The account's balance and links to its files (facts: common APIs). */
import { toNumber, toText } from './coerce.ts';
import type { Requester } from './request.ts';
import type { CallOptions } from './types.ts';
import { errorForData } from './wire.ts';

export interface AccountParts {
  request: Requester;
  base: string;
}

const CREDIT_PATH = '/api/v1/chat/credit';
const LINK_PATH = '/api/v1/common/download-url';

export type Account = ReturnType<typeof createAccount>;

export function createAccount({ request, base }: AccountParts) {
  /** The balance in kie credits; may be fractional. */
  async function credits(options: CallOptions = {}): Promise<number> {
    const { data } = await request({ method: 'GET', base, path: CREDIT_PATH, ...options });
    const balance = toNumber(data);
    if (balance === null) throw errorForData(data, { method: 'GET', path: CREDIT_PATH });
    return balance;
  }

  /**
   * A link, valid for 20 minutes, to a file hosted by kie.ai, for hosts that refuse direct fetching. It does not
   * prolong the 14 days of the file. A foreign URL is an `InvalidInputError` ("url is wrong").
   */
  async function downloadUrl(url: string, options: CallOptions = {}): Promise<string> {
    const { data } = await request({ method: 'POST', base, path: LINK_PATH, json: { url }, ...options });
    const link = toText(data);
    if (link === null) throw errorForData(data, { method: 'POST', path: LINK_PATH });
    return link;
  }

  return { credits, downloadUrl };
}
