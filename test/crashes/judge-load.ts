import { auditAll } from '#app';
import { balance } from '#ledger';
import type { Database } from '#platform';
import { type Arena, START_CREDITS } from './arena.ts';
import type { Wish } from './run-random.ts';
import { arrived } from './stories.ts';
import { countOutside } from './verdict.ts';

interface Count {
  bought: number;
  delivered: number;
  released: number;
  copies: number;
  problems: string[];
}

/** Compares, wish by wish, what happened outside with what was charged, and audits the ledger. */
export async function judgeLoad(
  arena: Arena,
  wishes: readonly Wish[],
  say: (line: string) => void,
): Promise<string[]> {
  return arena.look(async (database) => {
    const counts: Count[] = [];
    for (const wish of wishes) counts.push(await judgeWish(database, wish));
    const sum = (of: (count: Count) => number) => counts.reduce((total, count) => total + of(count), 0);
    say(
      `${arena.engine}: ${sum((count) => count.bought)} tasks bought, ${sum((count) => count.delivered)} wishes ` +
        `delivered and charged, ${sum((count) => count.released)} released, ${sum((count) => count.copies)} marked copies`,
    );
    const audit = await auditAll(database.db);
    return [
      ...counts.flatMap((count) => count.problems),
      ...audit.findings.map(({ check, detail }) => `${arena.engine}: audit: ${check}: ${detail}`),
    ];
  });
}

async function judgeWish({ db }: Database, { visitor, story, name }: Wish): Promise<Count> {
  const personId = visitor.person.id;
  const rows = await db.selectFrom('generations').selectAll().where('person_id', '=', personId).execute();
  const { available, held } = await balance(db, personId);
  const charged = START_CREDITS - available - held;
  const { bought } = countOutside(visitor, story);
  const [row] = rows;
  const none = { bought, delivered: 0, released: 0, copies: 0 };
  if (!row || rows.length > 1) {
    return { ...none, problems: [`${visitor.ticket} (${name}): ${rows.length} generations instead of one`] };
  }
  const parts = await db.selectFrom('parts').selectAll().where('generation_id', '=', row.id).execute();
  const marked = parts.reduce((sum, part) => sum + part.sent_again, 0);
  const delivers = row.state === 'delivered';
  const copies = delivers ? arrived(visitor.person, story).length - story.arrives.count : 0;
  const nobodyKnew = row.failure?.code === 'never-confirmed';
  const rules: [boolean, string][] = [
    [row.state === story.ending || nobodyKnew, `it ended ${row.state} (${row.failure?.code ?? ''})`],
    [held === 0, `${held} credits are still held`],
    [charged === (delivers ? row.credits : 0), `charged ${charged}, price ${row.credits}`],
    [bought <= 1 && (bought === 1 || !delivers), `${bought} tasks were bought`],
    [copies >= 0, `${-copies} messages of the result are missing`],
    [copies <= marked * (story.arrives.together ?? 1), `${copies} copies, sent again ${marked} times`],
  ];
  const problems = rules.filter(([holds]) => !holds).map(([, it]) => `${visitor.ticket} (${name}): ${it}`);
  return { bought, delivered: Number(delivers), released: Number(nobodyKnew), copies, problems };
}
