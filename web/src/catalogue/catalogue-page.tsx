import { useMemo, useState } from 'preact/hooks';
import { WorkStrip } from '../results/work-strip.tsx';
import { go } from '../router.ts';
import { catalogue, catalogueTrouble, searchModels } from '../server/catalogue.ts';
import { balance, person } from '../server/session.ts';
import { Icon } from '../ui/icon.tsx';
import { Credits, Empty, Waiting } from '../ui/parts.tsx';
import { plainName, typeHue, typeIcon } from '../ui/type-icon.ts';
import { t } from '../words.ts';
import { ModelList } from './model-list.tsx';
import { Shelf } from './shelf.tsx';

const shownAtFirst = 12;

/** The first page: what do you want to make? */
export function CataloguePage() {
  const all = catalogue.use();
  const trouble = catalogueTrouble.use();
  const [text, setText] = useState('');
  const found = useMemo(() => (all && text.trim() !== '' ? searchModels(all, text) : null), [all, text]);
  return (
    <>
      <Head />
      <label class="search">
        <Icon name="search" size={20} />
        <input
          type="search"
          value={text}
          placeholder={t('web-search', { count: all?.models.length ?? 0 })}
          aria-label={t('web-search-label')}
          enterkeyhint="search"
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </label>
      {all === null ? (
        <Waiting rows={8} trouble={trouble} />
      ) : found ? (
        <Found models={found} text={text} />
      ) : (
        <Wishes />
      )}
    </>
  );
}

function Head() {
  const { name } = person.use();
  const available = balance.use()?.available;
  return (
    <header class="head">
      <h1>{t('web-hello', { name })}</h1>
      <button
        type="button"
        class="balance-chip"
        aria-label={
          available === undefined ? t('web-tab-account') : t('web-balance-of', { count: available })
        }
        onClick={() => go('account')}
      >
        <Credits count={available} />
      </button>
    </header>
  );
}

function Found({ models, text }: { models: Parameters<typeof ModelList>[0]['models']; text: string }) {
  return (
    <>
      <p class="hidden" role="status">
        {t('web-found', { count: models.length })}
      </p>
      {models.length > 0 ? (
        <ModelList models={models} />
      ) : (
        <Empty icon="search" title={t('web-nothing-found')} text={t('web-nothing-found-text', { text })} />
      )}
    </>
  );
}

function Wishes() {
  const all = catalogue.use();
  const { favourites } = person.use();
  if (!all) return null;
  const liked = favourites.flatMap((id) => all.models.filter((model) => model.id === id));
  const fresh = all.models.filter(({ isNew }) => isNew);
  return (
    <>
      <WorkStrip />
      <section aria-label={t('web-wishes')}>
        <ul class="wishes">
          {all.types.map(({ type, name, count }) => (
            <li key={type}>
              <button type="button" class="wish" onClick={() => go('type', type)}>
                <span class="wish-icon" style={{ '--hue': typeHue(type) }}>
                  <Icon name={typeIcon(type)} size={24} />
                </span>
                <span class="wish-name">{plainName(name)}</span>
                <span class="wish-count">{t('web-models', { count })}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      {liked.length > 0 && (
        <section>
          <h2 class="section-head">{t('web-favourites')}</h2>
          <ModelList models={liked} />
        </section>
      )}
      {fresh.length > 0 && (
        <section>
          <h2 class="section-head">{t('web-new')}</h2>
          <Shelf models={fresh} />
        </section>
      )}
      <section>
        <h2 class="section-head">{t('web-recommended')}</h2>
        <ModelList models={all.models.slice(0, shownAtFirst)} />
      </section>
    </>
  );
}
