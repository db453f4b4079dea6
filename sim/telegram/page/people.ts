import type { PersonView } from '../page-contract.ts';
import { element } from './dom.ts';
import { icon } from './icons.ts';
import { openMenu } from './menu.ts';
import { newPerson } from './person-form.ts';
import { server } from './server.ts';
import { say } from './words.ts';

const storedAs = 'chat-person';

/** Who chats in this tab: named in the address, else the last one of this browser, else someone new. */
export async function choosePerson(): Promise<PersonView> {
  const people = await server.people();
  const wanted = [location.hash.slice(1), localStorage.getItem(storedAs)];
  const known = wanted.flatMap((id) => people.find((person) => String(person.id) === id) ?? []);
  const person = known[0] ?? people[0] ?? (await newPerson(true));
  remember(person);
  return person;
}

/** The button that shows who chats and lets someone else take over in this tab. */
export function personButton(person: PersonView, toggleBlock: () => void): HTMLElement {
  const button = element('button', { type: 'button', class: 'person-button', 'aria-haspopup': 'menu' });
  button.setAttribute('aria-label', `${say('menu')}: ${person.first_name}`);
  const name = element('span', { class: 'person-name' }, person.first_name);
  button.append(avatar(person.first_name, person.id), name, icon('down'));
  button.addEventListener('click', () => void openPeople(button, person, toggleBlock));
  return button;
}

/** A coloured circle with the first letter, the same colour for the same id. */
export function avatar(name: string, id: number): HTMLElement {
  const letter = [...name][0]?.toUpperCase() ?? '?';
  return element('span', { class: 'avatar', 'data-colour': Math.abs(id) % 6, 'aria-hidden': 'true' }, letter);
}

async function openPeople(button: HTMLElement, current: PersonView, toggleBlock: () => void): Promise<void> {
  const people = await server.people();
  const fresh = people.find((person) => person.id === current.id) ?? current;
  openMenu(button, [
    ...people.map((person) => ({
      label: `${person.first_name} · ${person.language_code}`,
      picture: avatar(person.first_name, person.id),
      checked: person.id === current.id,
      choose: () => become(person),
    })),
    { label: say('addPerson'), picture: icon('plus'), choose: () => void newPerson(false).then(become) },
    { label: say(fresh.blocked ? 'unblock' : 'block'), picture: icon('alert'), choose: toggleBlock },
  ]);
}

/** Begins anew as this person: the address says who, so a copied tab stays the same person. */
function become(person: PersonView): void {
  remember(person);
  location.reload();
}

function remember(person: PersonView): void {
  localStorage.setItem(storedAs, String(person.id));
  history.replaceState(undefined, '', `#${person.id}`);
}
