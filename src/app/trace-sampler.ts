import {
  AlwaysOffSampler,
  AlwaysOnSampler,
  ParentBasedSampler,
  type Sampler,
  TraceIdRatioBasedSampler,
} from '@opentelemetry/sdk-trace';
import type { TraceConfig } from './config.ts';

const roots = {
  always_on: () => new AlwaysOnSampler(),
  always_off: () => new AlwaysOffSampler(),
  traceidratio: (ratio: number) => new TraceIdRatioBasedSampler(ratio),
};

/** Which traces are kept, by OpenTelemetry's own names; `parentbased_…` leaves a trace whole that another process began. */
export function traceSampler({ sampler, ratio }: TraceConfig): Sampler {
  const root = roots[sampler.replace('parentbased_', '') as keyof typeof roots](ratio);
  return sampler.startsWith('parentbased_') ? new ParentBasedSampler({ root }) : root;
}
