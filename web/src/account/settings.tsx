import type { Person } from '../../../src/http/miniapp/contract.ts';
import { call } from '../server/call.ts';
import { loadCatalogue } from '../server/catalogue.ts';
import { person, session } from '../server/session.ts';
import { haptics } from '../telegram/actions.ts';
import { Icon } from '../ui/icon.tsx';
import { toast } from '../ui/toast.tsx';
import { speak, t } from '../words.ts';

async function save(change: Partial<Pick<Person, 'locale' | 'isQuiet'>>): Promise<boolean> {
  try {
    person.set(await call<Person>('/settings', { method: 'PUT', body: change }));
    haptics.choose();
    return true;
  } catch {
    toast(t('web-not-saved'));
    return false;
  }
}

/** What the chat says about what is ordered here. */
export function Notifications() {
  const { isQuiet } = person.use();
  return (
    <section>
      <h2 class="section-head">{t('web-notifications')}</h2>
      <button
        type="button"
        class="card setting"
        role="switch"
        aria-checked={!isQuiet}
        onClick={() => void save({ isQuiet: !isQuiet })}
      >
        <Icon name="bell" />
        <span class="model-words">
          <span class="model-title">{t('web-notify-chat')}</span>
          <span class="model-facts">{t(isQuiet ? 'web-notify-off' : 'web-notify-on')}</span>
        </span>
        <span class="toggle" aria-hidden="true" />
      </button>
    </section>
  );
}

/** The language of the page and of the chat. */
export function Language() {
  const { locale } = person.use();
  const locales = session()?.locales ?? [];

  async function choose(code: string): Promise<void> {
    if (!(await save({ locale: code }))) return;
    await loadCatalogue(code).catch(() => undefined);
    await speak(code);
  }

  return (
    <section>
      <h2 class="section-head">{t('web-language')}</h2>
      <ul class="card options">
        {locales.map(({ code, name }) => (
          <li key={code}>
            <button
              type="button"
              class="option"
              lang={code}
              aria-pressed={code === locale}
              onClick={() => void choose(code)}
            >
              <span>{name}</span>
              {code === locale && <Icon name="check" size={20} />}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
