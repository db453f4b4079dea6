import { dayIn, endOfDay } from '#people';
import type { Clock, Database, Queue } from '#platform';
import { livingReplicas, type Replica } from '../desk/replicas.ts';
import { keeping } from '../keeping.ts';
import { type DayFigures, daysFigures } from './days.ts';
import { type Funnel, funnelSince } from './funnel.ts';
import {
  type GenerationRow,
  type GenerationStory,
  type GenerationsOrder,
  generationStory,
  generationsPage,
} from './generations.ts';
import {
  type FailureGroup,
  failuresSince,
  type OpenGeneration,
  openByState,
  openGenerations,
  type QueueNow,
  queueNow,
} from './live.ts';
import type { Page } from './page.ts';
import { type PaymentRow, type PaymentsOrder, paymentsPage } from './payments.ts';
import { type PeopleOrder, type PersonRow, peoplePage, personCard } from './people.ts';
import { type ProviderNow, providerNow } from './provider.ts';
import { type ModelSpeed, speedsToday } from './speed.ts';
import { type Today, today } from './today.ts';

/** What goes on now. */
export interface Snapshot {
  at: Date;
  today: Today;
  queue: QueueNow;
  open: Awaited<ReturnType<typeof openByState>>;
  /** The oldest 100. */
  running: OpenGeneration[];
  jobs: Awaited<ReturnType<Queue['stats']>>;
  /** Of the last 24 hours. */
  failures: FailureGroup[];
  speeds: ModelSpeed[];
  provider: ProviderNow;
  replicas: Replica[];
}

/** What an operator may look at; nothing here changes anything. */
export interface Figures {
  /** The same for all who look within a second. */
  snapshot(): Promise<Snapshot>;
  /** The last days, oldest first, today at the end. */
  days(count: number): Promise<DayFigures[]>;
  /** How far those have come who met the bot in the last days. */
  funnel(days: number): Promise<Funnel>;
  people(order: PeopleOrder): Promise<Page<PersonRow>>;
  /** @throws AppError `person-unknown` */
  person(id: number): ReturnType<typeof personCard>;
  generations(order: GenerationsOrder): Promise<Page<GenerationRow>>;
  /** @throws AppError `generation-not-found` */
  generation(id: string): Promise<GenerationStory>;
  payments(order: PaymentsOrder): Promise<Page<PaymentRow>>;
}

export interface FiguresParts {
  database: Database;
  queue: Pick<Queue, 'stats'>;
  clock: Clock;
  /** IANA name: where the operator's day begins. */
  timeZone: string;
}

const dayMs = 24 * 60 * 60_000;

export function createFigures({ database: { db }, queue, clock, timeZone }: FiguresParts): Figures {
  const lastDays = (count: number) => {
    const now = clock.now();
    const days = Array.from({ length: count }, (_, back) =>
      dayIn(new Date(now.getTime() - (count - 1 - back) * dayMs), timeZone),
    );
    return daysFigures(db, { days: [...new Set(days)], timeZone, now });
  };
  const dayOf = keeping(clock, 15_000, () => today(db, { at: clock.now(), timeZone }));
  const jobs = keeping(clock, 5_000, () => queue.stats());
  const speeds = keeping(clock, 30_000, () => {
    const yesterday = dayIn(new Date(clock.now().getTime() - dayMs), timeZone);
    return speedsToday(db, endOfDay(yesterday, timeZone));
  });
  const provider = keeping(clock, 10_000, async () => providerNow(db, await lastDays(8), clock.now()));
  const failures = keeping(clock, 5_000, () =>
    failuresSince(db, new Date(clock.now().getTime() - dayMs), 100),
  );
  const funnels = new Map<number, () => Promise<Funnel>>();

  return {
    snapshot: keeping(clock, 1_000, async () => {
      const at = clock.now();
      return {
        at,
        today: await dayOf(),
        queue: await queueNow(db, at),
        open: await openByState(db),
        running: await openGenerations(db, 100),
        jobs: await jobs(),
        failures: await failures(),
        speeds: await speeds(),
        provider: await provider(),
        replicas: await livingReplicas(db, at),
      };
    }),
    days: lastDays,
    funnel(days) {
      const since = () => new Date(clock.now().getTime() - days * dayMs);
      const funnel = funnels.get(days) ?? keeping(clock, 5 * 60_000, () => funnelSince(db, since()));
      funnels.set(days, funnel);
      return funnel();
    },
    people: (order) => peoplePage(db, order),
    person: (id) => personCard(db, id),
    generations: (order) => generationsPage(db, order),
    generation: (id) => generationStory(db, id),
    payments: (order) => paymentsPage(db, order),
  };
}
