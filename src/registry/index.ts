// The data: entries of models/kie_models.yaml

export { conditionHolds, effectiveValue } from './conditions.ts';
export type { Mistake } from './errors.ts';

// Reading it
export { RegistryError } from './errors.ts';
// Filling one in
export { fields, nextQuestion } from './form.ts';
export { loadRegistry, parseRegistry } from './load.ts';
export { sample } from './sample.ts';
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
  Media,
  Model,
  ModelFilter,
  ModelType,
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
