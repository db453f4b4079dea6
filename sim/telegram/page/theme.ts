import { iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { say } from './words.ts';

type Theme = 'light' | 'dark';
const storedAs = 'chat-theme';

/** Applies the theme chosen before; without one the system's preference stays in force. */
export function applyStoredTheme(): void {
  const stored = localStorage.getItem(storedAs);
  if (stored === 'light' || stored === 'dark') document.documentElement.dataset.theme = stored;
}

/** The button that flips light and dark and remembers it. */
export function themeButton(): HTMLElement {
  const button = iconButton(icon(pictureFor(current())), say('theme'), () => {
    const next: Theme = current() === 'dark' ? 'light' : 'dark';
    document.documentElement.dataset.theme = next;
    localStorage.setItem(storedAs, next);
    button.replaceChildren(icon(pictureFor(next)));
  });
  return button;
}

function current(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === 'light' || chosen === 'dark') return chosen;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

function pictureFor(theme: Theme): 'sun' | 'moon' {
  return theme === 'dark' ? 'sun' : 'moon';
}
