import type { Command } from 'commander';
import { checkUp } from '#app';
import { readEnv, secretSettings, settingNames } from '#settings';
import { printFindings } from '../print-findings.ts';

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
      else {
        for (const [name, value] of Object.entries(settings)) console.log(`${name.padEnd(32)} ${value}`);
        console.log();
        printFindings(findings);
      }
      if (findings.some((finding) => finding.result === 'bad')) process.exitCode = 1;
    });
}

function shown(name: (typeof settingNames)[number], value: unknown): string {
  if (value === undefined) return '';
  const secret: readonly string[] = secretSettings;
  return secret.includes(name) ? '[set]' : String(value);
}
