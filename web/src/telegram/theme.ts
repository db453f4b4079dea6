import { on, post } from './bridge.ts';
import { luminance, readable, rgbOf } from './contrast.ts';
import { launch } from './launch.ts';

/** A background is dark where white is read better on it than black. */
const darkest = 0.18;

/** Colours, insets and height as the app has them, as CSS variables; without an app the page's own stay. */
export function followTelegram(): void {
  applyTheme(launch.theme);
  on('theme_changed', ({ theme_params: theme }) => applyTheme(theme as Record<string, string>));
  on('viewport_changed', ({ height }) => setPixels('--viewport', height));
  on('safe_area_changed', (insets) => setInsets('safe', insets));
  on('content_safe_area_changed', (insets) => setInsets('content', insets));
  post('iframe_ready', { reload_supported: true });
  post('web_app_ready');
  post('web_app_expand');
  post('web_app_setup_swipe_behavior', { allow_vertical_swipe: false });
  post('web_app_setup_settings_button', { is_visible: true });
  post('web_app_set_header_color', { color_key: 'secondary_bg_color' });
  post('web_app_set_bottom_bar_color', { color: launch.theme.secondary_bg_color ?? '' });
  post('web_app_request_theme');
  post('web_app_request_viewport');
  post('web_app_request_safe_area');
  post('web_app_request_content_safe_area');
}

/** What WCAG asks of text of ordinary size, and a little more. */
const plain = 4.6;
/** Links also stand on a tint of the button's colour. */
const tinted = 5.5;
const grounds = ['bg_color', 'secondary_bg_color', 'section_bg_color'];

/** Which colour is read on which, and how well; themes of people's own making bring pairs that nobody can read. */
const pairs: readonly [text: string, grounds: readonly string[], leastContrast: number][] = [
  ['button_text_color', ['button_color'], plain],
  ['text_color', grounds, plain],
  ['hint_color', grounds, plain],
  ['subtitle_text_color', grounds, plain],
  ['destructive_text_color', grounds, plain],
  ['link_color', grounds, tinted],
  ['plus_color', grounds, plain],
];

/** Telegram has no colour for what comes in. */
const ownColours = { plus_color: '#2e9e5b' };

function applyTheme(given: Record<string, string>): void {
  const theme = legible(given.bg_color === undefined ? given : { ...ownColours, ...given });
  const root = document.documentElement;
  for (const [name, colour] of Object.entries(theme))
    root.style.setProperty(`--tg-${name.replaceAll('_', '-')}`, colour);
  const background = theme.bg_color;
  if (background !== undefined)
    root.dataset.scheme = luminance(rgbOf(background)) < darkest ? 'dark' : 'light';
}

/** The theme, its texts shaded where they could not be read; what is no `#rrggbb` is left out. */
function legible(given: Record<string, string>): Record<string, string> {
  const theme = Object.fromEntries(
    Object.entries(given).filter(([, colour]) => /^#[\da-f]{6}$/i.test(colour)),
  );
  const shaded = pairs.flatMap(([text, on, leastContrast]) => {
    const colour = theme[text];
    const there = on.flatMap((ground) => theme[ground] ?? []);
    return colour === undefined || there.length === 0 ? [] : [[text, readable(colour, there, leastContrast)]];
  });
  return { ...theme, ...Object.fromEntries(shaded) };
}

function setInsets(name: string, insets: Record<string, unknown>): void {
  for (const side of ['top', 'bottom', 'left', 'right']) setPixels(`--${name}-${side}`, insets[side]);
}

function setPixels(name: string, value: unknown): void {
  if (typeof value === 'number') document.documentElement.style.setProperty(name, `${value}px`);
}
