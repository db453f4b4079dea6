import type { ProblemView } from '../../../src/http/miniapp/contract.ts';

/** What is wrong, in sentences. */
export function Problems({ problems }: { problems: readonly ProblemView[] }) {
  return problems.map((problem) => (
    <p class="problem" key={problem.path + problem.code}>
      {problem.text}
    </p>
  ));
}
