import { modelIcon, promptField } from '#forms';
import { confirmButton, type FormView } from './form.ts';
import { escapeHtml, quotation } from './html.ts';
import { button, type Screen } from './screen.ts';
import type { Voice } from './voice.ts';

const PROMPT_SHOWN = 300;

/** A form where others read along: what is asked for and the price; everything else is set in the private chat. */
export function groupFormScreen(voice: Voice, view: FormView, privateLink: string): Screen {
  const { model, draft, price, available } = view;
  const at = { draft: draft.id, revision: draft.revision };
  const title = `${modelIcon(model)} <b>${escapeHtml(model.title)}</b>`;
  const words = draft.input[promptField(model) ?? ''];
  const lines = [title, typeof words === 'string' ? quotation(words, PROMPT_SHOWN) : ''];
  const inPrivate = { text: voice.plain('button-in-private'), url: privateLink };
  const cancel = button(voice.plain('button-cancel'), { to: 'cancel-draft', ...at });
  if (price.kind !== 'priced') {
    lines.push(voice.html('group-needs-more'));
    return { text: lines.filter(Boolean).join('\n'), keyboard: [[inPrivate, cancel]] };
  }
  if (!price.free && price.credits > available)
    lines.push(voice.html('group-too-dear', { price: price.credits, balance: available }));
  return {
    text: lines.filter(Boolean).join('\n'),
    keyboard: [[confirmButton(voice, view)], [inPrivate, cancel]],
  };
}
