import { isInTelegram, on, post } from './bridge.ts';
import { isAtLeast, launch } from './launch.ts';

export const haptics = {
  tap: () => post('web_app_trigger_haptic_feedback', { type: 'impact', impact_style: 'light' }),
  choose: () => post('web_app_trigger_haptic_feedback', { type: 'selection_change' }),
  done: () => post('web_app_trigger_haptic_feedback', { type: 'notification', notification_type: 'success' }),
  wrong: () => post('web_app_trigger_haptic_feedback', { type: 'notification', notification_type: 'error' }),
};

/** Shows Telegram's payment sheet for the link of an invoice; resolves to its end: `paid`, `cancelled`, `failed`, `pending`. */
export function openInvoice(link: string): Promise<string> {
  const slug = /(?:\/\$|\/invoice\/)([\w-]+)$/.exec(link)?.[1] ?? '';
  if (!isInTelegram) {
    open(link, '_blank', 'noopener');
    return Promise.resolve('pending');
  }
  const { promise, resolve } = Promise.withResolvers<string>();
  const stop = on('invoice_closed', (event) => {
    if (event.slug !== slug) return;
    stop();
    resolve(String(event.status));
  });
  post('web_app_open_invoice', { slug });
  return promise;
}

/** Telegram's sheet to choose whom to send a link to. */
export function shareLink(url: string): void {
  const path = `/share/url?url=${encodeURIComponent(url)}`;
  if (isInTelegram) post('web_app_open_tg_link', { path_full: path });
  else open(`https://t.me${path}`, '_blank', 'noopener');
}

/** Telegram's sheet to choose who gets the message that it has ready; the link where the app cannot. */
export function shareMessage({ prepared, link }: { prepared?: string; link: string }): void {
  if (prepared !== undefined && isInTelegram && isAtLeast('8.0'))
    post('web_app_send_prepared_message', { id: prepared });
  else shareLink(link);
}

let isAsked = false;

/** Asks once whether the bot may write, so that a result can come into the chat (facts: 4.2, requestWriteAccess). */
export function askToWrite(): void {
  if (!isInTelegram || launch.mayWrite || isAsked || !isAtLeast('6.9')) return;
  isAsked = true;
  post('web_app_request_write_access');
}

/** Saves a file; the app asks the person first. `url` is absolute. */
export function saveFile(url: string, name: string): void {
  if (/^(ios|android|macos|tdesktop)/.test(launch.platform)) {
    post('web_app_request_file_download', { url, file_name: name });
    return;
  }
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}

export function closeApp(): void {
  post('web_app_close');
}
