import { confirm } from '@clack/prompts';
import type { Command } from 'commander';
import pc from 'picocolors';
import { quote } from '#pricing';
import { loadRegistry, type Model, type Registry, sample } from '#registry';
import { kieFromEnv, readEnv } from '#settings';
import { kieCreditsText } from '../dollars.ts';
import { UsageError } from '../errors.ts';
import { simulatedKie } from '../kie-access.ts';
import { planSanity, runSanity, type SanityPlan, type SanityRow } from '../sanity-run.ts';
import { plainTable } from '../table.ts';

/** Simulated tasks that take no longer than they must, in ms. */
const QUICK = { speeds: { image: 20, video: 20, audio: 20, data: 20 } };

interface Options {
  all?: true;
  live?: true;
  maxCredits?: string;
  yes?: true;
  json?: true;
}

/** `kiegram sanity`: createTask and waitTask for one model of each type, without the bot. */
export function addSanity(program: Command): void {
  program
    .command('sanity')
    .description('run one model of each type: model | model_type | state | ok/fail | time')
    .option('--all', 'every active model, not one per type')
    .option('--live', 'against the real kie.ai instead of the simulator; needs KIE_API_KEY and --max-credits')
    .option('--max-credits <number>', 'the most kie credits a live run may cost')
    .option('--yes', 'do not ask before a live run')
    .option('--json', 'print JSON')
    .action(async (options: Options) => {
      const registry = loadRegistry();
      const plan = planSanity(registry, options.all === true);
      const rows = options.live ? await runLive(registry, plan, options) : await runSimulated(registry, plan);
      console.log(options.json ? JSON.stringify(rows, null, 2) : table(rows));
      if (rows.some((row) => row.result === 'fail')) process.exitCode = 1;
    });
}

/** The simulator has a reading of kie.ai of its own: a wrong registry fails here. */
async function runSimulated(registry: Registry, plan: SanityPlan): Promise<SanityRow[]> {
  await using access = await simulatedKie(QUICK);
  return await runSanity(access.kie, registry, plan, { pollMs: 50, atOnce: 16 });
}

async function runLive(registry: Registry, plan: SanityPlan, options: Options): Promise<SanityRow[]> {
  const limit = Number(options.maxCredits);
  if (!(limit > 0))
    throw new UsageError('--live needs --max-credits N: the most kie credits this run may cost.');
  const kie = kieFromEnv(readEnv(process.env));
  const total = plan.models.reduce((sum, model) => sum + priceOf(model), 0);
  console.error(`${plan.models.length} models, at most ${kieCreditsText(total)}.`);
  if (total > limit) throw new UsageError(`That is more than --max-credits ${limit}. Nothing was spent.`);
  const agreed = options.yes === true || (await confirm({ message: 'Spend them?' })) === true;
  if (!agreed) throw new UsageError('Nothing was spent.');
  return runSanity(kie, registry, plan, { pollMs: 3_000, atOnce: plan.models.length });
}

function priceOf(model: Model): number {
  return quote(model, sample(model), { markup: 1 }).kieCredits;
}

function table(rows: SanityRow[]): string {
  const cells = rows.map((row) => [
    row.model,
    row.model_type,
    row.state,
    verdict(row),
    `${row.seconds.toFixed(1)} s`,
  ]);
  const ok = rows.filter((row) => row.result === 'ok').length;
  const failed = rows.filter((row) => row.result === 'fail');
  const reasons = failed.map((row) => `${row.model}: ${row.reason ?? row.state}`);
  const idle = rows.length - ok - failed.length;
  return [
    plainTable(['model', 'model_type', 'state', 'ok/fail', 'time'], cells),
    ...reasons,
    `${ok} ok, ${failed.length} failed, ${idle} types without a model`,
  ].join('\n');
}

function verdict({ result }: SanityRow): string {
  if (result === 'ok') return pc.green('ok');
  return result === 'fail' ? pc.red('FAIL') : pc.dim('unavailable');
}
