import type { ChatMemberUpdated, Message, User } from 'grammy/types';
import type { BotAccount } from '../account.ts';
import { type ApiError, forbidden } from '../api-error.ts';
import { unixTime } from '../clock.ts';
import type { BotView, GroupView } from '../page-contract.ts';
import { Chatter } from './chatter.ts';
import type { Person } from './person.ts';

type Supergroup = Extract<Message['chat'], { type: 'supergroup' }>;
type Status = 'left' | 'member' | 'administrator' | 'kicked';

export interface NewGroup {
  title: string;
  /** Names of the topics of a forum; left out, the group is none. */
  topics?: readonly string[];
}

/** A supergroup: its members see everything, the bot what its privacy mode leaves (facts: 5, point 12). */
export class Group {
  readonly id: number;
  readonly chat: Supergroup;
  /** Thread ids by the name of their topic; empty without topics. */
  readonly topics: ReadonlyMap<string, number>;
  readonly #bot: BotAccount;
  readonly #members = new Map<number, GroupMember>();
  #status: Status = 'left';

  constructor(bot: BotAccount, id: number, { title, topics }: NewGroup) {
    this.#bot = bot;
    this.id = id;
    this.chat = { id, type: 'supergroup', title, ...(topics ? { is_forum: true as const } : {}) };
    this.topics = new Map((topics ?? []).map((name, index) => [name, 2 + index]));
  }

  /** Lets somebody in, or answers who is in already. */
  join(person: Person): GroupMember {
    const member = this.#members.get(person.id) ?? new GroupMember(this.#bot, this, person.user);
    this.#members.set(person.id, member);
    return member;
  }

  get view(): GroupView {
    const members = [...this.#members.values()].map(({ user: { id, first_name } }) => ({ id, first_name }));
    return { id: this.id, title: this.chat.title, members };
  }

  /** How a member sees the bot here. */
  botView(member: Pick<Person, 'id' | 'languageCode'>): BotView {
    const { menu_page: _onlyInPrivate, ...bot } = this.#bot.view(member.id, member.languageCode);
    return { ...bot, commands: this.#bot.settings.commandsInGroup(this.id, member.languageCode) };
  }

  leave(person: Pick<Person, 'id'>): void {
    this.#members.delete(person.id);
  }

  has({ id }: Pick<User, 'id'>): boolean {
    return this.#members.has(id);
  }

  /** What a member does to the bot: lets it in, makes it an administrator, or throws it out; the bot hears of it. */
  admitBot(by: GroupMember, status: Exclude<Status, 'left'> = 'member'): void {
    const former = this.#status;
    this.#status = status;
    const { user: bot, clock, queue } = this.#bot;
    const change = {
      ...{ chat: this.chat, from: by.user, date: unixTime(clock) },
      old_chat_member: memberAs(bot, former),
      new_chat_member: memberAs(bot, status),
    };
    queue.push({ ...{ type: 'my_chat_member', senderId: this.id }, payload: change as ChatMemberUpdated });
  }

  get hasBot(): boolean {
    return this.#status === 'member' || this.#status === 'administrator';
  }

  /** An administrator is told everything; else commands that name no other bot, mentions, and answers to the bot. */
  botHears(message: Message): boolean {
    if (!this.hasBot) return false;
    if (this.#status === 'administrator') return true;
    const { id, username } = this.#bot.user;
    if (message.reply_to_message?.from?.id === id) return true;
    const text = message.text ?? message.caption ?? '';
    return (message.entities ?? message.caption_entities ?? []).some(({ type, offset, length }) => {
      const word = text.slice(offset, offset + length).toLowerCase();
      if (type === 'mention') return word === `@${username.toLowerCase()}`;
      if (type !== 'bot_command') return false;
      const [, addressee] = word.split('@');
      return addressee === undefined || addressee === username.toLowerCase();
    });
  }

  /** Why the bot may not look into the chat. */
  refusal(): ApiError | undefined {
    if (this.hasBot) return undefined;
    return this.#status === 'kicked'
      ? forbidden('bot was kicked from the supergroup chat')
      : forbidden('bot is not a member of the supergroup chat');
  }

  /** Whoever is in can be written to. */
  undeliverable(): undefined {
    return undefined;
  }

  knowsThread(id: number): boolean {
    return [...this.topics.values()].includes(id);
  }
}

/** A person inside of a group. */
export class GroupMember extends Chatter {
  readonly #group: Group;

  constructor(bot: BotAccount, group: Group, user: User) {
    super(bot, group.id, user);
    this.#group = group;
  }

  get chat(): Supergroup {
    return this.#group.chat;
  }

  protected botHears(message: Message): boolean {
    return this.#group.botHears(message);
  }

  protected mustBeAbleToAct(): void {
    if (!this.#group.has(this.user))
      throw new Error(`${this.user.first_name} is not in ${this.#group.chat.title}`);
  }
}

function memberAs(user: BotAccount['user'], status: Status) {
  return status === 'kicked' ? { user, status, until_date: 0 } : { user, status };
}
