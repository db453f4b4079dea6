// Who is here

// Daily free uses
export { dayIn, endOfDay, isDay } from './day.ts';
// Errors a person can meet
export { type PeopleErrorCode, peopleErrorCodes } from './errors.ts';
export { freeUsesLeft, giveBackFreeUse, type Quota, reserveFreeUse } from './free-uses.ts';
export { meet } from './meet.ts';
// What operators are about to do in the chat
export type { OperatorAct, PendingAct } from './pending-act.ts';
export { ban, findPeople, getPerson, markBotBlocked, markBotUnblocked, setLocale, unban } from './people.ts';
export type { Person, Profile } from './person.ts';
// Who brought whom
export { claimReferralReward, type InvitationOutcome, recordInvitation, referralsOf } from './referrals.ts';
export { isAdmin } from './roles.ts';
export { type Asked, changeSettings, preferModel, type Settings } from './settings.ts';

// Its tables
export type { FreeUsesTable, PeopleTable, ReferralsTable } from './tables.ts';
