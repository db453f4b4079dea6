import type { GroupView, PersonView } from '../page-contract.ts';
import { element } from './dom.ts';
import { icon } from './icons.ts';
import { openMenu } from './menu.ts';
import { newPerson } from './person-form.ts';
import type { Seat } from './seat.ts';
import { server, sitInGroup } from './server.ts';
import { say } from './words.ts';

const storedAs = 'chat-person';

/**
 * Who chats in this tab: named in the address, else the last one of this browser, else someone new. Behind an @ the
 * address names the group.
 */
export async function chooseSeat(): Promise<Seat> {
  const [bot, people, groups] = await Promise.all([server.bot(), server.people(), server.groups()]);
  const [personId, groupId] = location.hash.slice(1).split('@');
  const wanted = [personId, localStorage.getItem(storedAs)];
  const known = wanted.flatMap((id) => people.find((person) => String(person.id) === id) ?? []);
  const person = known[0] ?? people[0] ?? (await newPerson(true));
  const group = groups.find((it) => String(it.id) === groupId && isIn(it, person));
  if (group) sitInGroup(group.id);
  remember(person, group);
  return { bot, person, group };
}

/** The button that shows who chats and lets someone else take over in this tab, or leads into a group. */
export function personButton(seat: Seat, toggleBlock: () => void): HTMLElement {
  const { person } = seat;
  const button = element('button', { type: 'button', class: 'person-button', 'aria-haspopup': 'menu' });
  button.setAttribute('aria-label', `${say('menu')}: ${person.first_name}`);
  const name = element('span', { class: 'person-name' }, person.first_name);
  button.append(avatar(person.first_name, person.id), name, icon('down'));
  button.addEventListener('click', () => void openPeople(button, seat, toggleBlock));
  return button;
}

/** A coloured circle with the first letter, the same colour for the same id. */
export function avatar(name: string, id: number): HTMLElement {
  const letter = [...name][0]?.toUpperCase() ?? '?';
  return element('span', { class: 'avatar', 'data-colour': Math.abs(id) % 6, 'aria-hidden': 'true' }, letter);
}

async function openPeople(
  button: HTMLElement,
  { person: current, group: here }: Seat,
  toggleBlock: () => void,
): Promise<void> {
  const [people, groups] = await Promise.all([server.people(), server.groups()]);
  const fresh = people.find((person) => person.id === current.id) ?? current;
  const privateChat = { label: say('privateChat'), picture: icon('reply'), choose: () => take(current) };
  openMenu(button, [
    ...people.map((person) => ({
      label: `${person.first_name} · ${person.language_code}`,
      picture: avatar(person.first_name, person.id),
      checked: person.id === current.id,
      choose: () => take(person, here && isIn(here, person) ? here : undefined),
    })),
    ...groups
      .filter((group) => isIn(group, current))
      .map((group) => ({
        label: group.title,
        picture: avatar(group.title, group.id),
        checked: group.id === here?.id,
        choose: () => take(current, group),
      })),
    ...(here ? [privateChat] : []),
    {
      label: say('addPerson'),
      picture: icon('plus'),
      choose: () => void newPerson(false).then((it) => take(it)),
    },
    { label: say('addGroup'), picture: icon('plus'), choose: () => void newGroup(current, people) },
    { label: say(fresh.blocked ? 'unblock' : 'block'), picture: icon('alert'), choose: toggleBlock },
  ]);
}

/** A group of this person and everybody else; where there is nobody else, of a friend who comes in first. */
async function newGroup(person: PersonView, people: readonly PersonView[]): Promise<void> {
  const others = people.filter(({ id }) => id !== person.id);
  const friends = others.length > 0 ? others : [await newPerson(false)];
  const members = [person, ...friends].map(({ id }) => id);
  take(person, await server.createGroup({ title: say('group'), members }));
}

function isIn({ members }: GroupView, person: PersonView): boolean {
  return members.some(({ id }) => id === person.id);
}

/** Begins anew in this seat: the address says which, so a copied tab stays where it is. */
function take(person: PersonView, group?: GroupView): void {
  remember(person, group);
  location.reload();
}

function remember(person: PersonView, group: GroupView | undefined): void {
  localStorage.setItem(storedAs, String(person.id));
  history.replaceState(undefined, '', group ? `#${person.id}@${group.id}` : `#${person.id}`);
}
