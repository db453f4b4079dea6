import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { say } from './words.ts';

/** The "?" button with what a person at the sandbox can steer. */
export function hintsButton(): HTMLElement {
  const markers: [string, string][] = [
    ['!fail', say('hintFail')],
    ['!slow', say('hintSlow')],
    ['!nsfw', say('hintNsfw')],
  ];
  const rows = markers.flatMap(([marker, effect]) => [
    element('dt', {}, element('code', {}, marker)),
    element('dd', {}, effect),
  ]);
  const panel = element(
    'div',
    { class: 'hints', id: 'hints', popover: 'auto', role: 'dialog', 'aria-label': say('hintsTitle') },
    element('h2', {}, say('hintsTitle')),
    element('p', {}, say('hintsIntro')),
    element('dl', {}, ...rows),
    element('p', {}, say('hintsPeople')),
    element('p', {}, say('hintsKeys')),
  );
  document.body.append(panel);
  return iconButton(icon('help'), say('hintsTitle'), () => panel.togglePopover());
}
