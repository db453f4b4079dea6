/**
 * Model id → input of createTask. Empty in the source: in the package it is written from the registry
 * (packaging/model-inputs.ts), so that no model stands in the code.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the package's build fills it
export interface ModelInputs {}
