import { useEffect, useRef } from 'preact/hooks';
import { createStore } from '../store.ts';
import { isInTelegram, on, post } from './bridge.ts';

export interface MainButton {
  text: string;
  isActive: boolean;
  isBusy?: boolean;
  press(): void;
}

/** What the page shows at its bottom where there is no app whose button could be used. */
export const ownMainButton = createStore<MainButton | null>(null);

/** Telegram's big button belongs to this component while it is on the page. */
export function useMainButton(button: MainButton | null): void {
  const current = useRef(button);
  current.current = button;
  const { text = '', isActive = false, isBusy = false } = button ?? {};
  const isVisible = button !== null;
  useEffect(() => on('main_button_pressed', () => pressed(current.current)), []);
  useEffect(() => {
    show({ text, isActive, isBusy, isVisible }, () => pressed(current.current));
  }, [text, isActive, isBusy, isVisible]);
  useEffect(
    () => () => show({ text: '', isActive: false, isBusy: false, isVisible: false }, () => undefined),
    [],
  );
}

interface Look {
  text: string;
  isActive: boolean;
  isBusy: boolean;
  isVisible: boolean;
}

function show({ text, isActive, isBusy, isVisible }: Look, press: () => void): void {
  document.documentElement.classList.toggle('has-main-button', isVisible && !isInTelegram);
  if (!isInTelegram) {
    ownMainButton.set(isVisible ? { text, isActive, isBusy, press } : null);
    return;
  }
  post('web_app_setup_main_button', {
    is_visible: isVisible,
    is_active: isActive && !isBusy,
    is_progress_visible: isBusy,
    text: text || ' ',
    ...(isActive ? {} : { color: '#8a94a0', text_color: '#ffffff' }),
  });
}

function pressed(button: MainButton | null): void {
  if (button?.isActive && button.isBusy !== true) button.press();
}

/** What Telegram's arrow does: the newest of those that want it, e.g. a sheet before the page under it. */
const backs: { current: (() => void) | null }[] = [];

on('back_button_pressed', () => backs.at(-1)?.current?.());

/** Telegram's arrow in the corner belongs to this component while it has something to go back to. */
export function useBackButton(press: (() => void) | null): void {
  const current = useRef(press);
  current.current = press;
  const isWanted = press !== null;
  useEffect(() => {
    if (!isWanted) return;
    backs.push(current);
    post('web_app_setup_back_button', { is_visible: true });
    return () => {
      backs.splice(backs.indexOf(current), 1);
      post('web_app_setup_back_button', { is_visible: backs.length > 0 });
    };
  }, [isWanted]);
}

/** Asks before the app closes the page while something would be lost. */
export function useClosingConfirmation(needed: boolean): void {
  useEffect(() => {
    post('web_app_setup_closing_behavior', { need_confirmation: needed });
    return () => post('web_app_setup_closing_behavior', { need_confirmation: false });
  }, [needed]);
}
