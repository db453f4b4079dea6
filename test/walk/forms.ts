import { sample } from '#registry';
import type { World } from '#sim';
import { waysFrom } from './screen.ts';
import { explore, type Message, nextScreen, say, tap, type Walk } from './walker.ts';

/** A photo of one pixel, which is as good as any file: nobody looks into it. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** The form of a model, opened by its link, with all of its buttons. */
export async function walkForm(world: World, walk: Walk, form: Message): Promise<string | undefined> {
  const model = await modelOf(world, form);
  await leave(walk, await backToForm(walk, await explore(walk, form)));
  return model;
}

async function backToForm(walk: Walk, end: Message): Promise<Message> {
  let at = end;
  for (let steps = 0; steps < 4 && !waysFrom(at).some(({ to }) => to === 'cancel-draft'); steps++) {
    const back = waysFrom(at).find(({ to }) => to === 'draft' || to === 'entry' || to === 'field');
    if (!back) return at;
    at = await tap(walk, at, back);
  }
  return at;
}

/** The buttons that end a form, after all others: it has to offer a purchase or the next question, and a way home. */
async function leave(walk: Walk, form: Message): Promise<void> {
  const ways = waysFrom(form);
  const name = form.text?.slice(0, 60);
  if (!ways.some(({ to, label }) => isPurchase(to) || isQuestion({ to, label })))
    walk.faults.push(`no confirm on: ${name}`);
  if (!ways.some(({ to }) => to === 'home')) walk.faults.push(`no way home on: ${name}`);
  const cancel = ways.find(({ to }) => to === 'cancel-draft');
  if (!cancel) {
    walk.faults.push(`no cancel on: ${name}`);
    return;
  }
  const note = await tap(walk, form, cancel);
  const home = waysFrom(note).find(({ to }) => to === 'home');
  if (home) await tap(walk, note, home);
  else walk.faults.push('no way home after cancel');
}

function isPurchase(to: string): boolean {
  return to === 'generate' || to === 'generate-free';
}

/** The button that asks for what has to be given. */
function isQuestion({ to, label }: { to: string; label: string }): boolean {
  return to === 'field' && label.startsWith('✍️');
}

const SENT_AS = { image: 'photo', video: 'video', audio: 'audio', file: 'document' } as const;

/** Answers what the form still asks for, with words or files, until it can be bought. */
export async function fill(world: World, walk: Walk, form: Message): Promise<Message> {
  let at = form;
  for (let steps = 0; steps < 8 && !waysFrom(at).some(({ to }) => isPurchase(to)); steps++) {
    const question = waysFrom(at).find(isQuestion);
    if (!question) return at;
    const asking = await tap(walk, at, question);
    const draft = await draftOf(world, at);
    const model = world.app.rooms.registry.find(draft?.model_id ?? '');
    const name = draft?.awaiting ?? '';
    const { media } = model.input[name] ?? {};
    if (media) {
      walk.person.sendFiles([{ kind: SENT_AS[media.kind], bytes: pixel }]);
      at = await nextScreen(walk);
    } else if (waysFrom(asking).some(({ to }) => to === 'choose')) {
      const choice = waysFrom(asking).find(({ to }) => to === 'choose');
      at = choice ? await tap(walk, asking, choice) : asking;
    } else at = await say(walk, String(sample(model)[name] ?? 'A fox'));
  }
  return at;
}

/** The model of a form: its buttons name the draft. */
export async function modelOf(world: World, form: Message): Promise<string | undefined> {
  return (await draftOf(world, form))?.model_id;
}

async function draftOf({ app }: World, form: Message) {
  const draft = waysFrom(form).flatMap(({ tap }) => ('draft' in tap ? [tap.draft] : []))[0] ?? '';
  const { db } = app.rooms.database;
  return db.selectFrom('drafts').select(['model_id', 'awaiting']).where('id', '=', draft).executeTakeFirst();
}
