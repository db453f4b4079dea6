import type { User, UserFromGetMe } from 'grammy/types';
import { BotSettings } from './bot-settings.ts';
import { type SimClock, unixTime } from './clock.ts';
import { FileStore } from './content/files.ts';
import { MediaLoader } from './content/media-input.ts';
import type { Journal } from './journal.ts';
import { MessageStore } from './messages.ts';
import type { BotView } from './page-contract.ts';
import { People } from './people/people.ts';
import { QueryStore } from './queries.ts';
import { StarLedger } from './star-ledger.ts';
import { Polling } from './updates/polling.ts';
import { UpdateQueue } from './updates/update-queue.ts';
import { Webhook } from './updates/webhook.ts';

/** A bot as BotFather would register it. */
export interface BotRegistration {
  token: string;
  username: string;
  first_name: string;
}

/** Everything the server keeps for one bot. */
export class BotAccount {
  readonly token: string;
  readonly user: UserFromGetMe;
  readonly clock: SimClock;
  /** Unix time in seconds. */
  readonly launchedAt: number;
  readonly queue: UpdateQueue;
  readonly polling: Polling;
  readonly webhook: Webhook;
  readonly messages: MessageStore;
  readonly files = new FileStore();
  readonly media = new MediaLoader(this.files);
  readonly queries: QueryStore;
  readonly stars: StarLedger;
  readonly settings = new BotSettings();
  readonly people: People;
  /** Invoices by the id of their message, and by the link made for them. */
  readonly invoices = new Map<number, InvoiceTerms>();
  readonly invoiceLinks = new Map<string, InvoiceTerms>();

  constructor(
    registration: BotRegistration,
    clock: SimClock,
    journal: Journal,
    execute: (bot: BotAccount, method: string, body: Record<string, unknown>) => void,
  ) {
    const { token, username, first_name } = registration;
    this.token = token;
    this.user = botUser(Number(token.split(':')[0]), username, first_name);
    this.clock = clock;
    this.launchedAt = unixTime(clock);
    this.queue = new UpdateQueue(username, clock, journal);
    this.polling = new Polling(this.queue, clock);
    this.webhook = new Webhook({
      bot: username,
      ...{ clock, journal, queue: this.queue, polling: this.polling },
      execute: (method, body) => execute(this, method, body),
    });
    this.messages = new MessageStore(clock);
    this.queries = new QueryStore(clock);
    this.stars = new StarLedger(clock);
    this.people = new People(this);
  }

  /** The bot as messages name it: without what only getMe tells. */
  get sender(): User {
    const { id, is_bot, first_name, username } = this.user;
    return { id, is_bot, first_name, username };
  }

  /** The bot as a person with this id and language sees it. */
  view(personId = 0, language = ''): BotView {
    const { id, username, first_name } = this.user;
    return {
      ...{ id, username },
      first_name: this.settings.text('name', language) || first_name,
      commands: this.settings.commandsFor(personId, language),
      ...this.#menuPage(personId),
    };
  }

  #menuPage(personId: number): Pick<BotView, 'menu_page'> {
    const button = this.settings.menuButton(personId);
    return button.type === 'web_app' ? { menu_page: { text: button.text, url: button.web_app.url } } : {};
  }

  close(): void {
    this.webhook.close();
    this.polling.close();
  }
}

/** What a payment of an invoice is about. `period` in seconds is that of a subscription, 0 for none. */
export interface InvoiceTerms {
  title: string;
  description: string;
  payload: string;
  amount: number;
  period: number;
}

function botUser(id: number, username: string, first_name: string): UserFromGetMe {
  return {
    ...{ id, is_bot: true, first_name, username },
    can_join_groups: true,
    can_read_all_group_messages: false,
    supports_guest_queries: false,
    supports_inline_queries: true,
    can_connect_to_business: false,
    has_main_web_app: false,
    has_topics_enabled: false,
    allows_users_to_create_topics: false,
    can_manage_bots: false,
    supports_join_request_queries: false,
  };
}
