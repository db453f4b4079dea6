/*
 * The wire between the page and Telegram's app: events out by whichever way this app has, events in by the
 * functions that it calls (facts: 4.3). Telegram's own script does the same; without it the page loads nothing from elsewhere.
 */
type Listener = (data: Record<string, unknown>) => void;

interface Host extends Window {
  TelegramWebviewProxy?: { postEvent(type: string, json: string): void };
  external: External & { notify?: (json: string) => void };
  Telegram?: unknown;
  TelegramGameProxy?: unknown;
  TelegramGameProxy_receiveEvent?: unknown;
}

const host = window as unknown as Host;
const listeners = new Map<string, Set<Listener>>();

/** True where an app listens. */
export const isInTelegram =
  host.TelegramWebviewProxy !== undefined || typeof host.external?.notify === 'function' || parent !== window;

export function post(type: string, data: Record<string, unknown> = {}): void {
  if (host.TelegramWebviewProxy) host.TelegramWebviewProxy.postEvent(type, JSON.stringify(data));
  else if (typeof host.external?.notify === 'function')
    host.external.notify(JSON.stringify({ eventType: type, eventData: data }));
  // Telegram's pages live at several origins; nothing that is posted is secret.
  else if (parent !== window) parent.postMessage(JSON.stringify({ eventType: type, eventData: data }), '*');
}

/** Calls the listener with every event of the type; the returned function ends that. */
export function on(type: string, listener: Listener): () => void {
  const known = listeners.get(type) ?? new Set();
  listeners.set(type, known.add(listener));
  return () => void known.delete(listener);
}

function receive(type: string, data: unknown): void {
  for (const listener of [...(listeners.get(type) ?? [])]) listener((data ?? {}) as Record<string, unknown>);
}

host.Telegram = { WebView: { receiveEvent: receive } };
host.TelegramGameProxy_receiveEvent = receive;
host.TelegramGameProxy = { receiveEvent: receive };

addEventListener('message', (message: MessageEvent<unknown>) => {
  if (message.source !== parent || typeof message.data !== 'string' || !message.data.startsWith('{')) return;
  const { eventType, eventData } = JSON.parse(message.data) as { eventType?: string; eventData?: unknown };
  if (eventType !== undefined) receive(eventType, eventData);
});
