import { render } from 'preact';
import { App } from './app.tsx';
import { Blocked } from './blocked.tsx';
import { goInstead } from './router.ts';
import { line } from './server/call.ts';
import { catalogueTrouble, loadCatalogue } from './server/catalogue.ts';
import { keepAsking } from './server/keep-asking.ts';
import { openSession, person } from './server/session.ts';
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

const patienceMs = 150;

followTelegram();
const root = document.getElementById('app');
if (root) void start(root);

/** What everybody may see is there while the server still looks who this is: nothing waits for what it does not need. */
async function start(root: HTMLElement): Promise<void> {
  const { locale } = person.get();
  const isLetIn = keepAsking(openSession, tellOfLine).then(
    () => true,
    () => false,
  );
  openLinked(launch.startParam);
  const isShown = show(locale);
  await keepAsking(() => speak(locale), tellOfLine);
  await Promise.race([isShown, patience()]);
  render(<App />, root);
  if (await isLetIn) await turnTo(person.get().locale, locale);
  else render(<Blocked />, root);
}

/** The catalogue comes together with the scripts, as a rule: drawing its empty places first would only delay it. */
function patience(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, patienceMs));
}

function tellOfLine(trouble: string | null): void {
  line.set(trouble === null ? 'good' : 'cut');
}

function show(locale: string): Promise<void> {
  return keepAsking(() => loadCatalogue(locale), catalogueTrouble.set).catch(() => undefined);
}

/** Whoever has chosen another language than their app's is shown it, the first time on this device a moment later. */
async function turnTo(locale: string, shown: string): Promise<void> {
  if (locale === shown) return;
  await Promise.all([show(locale), speak(locale)]);
}

/** `t.me/bot/app?startapp=…`: `m-<model in base64url>` opens a form, `g-<id>` a result. */
function openLinked(param: string): void {
  if (location.pathname !== '/app/') return;
  const [kind, rest = ''] = [param.slice(0, 2), param.slice(2)];
  if (kind === 'm-') goInstead('make', atob(rest.replaceAll('-', '+').replaceAll('_', '/')));
  if (kind === 'g-') goInstead('results', rest);
}
