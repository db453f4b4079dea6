import type {
  BotView,
  ChatEvent,
  GroupView,
  NewGroup,
  NewPerson,
  PersonView,
  SentText,
  Tap,
  TapAnswer,
} from '../page-contract.ts';

export type FileKind = 'photo' | 'video' | 'audio' | 'document';

let inGroup = '';

/** From now on what a person sees and does is in this group instead of the private chat. */
export function sitInGroup(groupId: number): void {
  inGroup = `?group=${groupId}`;
}

/** Every call of the simulator's side door. All of them throw an `Error` whose message can be shown. */
export const server = {
  bot: () => ask<BotView>('/sim/bot'),
  people: () => ask<PersonView[]>('/sim/people'),
  createPerson: (person: NewPerson) => post<PersonView>('/sim/people', person),
  groups: () => ask<GroupView[]>('/sim/groups'),
  createGroup: (group: NewGroup) => post<GroupView>('/sim/groups', group),
  sendText: (personId: number, sent: SentText) =>
    post<unknown>(`/sim/people/${personId}/messages${inGroup}`, sent),
  sendFiles,
  tap: (personId: number, tap: Tap) => post<TapAnswer>(`/sim/people/${personId}/taps${inGroup}`, tap),
  pay: (personId: number, messageId: number) =>
    post<{ paid: boolean; error?: string }>(`/sim/people/${personId}/payments`, { message_id: messageId }),
  payLink: (personId: number, link: string) =>
    post<{ paid: boolean; error?: string }>(`/sim/people/${personId}/payments`, { link }),
  launch: (personId: number, page: { url: string; theme: string }) =>
    post<{ url: string }>(`/sim/people/${personId}/launches`, page),
  block: (personId: number, blocked: boolean) =>
    post<PersonView>(`/sim/people/${personId}/block`, { blocked }),
  inline: (personId: number, query: string) =>
    post<{ results: unknown[] }>(`/sim/people/${personId}/inline`, { query }),
};

/** Where a file's bytes are. */
export function fileUrl(fileId: string): string {
  return `/sim/files/${encodeURIComponent(fileId)}`;
}

/**
 * Follows a person's events for as long as the page lives. The browser reconnects by itself after a cut;
 * a refused stream (the simulator restarted without this person) is reported by `onLost`.
 */
export function follow(
  personId: number,
  listener: { onEvent: (event: ChatEvent) => void; onConnection: (up: boolean) => void; onLost: () => void },
): void {
  const source = new EventSource(`/sim/people/${personId}/events${inGroup}`);
  source.onopen = () => listener.onConnection(true);
  source.onmessage = (message: MessageEvent<string>) =>
    listener.onEvent(JSON.parse(message.data) as ChatEvent);
  source.onerror = () => {
    listener.onConnection(false);
    if (source.readyState === EventSource.CLOSED) listener.onLost();
  };
}

/** Sends 1–10 files of one kind as one message or album. */
function sendFiles(
  personId: number,
  sent: { files: File[]; kind: FileKind; caption?: string; reply_to?: number },
): Promise<unknown> {
  const form = new FormData();
  form.set('kind', sent.kind);
  if (sent.caption) form.set('caption', sent.caption);
  if (sent.reply_to !== undefined) form.set('reply_to', String(sent.reply_to));
  for (const file of sent.files) form.append('file', file, file.name);
  return ask(`/sim/people/${personId}/messages${inGroup}`, { method: 'POST', body: form });
}

function post<T>(path: string, body: unknown): Promise<T> {
  return ask<T>(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
}

async function ask<T>(path: string, init?: RequestInit): Promise<T> {
  const response = await fetch(path, init);
  if (response.ok) return (await response.json()) as T;
  throw new Error(reasonIn(await response.text()) ?? `HTTP ${response.status}`);
}

function reasonIn(body: string): string | undefined {
  if (!body.startsWith('{')) return body.slice(0, 200) || undefined;
  const { error, description } = JSON.parse(body) as { error?: unknown; description?: unknown };
  return [error, description].find((reason) => typeof reason === 'string');
}
