import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../ui/icon.tsx';
import { t } from '../words.ts';
import { pages, show } from './pages.ts';

/** A pause in typing after which is searched. */
const pauseMs = 250;
const longest = 100;

/** Finds results by the words they were made of, as the chat does. */
export function Search() {
  const { words } = pages.use();
  const [text, setText] = useState(words);
  useEffect(() => {
    if (text.trim() === words) return;
    const timer = setTimeout(() => show({ words: text.trim() }), pauseMs);
    return () => clearTimeout(timer);
  }, [text, words]);
  return (
    <label class="search">
      <Icon name="search" size={20} />
      <input
        type="search"
        value={text}
        maxLength={longest}
        placeholder={t('web-results-search')}
        aria-label={t('web-results-search')}
        enterkeyhint="search"
        onInput={(event) => setText(event.currentTarget.value)}
      />
    </label>
  );
}
