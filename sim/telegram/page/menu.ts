import { element } from './dom.ts';

export interface MenuItem {
  label: string;
  picture?: Node;
  checked?: boolean;
  choose: () => void;
}

/** A small menu beside `near`. Arrows walk, Enter takes, Escape or a press outside closes. */
export function openMenu(near: HTMLElement, items: MenuItem[]): void {
  const menu = element('div', { class: 'menu', role: 'menu', popover: 'auto' });
  menu.append(...items.map((item) => menuItem(item, menu)));
  menu.addEventListener('keydown', (event) => walk(menu, event));
  menu.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState === 'closed') menu.remove();
  });
  document.body.append(menu);
  menu.showPopover();
  place(menu, near);
  menu.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
}

function menuItem(item: MenuItem, menu: HTMLElement): HTMLElement {
  const button = element('button', {
    type: 'button',
    role: item.checked === undefined ? 'menuitem' : 'menuitemradio',
  });
  if (item.checked !== undefined) button.setAttribute('aria-checked', String(item.checked));
  if (item.picture) button.append(item.picture);
  button.append(element('span', {}, item.label));
  button.addEventListener('click', () => {
    menu.hidePopover();
    item.choose();
  });
  return button;
}

function walk(menu: HTMLElement, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll('button')];
  const index = items.indexOf(document.activeElement as HTMLButtonElement);
  items[(index + step + items.length) % items.length]?.focus();
}

function place(menu: HTMLElement, near: HTMLElement): void {
  const margin = 8;
  const anchor = near.getBoundingClientRect();
  const { width, height } = menu.getBoundingClientRect();
  const left = Math.min(anchor.left, innerWidth - width - margin);
  const below = anchor.bottom + 4;
  const top =
    below + height < innerHeight
      ? below
      : Math.max(margin, Math.min(anchor.top, innerHeight - height - margin));
  menu.style.left = `${Math.max(margin, left)}px`;
  menu.style.top = `${top}px`;
}
