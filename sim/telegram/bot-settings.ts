import type { BotCommand, MenuButton } from 'grammy/types';

/** What a bot says of itself, per language; an empty language is everyone's. */
export class BotSettings {
  readonly #commands = new Map<string, BotCommand[]>();
  readonly #texts = new Map<string, string>();
  readonly #menuButtons = new Map<number, MenuButton>();

  /** `scope` as JSON text; an empty list removes. */
  setCommands(scope: string, language: string, commands: BotCommand[]): void {
    const key = `${scope} ${language}`;
    if (commands.length > 0) this.#commands.set(key, commands);
    else this.#commands.delete(key);
  }

  commands(scope: string, language: string): BotCommand[] {
    return this.#commands.get(`${scope} ${language}`) ?? [];
  }

  /** The commands a person sees in the private chat. */
  commandsFor(personId: number, language: string): BotCommand[] {
    return this.#nearest([`chat:${personId}`, 'all_private_chats', 'default'], language);
  }

  /** The commands that the members of a group see. */
  commandsInGroup(groupId: number, language: string): BotCommand[] {
    return this.#nearest([`chat:${groupId}`, 'all_group_chats', 'default'], language);
  }

  /** Nearest scope first, own language before everyone's. */
  #nearest(scopes: readonly string[], language: string): BotCommand[] {
    for (const scope of scopes) {
      const found = this.#commands.get(`${scope} ${language}`) ?? this.#commands.get(`${scope} `);
      if (found) return found;
    }
    return [];
  }

  setText(name: string, language: string, text: string): void {
    if (text === '') this.#texts.delete(`${name} ${language}`);
    else this.#texts.set(`${name} ${language}`, text);
  }

  text(name: string, language: string): string {
    return this.#texts.get(`${name} ${language}`) ?? this.#texts.get(`${name} `) ?? '';
  }

  /** Chat 0 is the default for all. */
  setMenuButton(chatId: number, button: MenuButton): void {
    this.#menuButtons.set(chatId, button);
  }

  menuButton(chatId: number): MenuButton {
    return this.#menuButtons.get(chatId) ?? this.#menuButtons.get(0) ?? { type: 'commands' };
  }
}
