import { type KieClient, KieError } from '#kie';
import { MODEL_TYPES, type Model, type ModelType, type Registry, sample } from '#registry';

export interface SanityRow {
  model: string;
  model_type: ModelType;
  /** kie.ai's last word (`success`, `fail`), or why there was none. */
  state: string;
  result: 'ok' | 'fail' | 'unavailable';
  seconds: number;
  reason?: string;
}

/** What is to be run: one active model of each type, or every active one. */
export interface SanityPlan {
  models: Model[];
  /** Types without an active model: shown, never run. */
  unavailable: ModelType[];
}

export function planSanity(registry: Registry, all: boolean): SanityPlan {
  const active = registry.list({ status: 'active' });
  const ofType = (type: ModelType) => active.filter((model) => model.model_type === type);
  return {
    models: all ? [...active] : MODEL_TYPES.flatMap((type) => easiest(ofType(type))),
    unavailable: MODEL_TYPES.filter((type) => ofType(type).length === 0),
  };
}

/** A model that stands for its type: one that needs no earlier task, where there is one. */
function easiest(models: Model[]): Model[] {
  const chosen = models.find((model) => !model.needs_earlier_task) ?? models[0];
  return chosen ? [chosen] : [];
}

/** Runs the plan, `atOnce` models side by side; rows come in the plan's order. */
export async function runSanity(
  kie: KieClient,
  registry: Registry,
  { models, unavailable }: SanityPlan,
  { pollMs, atOnce }: { pollMs: number; atOnce: number },
): Promise<SanityRow[]> {
  const rows: SanityRow[] = [];
  const waiting = models.entries();
  const work = async () => {
    for (const [index, model] of waiting) rows[index] = await runOne(kie, registry, model, pollMs);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, models.length) }, work));
  return [...rows, ...unavailable.map(unavailableRow)];
}

async function runOne(kie: KieClient, registry: Registry, model: Model, pollMs: number): Promise<SanityRow> {
  const startedAt = performance.now();
  const row = (result: 'ok' | 'fail', state: string, reason?: string): SanityRow => ({
    model: model.id,
    model_type: model.model_type,
    state,
    result,
    seconds: Math.round((performance.now() - startedAt) / 100) / 10,
    ...(reason === undefined ? {} : { reason }),
  });
  const input = sample(model);
  const checked = registry.validate(model.id, input);
  if (!checked.ok)
    return row('fail', 'invalid', checked.problems.map(({ path, code }) => `${path} ${code}`).join(', '));
  try {
    const task = await kie.waitTask(await kie.createTask(model.id, input), { pollMs });
    return task.result === null
      ? row('fail', task.state, 'success without a readable result')
      : row('ok', task.state);
  } catch (error) {
    return row('fail', error instanceof KieError ? error.code : 'error', (error as Error).message);
  }
}

function unavailableRow(type: ModelType): SanityRow {
  return { model: '–', model_type: type, state: 'no active model', result: 'unavailable', seconds: 0 };
}
