/** Telegram's colours for Mini Apps in the page's theme: those of its own web client. */
export function themeParams(): Record<string, string> {
  return isDark() ? dark : light;
}

function isDark(): boolean {
  const chosen = document.documentElement.dataset.theme;
  return chosen === undefined ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
}

const light = {
  bg_color: '#ffffff',
  secondary_bg_color: '#f1f2f6',
  section_bg_color: '#ffffff',
  text_color: '#111418',
  hint_color: '#6d7680',
  subtitle_text_color: '#6a737c',
  link_color: '#1c74c9',
  button_color: '#2378c3',
  button_text_color: '#ffffff',
  accent_text_color: '#1c74c9',
  destructive_text_color: '#cf2f2f',
  header_bg_color: '#ffffff',
  bottom_bar_bg_color: '#ffffff',
  section_separator_color: '#e2e5e9',
};

const dark = {
  bg_color: '#17212b',
  secondary_bg_color: '#0f1820',
  section_bg_color: '#1a2631',
  text_color: '#f4f6f8',
  hint_color: '#8a9aa9',
  subtitle_text_color: '#93a3b2',
  link_color: '#6ab3f3',
  button_color: '#2b78ba',
  button_text_color: '#ffffff',
  accent_text_color: '#6ab3f3',
  destructive_text_color: '#ff6b6b',
  header_bg_color: '#17212b',
  bottom_bar_bg_color: '#17212b',
  section_separator_color: '#0c141c',
};
