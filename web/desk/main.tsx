import { render } from 'preact';
import { speak } from '../src/words.ts';
import { App } from './app.tsx';
import { Door } from './door.tsx';
import { sitDown } from './server.ts';
import './desk.css';
import './tables.css';

const root = document.getElementById('desk');
if (root) void start(root);

async function start(root: HTMLElement): Promise<void> {
  try {
    const { person } = await sitDown();
    await speak(person.locale);
    render(<App />, root);
  } catch (error) {
    await speak(navigator.language.slice(0, 2));
    render(<Door message={error instanceof Error ? error.message : ''} />, root);
  }
}
