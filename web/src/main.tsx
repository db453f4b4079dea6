import { render } from 'preact';
import { App } from './app.tsx';
import { Blocked } from './blocked.tsx';
import { goInstead } from './router.ts';
import { catalogueTrouble, loadCatalogue } from './server/catalogue.ts';
import { isPassing, keepAsking } from './server/keep-asking.ts';
import { openSession } from './server/session.ts';
import './styles/theme.css';
import './styles/base.css';
import './styles/shell.css';
import './styles/catalogue.css';
import './styles/studio.css';
import './styles/fields.css';
import './styles/results.css';
import './styles/account.css';
import { launch } from './telegram/launch.ts';
import { followTelegram } from './telegram/theme.ts';
import { speak } from './words.ts';

followTelegram();
const root = document.getElementById('app');
if (root) void start(root);

async function start(root: HTMLElement): Promise<void> {
  try {
    const { person } = await openSession();
    await speak(person.locale);
    void keepAsking(loadCatalogue, catalogueTrouble.set).catch(() => undefined);
    openLinked(launch.startParam);
    render(<App />, root);
  } catch (error) {
    await speak(navigator.language.slice(0, 2));
    render(<Blocked isRefused={!isPassing(error)} />, root);
  }
}

/** `t.me/bot/app?startapp=…`: `m-<model in base64url>` opens a form, `g-<id>` a result. */
function openLinked(param: string): void {
  if (location.pathname !== '/app/') return;
  const [kind, rest = ''] = [param.slice(0, 2), param.slice(2)];
  if (kind === 'm-') goInstead('make', atob(rest.replaceAll('-', '+').replaceAll('_', '/')));
  if (kind === 'g-') goInstead('results', rest);
}
