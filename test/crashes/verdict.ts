import { auditAll } from '#app';
import { balance } from '#ledger';
import type { Database } from '#platform';
import type { EngineName } from '../kit/index.ts';
import { type Arena, START_CREDITS } from './arena.ts';
import { arrived, type Story, type Visitor } from './stories.ts';

/** One line of the table: what happened at one point, counted where it happened. */
export interface Line {
  point: string;
  engine: EngineName;
  story: string;
  /** Tasks that kie.ai sold. */
  bought: number;
  /** Credits the person paid; for payments the credits that came in. */
  charged: number;
  /** Messages with the result, of those expected. */
  delivered: string;
  /** From the death to the end of the story, the start of the product included. */
  seconds: number;
  problems: string[];
}

/** A story whose money and rows are still to be looked at. */
export interface Told {
  visitor: Visitor;
  story: Story;
  /** Whether a part may have been sent twice. */
  repeats: boolean;
  line: Line;
}

/** Counts what the simulators saw; the database is asked by {@link judge}. */
export function countOutside(
  { kie, person, ticket }: Visitor,
  story: Story,
): Pick<Line, 'bought' | 'delivered'> {
  const bought = kie.tasks.list().filter((task) => JSON.stringify(task.input).includes(ticket)).length;
  return { bought, delivered: `${arrived(person, story).length}/${story.arrives.count}` };
}

/** Completes the lines by what the database says, and writes into each what must not be. */
export async function judge(arena: Arena, told: readonly Told[]): Promise<string[]> {
  return arena.look(async (database) => {
    for (const one of told) await judgeOne(database, one);
    const audit = await auditAll(database.db);
    return audit.findings.map(({ check, detail }) => `${arena.engine}: audit: ${check}: ${detail}`);
  });
}

async function judgeOne({ db }: Database, { visitor, story, repeats, line }: Told): Promise<void> {
  const personId = visitor.person.id;
  const rows = await db.selectFrom('generations').selectAll().where('person_id', '=', personId).execute();
  const { available, held } = await balance(db, personId);
  Object.assign(line, countOutside(visitor, story));
  line.charged = START_CREDITS - available - held;
  const [row] = rows;
  if (!row || rows.length > 1) {
    line.problems.push(`${rows.length} generations instead of one`);
    return;
  }
  const marked = await db
    .selectFrom('parts')
    .select('index')
    .where('generation_id', '=', row.id)
    .where('sent_again', '>', 0)
    .execute();
  const delivers = story.ending === 'delivered';
  const copies = arrived(visitor.person, story).length - story.arrives.count;
  const told: [boolean, string][] = [
    [row.state === story.ending, `it ended ${row.state}, not ${story.ending}`],
    [held === 0, `${held} credits are still held`],
    [
      line.charged === (delivers && !row.gift ? row.credits : 0),
      `charged ${line.charged}, price ${row.credits}`,
    ],
    [line.bought <= 1 && (line.bought === 1 || !delivers), `${line.bought} tasks were bought`],
    [copies >= 0, `${-copies} messages of the result are missing`],
    [copies <= (repeats ? (story.arrives.together ?? 1) : 0), `${copies} messages too many`],
    [copies <= 0 || marked.length === 1, `a repeated part is not marked (${marked.length} marks)`],
    [marked.length === 0 || repeats, 'a part is marked as sent again'],
  ];
  line.problems.push(...told.filter(([holds]) => !holds).map(([, problem]) => problem));
}
