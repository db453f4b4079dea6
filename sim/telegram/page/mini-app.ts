import { element, iconButton } from './dom.ts';
import { icon } from './icons.ts';
import { MiniAppButtons } from './mini-app-buttons.ts';
import { server } from './server.ts';
import { themeParams } from './theme-params.ts';
import { ask, notify } from './toast.ts';
import { say } from './words.ts';

export interface MiniAppHost {
  title: string;
  personId: number;
  openLink(url: string): void;
}

type EventData = Record<string, unknown>;

/** Shows a bot's page in a frame over the chat and answers it as Telegram's web client does (facts: 4.2, 4.3). */
export async function openMiniApp(host: MiniAppHost, url: string): Promise<void> {
  const launch = await server.launch(host.personId, { url, theme: JSON.stringify(themeParams()) });
  new MiniApp(host, launch.url).open();
}

class MiniApp {
  #host: MiniAppHost;
  #frame: HTMLIFrameElement;
  #dialog: HTMLDialogElement;
  #buttons: MiniAppButtons;
  #asksBeforeClosing = false;

  constructor(host: MiniAppHost, url: string) {
    this.#host = host;
    this.#frame = element('iframe', { src: url, title: host.title, allow: 'clipboard-write; camera' });
    this.#buttons = new MiniAppButtons({
      main: () => this.#tell('main_button_pressed'),
      back: () => this.#tell('back_button_pressed'),
      close: () => void this.#close(),
      title: host.title,
    });
    const { head, foot } = this.#buttons;
    this.#dialog = element(
      'dialog',
      { class: 'mini-app', 'aria-label': host.title },
      head,
      this.#frame,
      foot,
    );
    this.#dialog.addEventListener('cancel', (event) => {
      event.preventDefault();
      void this.#close();
    });
  }

  open(): void {
    document.body.append(this.#dialog);
    this.#dialog.showModal();
    const listen = (message: MessageEvent<unknown>) => this.#onMessage(message);
    addEventListener('message', listen);
    this.#dialog.addEventListener('close', () => {
      removeEventListener('message', listen);
      this.#dialog.remove();
    });
  }

  async #close(): Promise<void> {
    const leave = { text: say('closeApp'), confirm: say('close'), cancellable: true };
    if (this.#asksBeforeClosing && !(await ask(leave))) return;
    this.#dialog.close();
  }

  #tell(eventType: string, eventData: EventData = {}): void {
    this.#frame.contentWindow?.postMessage(JSON.stringify({ eventType, eventData }), '*');
  }

  #onMessage(message: MessageEvent<unknown>): void {
    if (message.source !== this.#frame.contentWindow || typeof message.data !== 'string') return;
    const { eventType = '', eventData } = JSON.parse(message.data) as {
      eventType?: string;
      eventData?: EventData;
    };
    this.#answers[eventType]?.(eventData ?? {});
  }

  /** What the page may ask for; everything else is for other kinds of devices. */
  #answers: Record<string, (data: EventData) => void> = {
    web_app_close: () => this.#dialog.close(),
    web_app_setup_main_button: (data) => this.#buttons.setMain(data),
    web_app_setup_back_button: (data) => this.#buttons.setBack(data.is_visible === true),
    web_app_setup_closing_behavior: (data) => {
      this.#asksBeforeClosing = data.need_confirmation === true;
    },
    web_app_request_theme: () => this.#tell('theme_changed', { theme_params: themeParams() }),
    web_app_request_viewport: () => this.#tellHeight(),
    web_app_open_link: ({ url }) => this.#host.openLink(String(url)),
    web_app_open_tg_link: ({ path_full: path }) => this.#host.openLink(`https://t.me${String(path)}`),
    web_app_open_invoice: ({ slug }) => void this.#pay(String(slug)),
    web_app_send_prepared_message: () => this.#tell('prepared_message_sent'),
    web_app_request_write_access: () => this.#tell('write_access_requested', { status: 'allowed' }),
    web_app_request_fullscreen: () => this.#setFullscreen(true),
    web_app_exit_fullscreen: () => this.#setFullscreen(false),
    web_app_request_file_download: ({ url }) => this.#host.openLink(String(url)),
  };

  #setFullscreen(isFullscreen: boolean): void {
    this.#dialog.classList.toggle('whole', isFullscreen);
    this.#tell('fullscreen_changed', { is_fullscreen: isFullscreen });
    this.#tellHeight();
  }

  #tellHeight(): void {
    const { clientHeight: height, clientWidth: width } = this.#frame;
    this.#tell('viewport_changed', { height, width, is_expanded: true, is_state_stable: true });
  }

  async #pay(slug: string): Promise<void> {
    const question = { title: say('payTitle'), text: say('payLink'), confirm: say('payNow') };
    const status = (await ask({ ...question, cancellable: true })) ? await this.#paid(slug) : 'cancelled';
    this.#tell('invoice_closed', { slug, status });
  }

  async #paid(slug: string): Promise<string> {
    try {
      const { paid, error } = await server.payLink(this.#host.personId, `https://t.me/$${slug}`);
      if (!paid) notify(say('payFailed', { reason: error ?? '…' }));
      return paid ? 'paid' : 'failed';
    } catch {
      return 'failed';
    }
  }
}

/** The button beside the message field that opens the bot's page, if the bot has set one. */
export function menuButton(text: string, open: () => void): HTMLElement {
  const button = iconButton(icon('app'), text, open, 'menu-button');
  button.append(element('span', {}, text));
  return button;
}
