import type { Context } from 'grammy';
import type { Place } from '#generation';
import type { Person } from '#people';
import type { Tap, TapOf } from './callback-data.ts';
import type { Screen } from './render/screen.ts';
import type { Voice } from './render/voice.ts';

/** What the middleware adds to grammY's context. */
export interface ContextExtras {
  person: Person;
  /** Credits given because this is the first meeting. */
  welcomeCredits: number;
  voice: Voice;
  /** Where this happens, and where answers go. */
  place: Place;
  /** Answers the tap with a sentence; `alert` makes it a box to close. Only the first of an update counts. */
  toast(text: string, options?: { alert: boolean }): void;
  /** Shows a screen: in the message whose button was tapped where that is possible, else in a new one. */
  show(screen: Screen): Promise<number>;
  /** Shows a screen in a new message below everything. */
  send(screen: Screen): Promise<number>;
}

export type BotContext = Context & ContextExtras;

/** A person's chat: all that a screen needs, whether an update led to it or not. */
export type ChatContext = Pick<BotContext, 'api' | 'person' | 'place' | 'voice' | 'show' | 'send'>;

/** One handler per kind of button; the compiler finds a button without one. */
export type TapHandlers = { [Name in Tap['to']]: (ctx: BotContext, tap: TapOf<Name>) => Promise<void> };

/** `argument` is what follows the command, trimmed. */
export type CommandHandler = (ctx: BotContext, argument: string) => Promise<void>;
