import type { PersonView } from '../page-contract.ts';
import { element } from './dom.ts';
import { server } from './server.ts';
import { notify } from './toast.ts';
import { language, say } from './words.ts';

/**
 * Asks for a name and a language and creates that person. Nobody can chat as no one, so a `required`
 * question cannot be left; leaving any other one simply never settles.
 */
export function newPerson(required: boolean): Promise<PersonView> {
  const name = element('input', { required: true, maxlength: 64, autocomplete: 'off' });
  name.value = required ? 'Alice' : '';
  const languages = element('select', {}, new Option('English', 'en'), new Option('Русский', 'ru'));
  languages.value = language();
  const cancel = element('button', { type: 'button', class: 'flat-button' }, say('cancel'));
  const form = layOut(name, languages, required ? undefined : cancel);
  const dialog = element('dialog', { class: 'alert', 'aria-label': say('welcome') }, form);
  cancel.addEventListener('click', () => dialog.close());
  document.body.append(dialog);
  dialog.showModal();
  name.select();
  return new Promise((resolve) => {
    let created: PersonView | undefined;
    dialog.addEventListener('close', () => {
      if (required && !created) dialog.showModal();
      else dialog.remove();
    });
    form.addEventListener('submit', async (event) => {
      event.preventDefault();
      created = await create(name.value.trim(), languages.value);
      if (!created) return;
      dialog.close();
      resolve(created);
    });
  });
}

function layOut(name: HTMLElement, languages: HTMLElement, cancel: HTMLElement | undefined): HTMLFormElement {
  const create = element('button', { class: 'flat-button strong' }, say('create'));
  return element(
    'form',
    { class: 'person-form' },
    element('h2', {}, say('welcome')),
    element('p', {}, say('welcomeHint')),
    element('label', {}, say('name'), name),
    element('label', {}, say('language'), languages),
    element('div', { class: 'dialog-buttons' }, cancel, create),
  );
}

async function create(firstName: string, languageCode: string): Promise<PersonView | undefined> {
  try {
    return await server.createPerson({ first_name: firstName, language_code: languageCode });
  } catch (error) {
    notify(say('notSent', { reason: error instanceof Error ? error.message : String(error) }));
    return undefined;
  }
}
