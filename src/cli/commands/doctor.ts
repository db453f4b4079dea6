import type { Command } from 'commander';
import pc from 'picocolors';
import { checkUp, type Finding } from '#app';
import { readEnv, secretSettings, settingNames } from '#settings';

/** `kiegram doctor`: the settings in force, and whether everything they name answers. */
export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('the settings in force, and whether everything they name answers')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: true }) => {
      const env = readEnv(process.env);
      const settings = Object.fromEntries(settingNames.map((name) => [name, shown(name, env[name])]));
      const findings = await checkUp(env);
      if (json) console.log(JSON.stringify({ settings, findings }, null, 2));
      else print(settings, findings);
      if (findings.some((finding) => finding.result === 'bad')) process.exitCode = 1;
    });
}

function shown(name: (typeof settingNames)[number], value: unknown): string {
  if (value === undefined) return '';
  const secret: readonly string[] = secretSettings;
  return secret.includes(name) ? '[set]' : String(value);
}

const marks = { good: pc.green('✓'), bad: pc.red('✗'), idle: pc.dim('–') };

function print(settings: Record<string, string>, findings: Finding[]): void {
  for (const [name, value] of Object.entries(settings)) console.log(`${name.padEnd(24)} ${value}`);
  console.log();
  for (const { subject, result, detail } of findings)
    console.log(`${marks[result]} ${subject.padEnd(12)} ${detail}`);
}
