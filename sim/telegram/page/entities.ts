import type { MessageEntity } from 'grammy/types';
import { element } from './dom.ts';
import { type EntityNode, entityTree } from './entity-tree.ts';
import { language, say } from './words.ts';

/** What pressing something inside a text does. */
export interface TextActions {
  sendText: (text: string) => void;
  copy: (text: string) => void;
  openLink: (url: string) => void;
}

/** A formatted text as DOM nodes. Nothing of it is ever read as markup. */
export function formattedText(
  text: string,
  entities: MessageEntity[] | undefined,
  actions: TextActions,
): (Node | string)[] {
  return toNodes(entityTree(text, entities), actions);
}

/** A block ends its own line, so the line break after it is not drawn. */
function toNodes(nodes: EntityNode[], actions: TextActions): (Node | string)[] {
  return nodes.map((node, index) => {
    const afterBlock = isBlock(nodes[index - 1]);
    return typeof node === 'string' && afterBlock ? node.replace(/^\n/, '') : toNode(node, actions);
  });
}

function isBlock(node: EntityNode | undefined): boolean {
  return (
    typeof node === 'object' && ['pre', 'blockquote', 'expandable_blockquote'].includes(node.entity.type)
  );
}

function toNode(node: EntityNode, actions: TextActions): Node | string {
  if (typeof node === 'string') return node;
  return dress(node.entity, node.text, toNodes(node.children, actions), actions);
}

function dress(
  entity: MessageEntity,
  text: string,
  children: (Node | string)[],
  actions: TextActions,
): Node | string {
  switch (entity.type) {
    case 'bold':
      return element('b', {}, ...children);
    case 'italic':
      return element('i', {}, ...children);
    case 'underline':
      return element('u', {}, ...children);
    case 'strikethrough':
      return element('s', {}, ...children);
    case 'code':
      return copyable(text, children, actions);
    case 'pre':
      return codeBlock(text, children, entity.language, actions);
    case 'spoiler':
      return spoiler(children);
    case 'blockquote':
      return element('blockquote', {}, ...children);
    case 'expandable_blockquote':
      return expandableQuote(children);
    case 'text_link':
      return link(entity.url, children, actions);
    case 'url':
      return link(/^[a-z]+:/i.test(text) ? text : `https://${text}`, children, actions);
    case 'mention':
      return link(`https://t.me/${text.slice(1)}`, children, actions);
    case 'email':
      return link(`mailto:${text}`, children, actions);
    case 'bot_command':
      return wordButton(text, children, () => actions.sendText(text));
    case 'date_time':
      return localTime(entity.unix_time);
    default:
      return element('span', { class: `entity-${entity.type}` }, ...children);
  }
}

function wordButton(label: string, children: (Node | string)[], onclick: () => void): HTMLElement {
  return element('button', { type: 'button', class: 'word-link', 'aria-label': label, onclick }, ...children);
}

function copyable(text: string, children: (Node | string)[], actions: TextActions): HTMLElement {
  return element('code', { title: say('copy'), onclick: () => actions.copy(text) }, ...children);
}

function codeBlock(
  text: string,
  children: (Node | string)[],
  languageName: string | undefined,
  actions: TextActions,
): HTMLElement {
  const copy = element('button', { type: 'button', onclick: () => actions.copy(text) }, say('copy'));
  const head = element('span', { class: 'code-head' }, element('span', {}, languageName ?? ''), copy);
  return element('pre', {}, head, element('code', {}, ...children));
}

/** Keyboard and mouse reveal it; before that, screen readers hear only that something is hidden. */
function spoiler(children: (Node | string)[]): HTMLElement {
  const content = element('span', { class: 'spoiler-text', 'aria-hidden': 'true' }, ...children);
  const attributes = { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': say('spoiler') };
  const cover = element('span', attributes, content);
  const reveal = (event: Event) => {
    if (cover.classList.contains('shown')) return;
    event.preventDefault();
    event.stopPropagation();
    cover.classList.add('shown');
    for (const name of ['role', 'tabindex', 'aria-label']) cover.removeAttribute(name);
    content.removeAttribute('aria-hidden');
  };
  cover.addEventListener('click', reveal, { capture: true });
  cover.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' || event.key === ' ') reveal(event);
  });
  return cover;
}

/** Three lines until opened. A short one needs no opening, which only the laid-out page can tell. */
function expandableQuote(children: (Node | string)[]): HTMLElement {
  const text = element('span', { class: 'quote-text' }, ...children);
  const toggle = element('button', { type: 'button', class: 'quote-toggle', 'aria-expanded': 'false' });
  toggle.setAttribute('aria-label', say('expand'));
  const quote = element('blockquote', { class: 'expandable' }, text, toggle);
  toggle.addEventListener('click', () => {
    const open = quote.classList.toggle('open');
    toggle.setAttribute('aria-expanded', String(open));
  });
  new ResizeObserver(() => {
    if (!quote.classList.contains('open')) toggle.hidden = text.scrollHeight <= text.clientHeight + 2;
  }).observe(text);
  return quote;
}

function link(url: string, children: (Node | string)[], actions: TextActions): HTMLElement {
  const href = /^(https?|mailto|tg):/i.test(url) ? url : undefined;
  const anchor = element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children);
  anchor.addEventListener('click', (event) => {
    event.preventDefault();
    if (href) actions.openLink(href);
  });
  return anchor;
}

function localTime(unixTime: number): HTMLElement {
  const moment = new Date(unixTime * 1000);
  const shown = moment.toLocaleString(language(), { dateStyle: 'medium', timeStyle: 'short' });
  return element('time', { datetime: moment.toISOString() }, shown);
}
