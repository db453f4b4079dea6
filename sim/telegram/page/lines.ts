import { type BubbleActions, bubble } from './bubble.ts';
import type { Unit } from './conversation.ts';
import { element } from './dom.ts';
import { serviceLine } from './payment.ts';
import { isOwn, type Seat } from './seat.ts';
import { language } from './words.ts';

/** One row of the list. It is drawn anew only when its signature changes. */
export interface Line {
  key: string;
  signature: string;
  own: boolean;
  make: () => HTMLElement;
}

/** What the list shows, oldest first: the days, the messages, and reports such as payments. */
export function linesOf(units: Unit[], seat: Seat, actions: BubbleActions): Line[] {
  const lines: Line[] = [];
  let day = '';
  let invoice: string | undefined;
  for (const [index, unit] of units.entries()) {
    const [first] = unit;
    const today = dayOf(first.date);
    if (today !== day) lines.push(centred(`day ${today}`, today, 'day'));
    day = today;
    invoice = first.invoice?.title ?? invoice;
    const service = serviceLine(first, invoice);
    const key = `message ${first.message_id}`;
    if (service) lines.push(centred(key, service, 'service'));
    else lines.push(spoken(key, [unit, units[index + 1]], seat, () => bubble(unit, seat, actions)));
  }
  return lines;
}

function centred(key: string, text: string, className: string): Line {
  const make = () => element('div', { class: className }, element('span', {}, text));
  return { key, signature: text, own: false, make };
}

function spoken(
  key: string,
  [unit, next]: [Unit, Unit | undefined],
  seat: Seat,
  draw: () => HTMLElement,
): Line {
  const own = isOwn(unit[0], seat);
  const last = !next || next[0].from?.id !== unit[0].from?.id || next[0].successful_payment !== undefined;
  const make = () => {
    const node = draw();
    node.classList.toggle('last', last);
    return node;
  };
  return { key, signature: JSON.stringify([unit, last]), own, make };
}

function dayOf(unixTime: number): string {
  return new Date(unixTime * 1000).toLocaleDateString(language(), { day: 'numeric', month: 'long' });
}
