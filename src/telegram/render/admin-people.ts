import type { PersonCard } from '#operator';
import type { Person } from '#people';
import { actionValues, adminRow, personName } from './admin.ts';
import { paymentLabel, tapOn } from './admin-payments.ts';
import { button, fitted, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';
import { dateText, dayText } from './words.ts';

/** Who was found. */
export function peopleScreen(voice: Voice, query: string, people: readonly Person[]): Screen {
  const rows = people.map((person) => [
    button(personName(person), { to: 'admin-person', person: person.id }),
  ]);
  const again = button(voice.plain('button-admin-find'), { to: 'admin-ask', about: 'person' });
  const key = people.length > 0 ? 'admin-found' : 'admin-found-nobody';
  return { text: voice.html(key, { query }), keyboard: [...rows, [again], adminRow(voice)] };
}

/** Somebody as an operator sees them, and what can be done. */
export function personScreen(
  voice: Voice,
  { person, balance, generations, payments, actions }: PersonCard,
  timeZone: string,
): Screen {
  const { id } = person;
  const state = person.bannedAt ? 'blocked' : person.botBlockedAt ? 'gone' : 'here';
  const lines = [
    voice.html('admin-person', {
      name: personName(person),
      locale: person.locale,
      joined: dayText(voice, person.createdAt, timeZone),
      seen: dateText(voice, person.lastSeenAt, timeZone),
      available: balance.available,
      held: balance.held,
      ...generations,
    }),
    voice.html(`admin-person-${state}`),
    ...(actions.length > 0 ? [''] : []),
    ...actions.map((action) => voice.html('admin-person-log-line', actionValues(voice, action, timeZone))),
  ];
  const credits = (how: 'grant' | 'take') =>
    button(voice.plain(`button-admin-${how}`), { to: 'admin-credits', person: id, how });
  const paid = payments
    .filter(({ state }) => state === 'credited' || state === 'unmatched')
    .map((payment) => [button(paymentLabel(voice, payment, timeZone), tapOn(payment))]);
  const block = person.bannedAt
    ? button(voice.plain('button-admin-unblock'), { to: 'admin-unblock', person: id })
    : button(voice.plain('button-admin-block'), { to: 'admin-block', person: id }, 'danger');
  return {
    text: lines.join('\n'),
    keyboard: [...fitted([credits('grant'), credits('take')]), ...paid, [block], adminRow(voice)],
  };
}
