import type { BubbleActions } from './bubble.ts';
import type { Conversation } from './conversation.ts';
import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { type Line, linesOf } from './lines.ts';
import type { Seat } from './seat.ts';
import { say } from './words.ts';

/** Closer to the end than this counts as reading the newest message, in pixels. */
const nearEnd = 120;

/** The scrolling list. Redraws only what changed, and follows the end unless someone reads above it. */
export class MessageList {
  readonly root = element('div', { class: 'list', role: 'log', 'aria-live': 'polite', tabindex: 0 });
  readonly jump = iconButton(icon('down'), say('jumpToEnd'), () => this.toEnd(), 'jump');
  #column = element('div', { class: 'messages' });
  #drawn = new Map<string, { signature: string; node: HTMLElement }>();
  #unseen = 0;
  #following = true;

  constructor() {
    this.root.setAttribute('aria-label', say('messages'));
    this.root.append(this.#column);
    this.root.addEventListener('scroll', () => this.#onScroll(), { passive: true });
    this.root.addEventListener('keydown', (event) => this.#onKey(event));
    new ResizeObserver(() => this.#following && this.toEnd('instant')).observe(this.#column);
    new ResizeObserver(() => this.#following && this.toEnd('instant')).observe(this.root);
  }

  /** Draws the conversation as it is now. */
  draw(conversation: Conversation, seat: Seat, actions: BubbleActions): void {
    const focused =
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.key : undefined;
    const first = this.#drawn.size === 0;
    const before = new Set(this.#drawn.keys());
    const lines = linesOf(conversation.units(), seat, actions);
    const fresh = lines.filter((line) => !before.has(line.key));
    this.#replaceChanged(lines);
    if (focused)
      this.root
        .querySelector<HTMLElement>(`[data-key="${CSS.escape(focused)}"]`)
        ?.focus({ preventScroll: true });
    this.#settle(first, fresh);
  }

  /** Goes to a message and lights it up for a moment. */
  show(messageId: number): void {
    const node = this.#column.querySelector<HTMLElement>(`[data-message="${messageId}"]`);
    if (!node) return;
    node.scrollIntoView({ block: 'center', behavior: motion() });
    node.focus({ preventScroll: true });
    node.classList.add('lit');
    setTimeout(() => node.classList.remove('lit'), 1_200);
  }

  focusLast(): void {
    this.#articles().at(-1)?.focus();
  }

  toEnd(behavior: ScrollBehavior = motion()): void {
    this.#following = true;
    this.root.scrollTo({ top: this.root.scrollHeight, behavior });
  }

  #replaceChanged(lines: Line[]): void {
    const kept = new Map<string, { signature: string; node: HTMLElement }>();
    let place: ChildNode | null = this.#column.firstChild;
    for (const { key, signature, make } of lines) {
      const old = this.#drawn.get(key);
      const node = old?.signature === signature ? old.node : make();
      if (old && old.node !== node) {
        keepMedia(old.node, node);
        if (place === old.node) place = old.node.nextSibling;
        old.node.replaceWith(node);
      } else if (place === node) place = node.nextSibling;
      else this.#column.insertBefore(node, place);
      kept.set(key, { signature, node });
    }
    for (const [key, { node }] of this.#drawn) if (!kept.has(key)) node.remove();
    this.#drawn = kept;
  }

  #settle(first: boolean, fresh: Line[]): void {
    if (first || this.#following || fresh.some((line) => line.own)) {
      this.toEnd(first ? 'instant' : undefined);
      return;
    }
    this.#unseen += fresh.filter((line) => !line.own).length;
    this.#drawJump();
  }

  #onScroll(): void {
    const { scrollHeight, scrollTop, clientHeight } = this.root;
    this.#following = scrollHeight - scrollTop - clientHeight < nearEnd;
    if (this.#following) this.#unseen = 0;
    this.#drawJump();
  }

  #drawJump(): void {
    this.jump.classList.toggle('shown', !this.#following);
    this.jump.dataset.unseen = this.#unseen > 0 ? String(this.#unseen) : '';
    const news = this.#unseen > 0 ? `, ${this.#unseen} ${say('newest')}` : '';
    this.jump.setAttribute('aria-label', say('jumpToEnd') + news);
  }

  #onKey(event: KeyboardEvent): void {
    const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    const onControl = event.target instanceof Element && event.target.closest('input, video');
    if (!step || onControl) return;
    const articles = this.#articles();
    const current = document.activeElement?.closest('article');
    const index = current ? articles.indexOf(current) : articles.length;
    const next = articles[index + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  }

  #articles(): HTMLElement[] {
    return [...this.#column.querySelectorAll('article')];
  }
}

/** A picture or a film that an edit left as it was keeps its node, so it neither blinks nor restarts. */
function keepMedia(before: HTMLElement, after: HTMLElement): void {
  for (const fresh of after.querySelectorAll<HTMLElement>('[data-file]')) {
    const fileId = CSS.escape(fresh.dataset.file ?? '');
    const same = before.querySelector(`${fresh.tagName}[data-file="${fileId}"]`);
    if (same) fresh.replaceWith(same);
  }
}

function motion(): ScrollBehavior {
  return matchMedia('(prefers-reduced-motion: reduce)').matches ? 'instant' : 'smooth';
}
