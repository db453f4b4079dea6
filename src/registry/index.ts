// The data: entries of models/kie_models.yaml

// What kie.ai's catalogue says otherwise, and writing the certain part of it into the file
export { type CatalogueDiff, type Difference, diffCatalogue, type PublishedModel } from './catalogue-diff.ts';
export { type Change, type Sync, syncRegistry } from './catalogue-sync.ts';
// What prices depend on
export { priceValues } from './check-pricing.ts';
export type { Aspect } from './compare-field.ts';
// What a condition says about an input, and how texts are counted
export { conditionHolds, effectiveValue, isPresent } from './conditions.ts';
// Filling an input in
export { withDefaults } from './demands.ts';

// Reading it
export { type Mistake, RegistryError, type RegistryErrorCode } from './errors.ts';
export { fields, nextQuestion } from './form.ts';
// Checking an input, and its JSON Schema
export { inputSchema, type JsonSchema } from './input-schema.ts';
export { lengthOf } from './limits.ts';
export { loadRegistry, parseRegistry } from './load.ts';
export { type PublishedField, type PublishedFields, publishedFields } from './published-fields.ts';
export { type SampleFiles, sample } from './sample.ts';
export type {
  Choice,
  Condition,
  Control,
  Delivers,
  Field,
  FieldType,
  FormField,
  Input,
  Json,
  Limit,
  Mask,
  Media,
  Model,
  ModelFilter,
  ModelType,
  Override,
  PriceRule,
  PriceUnit,
  Pricing,
  Problem,
  ProblemCode,
  Question,
  Registry,
  Renamed,
  ResultShape,
  Rule,
  Scalar,
  Status,
  Test,
  ValidateOptions,
  Validation,
  Variant,
} from './types.ts';
export { DELIVERS, FIELD_TYPES, MODEL_TYPES, PRICE_UNITS, PROBLEM_CODES, STATUSES } from './types.ts';
