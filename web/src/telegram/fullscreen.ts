import { createStore } from '../store.ts';
import { isInTelegram, on, post } from './bridge.ts';
import { isAtLeast } from './launch.ts';

/** Whether the page covers the whole screen; the app may refuse, and the person may leave it by themselves. */
export const isFullscreen = createStore(false);

on('fullscreen_changed', ({ is_fullscreen: is }) => isFullscreen.set(is === true));

/** Fullscreen came with Bot API 8.0; without an app the browser has its own. */
export const canFullscreen = isInTelegram && isAtLeast('8.0');

export function setFullscreen(wanted: boolean): void {
  if (wanted === isFullscreen.get()) return;
  post(wanted ? 'web_app_request_fullscreen' : 'web_app_exit_fullscreen');
}
