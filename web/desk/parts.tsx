import type { ComponentChildren } from 'preact';
import type { State } from '../../src/http/operator/contract.ts';
import { t } from '../src/words.ts';
import { go, href } from './router.ts';

export function Link({ to, children }: { to: (string | number)[]; children: ComponentChildren }) {
  return (
    <a href={href(...to)} onClick={go}>
      {children}
    </a>
  );
}

/** A part of a page under its own heading. */
export function Panel({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="panel" aria-label={title}>
      <header class="panel-head">
        <h2>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** One number with its name. */
export function Figure({ name, value, note }: { name: string; value: string; note?: string | undefined }) {
  return (
    <div class="figure">
      <dt>{name}</dt>
      <dd>
        {value}
        {note !== undefined && <small>{note}</small>}
      </dd>
    </div>
  );
}

export function StateMark({ state }: { state: State }) {
  return <span class={`mark ${state}`}>{t(`desk-state-${state}`)}</span>;
}

export function Problem({ text }: { text: string }) {
  return text === '' ? null : (
    <p class="problem" role="alert">
      {text}
    </p>
  );
}
