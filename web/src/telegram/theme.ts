import { on, post } from './bridge.ts';
import { launch } from './launch.ts';

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

function applyTheme(theme: Record<string, string>): void {
  const root = document.documentElement;
  for (const [name, colour] of Object.entries(theme))
    root.style.setProperty(`--tg-${name.replaceAll('_', '-')}`, colour);
  const background = theme.bg_color;
  if (background !== undefined) root.dataset.scheme = isDark(background) ? 'dark' : 'light';
}

/** By perceived brightness of `#rrggbb`. */
function isDark(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return 0.299 * red + 0.587 * green + 0.114 * blue < 128;
}

function setInsets(name: string, insets: Record<string, unknown>): void {
  for (const side of ['top', 'bottom', 'left', 'right']) setPixels(`--${name}-${side}`, insets[side]);
}

function setPixels(name: string, value: unknown): void {
  if (typeof value === 'number') document.documentElement.style.setProperty(name, `${value}px`);
}
