import { AppError } from '#platform';

/** Every code this room throws; each one has a phrase in every locale. */
export const peopleErrorCodes = ['person-unknown'] as const;

export type PeopleErrorCode = (typeof peopleErrorCodes)[number];

export function personUnknown(personId: number): AppError<PeopleErrorCode> {
  return new AppError('person-unknown', `There is no person ${personId}`, { values: { id: personId } });
}
