import type { IncomingMessage } from 'node:http';
import type { BotAccount } from '../account.ts';
import type { BotView, GroupView } from '../page-contract.ts';
import type { Chatter } from '../people/chatter.ts';
import type { Person } from '../people/person.ts';
import { NothingHere } from './nothing-here.ts';
import { readBody } from './read-body.ts';

/** Everything under /sim/groups; @throws Error whose message tells the caller what is wrong. */
export async function serveGroups(
  bot: BotAccount,
  request: IncomingMessage,
): Promise<GroupView | GroupView[]> {
  if (request.method !== 'POST') return bot.people.groups().map(({ view }) => view);
  const { values } = await readBody(request);
  const title = values.get('title') ?? '';
  const members: unknown = JSON.parse(values.get('members') ?? '[]');
  if (title === '' || !Array.isArray(members) || members.length === 0)
    throw new Error('title or members are missing');
  const people = members.map((id) => bot.people.get(Number(id)));
  const group = bot.people.group({ title });
  const [first] = people.map((person) => group.join(person));
  if (first) group.admitBot(first);
  return group.view;
}

/** Where a person acts: in the group that `?group=` names, otherwise in their private chat. */
export function seatOf(bot: BotAccount, person: Person, url: URL): { chat: Chatter; view: BotView } {
  const id = url.searchParams.get('group');
  const group = id === null ? undefined : bot.people.findGroup(Number(id));
  if (id === null) return { chat: person, view: bot.view(person.id, person.languageCode) };
  if (!group?.has(person)) throw new NothingHere(`no group ${id} with ${person.user.first_name}`);
  return { chat: group.join(person), view: group.botView(person) };
}
