import type { Command } from 'commander';
import { kieCreditsText } from '../dollars.ts';
import { openKie } from '../kie-access.ts';

/** `kiegram credits`: what is left on the account at kie.ai. */
export function addCredits(program: Command): void {
  program
    .command('credits')
    .description('what is left on the account at kie.ai')
    .option('--json', 'print JSON')
    .action(async ({ json }: { json?: true }) => {
      await using access = await openKie({});
      const kieCredits = await access.kie.credits();
      console.log(json ? JSON.stringify({ kieCredits }) : kieCreditsText(kieCredits));
    });
}
