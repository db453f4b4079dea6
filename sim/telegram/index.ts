// The server

export type { BotAccount, BotRegistration } from './account.ts';
// Time
export { createVirtualClock, type SimClock, systemClock, type VirtualClock } from './clock.ts';
// Trouble, and the record of what happened
export type { Fault } from './faults.ts';
// Launching a Mini App
export { signInitData } from './init-data.ts';
export type { CallEntry, Journal, JournalEntry, UpdateEntry, WebhookEntry } from './journal.ts';
// The side door over HTTP
export type { BotView, ChatEvent, NewPerson, PersonView, SentText, Tap, TapAnswer } from './page-contract.ts';
export type { Group, GroupMember, NewGroup } from './people/group.ts';
export type { PaymentOutcome } from './people/pay.ts';
// People
export type { People } from './people/people.ts';
export type { Person, SentFile, SentWith } from './people/person.ts';
export type { FoundButton } from './people/person-chat.ts';
export { createTelegramSim, type TelegramSim, type TelegramSimOptions } from './telegram-sim.ts';
