import { element } from './dom.ts';
import { icon } from './icons.ts';
import { say } from './words.ts';

/** What one player shows: sound at `url`, two lines of words and a slider. */
export interface Sound {
  url: string;
  title: string;
  subtitle?: string;
  /** Seconds, as Telegram reports it. */
  duration: number;
}

/** A sound with a round play button. Starting one stops whatever else on the page was playing. */
export function player(sound: Sound): HTMLElement {
  const audio = element('audio', { src: sound.url, preload: 'metadata' });
  const toggle = element('button', { type: 'button', class: 'round-button' });
  const seek = element('input', { type: 'range', min: 0, max: sound.duration || 1, step: 0.1, value: 0 });
  seek.setAttribute('aria-label', `${say('seek')}: ${sound.title}`);
  const clock = element('span', { class: 'player-clock' });
  const draw = () => {
    const playing = !audio.paused;
    toggle.replaceChildren(icon(playing ? 'pause' : 'play'));
    toggle.setAttribute('aria-label', `${say(playing ? 'pause' : 'play')}: ${sound.title}`);
    const position = audio.currentTime;
    const total = Number.isFinite(audio.duration) ? audio.duration : sound.duration;
    seek.max = String(total || 1);
    seek.value = String(position);
    seek.style.setProperty('--played', `${(100 * position) / (total || 1)}%`);
    clock.textContent = playing || position > 0 ? `${time(position)} / ${time(total)}` : time(total);
  };
  toggle.addEventListener('click', () => void (audio.paused ? playOnly(audio) : audio.pause()));
  seek.addEventListener('input', () => {
    audio.currentTime = Number(seek.value);
  });
  for (const name of ['play', 'pause', 'timeupdate', 'ended', 'loadedmetadata'])
    audio.addEventListener(name, draw);
  draw();
  const words = element(
    'div',
    { class: 'player-words' },
    element('span', { class: 'player-title', title: sound.title }, sound.title),
    seek,
    element('span', { class: 'player-line' }, element('span', {}, sound.subtitle ?? ''), clock),
  );
  return element('div', { class: 'player' }, toggle, words, audio);
}

async function playOnly(audio: HTMLMediaElement): Promise<void> {
  for (const other of document.querySelectorAll<HTMLMediaElement>('audio, video')) {
    if (other !== audio && !other.loop) other.pause();
  }
  await audio.play();
}

/** Seconds as `m:ss`. */
export function time(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
