// A form as it stands

// A statement in words
export { entryText } from './entry-text.ts';
export { type FormState, formState, type Price } from './form-state.ts';
// What is remembered for the next form
export { habitsIn, withHabits } from './habits.ts';
// What came lately
export { isNew } from './is-new.ts';
// Forms that are kept, and shown to others
export { presetName, withoutFiles } from './kept-forms.ts';
// Which field takes what
export {
  carryOver,
  type FileKind,
  fieldForFile,
  mediaOf,
  promptField,
  promptOf,
  withFiles,
} from './model-fields.ts';
// What a list's next entry begins with
export { newEntry } from './new-entry.ts';
// What is for sale
export { createOffer, type Offer, type OfferedModel, type TypeCount } from './offer.ts';
// A form in words
export { problemText } from './problem-text.ts';
// What a field can name of earlier results
export { makersFor, type Reference, referencesIn, referencesTo } from './references.ts';
export { mostWishedFirst, wishes } from './wishes.ts';
export {
  choiceName,
  fieldAbout,
  fieldName,
  fieldNameOf,
  modelIcon,
  prettyName,
  type Speech,
  typeName,
} from './words.ts';
