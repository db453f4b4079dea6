import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import type { TelegramSim } from '#sim';

type Person = ReturnType<TelegramSim['people']['join']>;

/** People who write numbered messages all the time; every answer repeats the number it answers. */
export interface Chatter {
  /** Stops writing and waits until everything is answered; how many messages that were. */
  end(): Promise<number>;
  /** Pauses until everything is answered and confirmed. @throws AssertionError unless once each and in order */
  rest(): Promise<void>;
  goOn(): void;
  sent(): number;
  /** The longest that somebody waited for an answer, in seconds. */
  longestWait(): number;
}

const EVERY_MS = 40;
const PATIENCE = { timeoutMs: 90_000 };

export function startChatter(telegram: TelegramSim, people = 10): Chatter {
  const writers = Array.from({ length: people }, (_, index) => {
    const person = telegram.people.join({ first_name: `Writer ${index}` });
    const writer = { person, sentAt: [] as number[], waits: [] as number[] };
    person.onEvent(() => {
      const answered = answersTo(person).length;
      while (writer.waits.length < answered)
        writer.waits.push(performance.now() - (writer.sentAt[writer.waits.length] ?? performance.now()));
    });
    return writer;
  });
  let turn = 0;
  const write = () => {
    const writer = writers[turn++ % people];
    if (!writer) return;
    writer.sentAt.push(performance.now());
    writer.person.send(`/models zz${writer.sentAt.length}`);
  };
  const answered = async () => {
    for (const { person, sentAt } of writers) {
      await person.until(() => answersTo(person).length >= sentAt.length, PATIENCE);
      const inOrder = sentAt.map((_, index) => index + 1);
      assert.deepEqual(answersTo(person), inOrder, 'each message is answered once and in its order');
    }
  };
  let timer = setInterval(write, EVERY_MS).unref();
  return {
    async rest() {
      clearInterval(timer);
      await answered();
      // The answer leaves first, then the message is noted as handled and confirmed to Telegram.
      await delay(500);
    },
    goOn() {
      timer = setInterval(write, EVERY_MS).unref();
    },
    async end() {
      clearInterval(timer);
      await answered();
      return turn;
    },
    sent: () => turn,
    longestWait: () => Math.max(0, ...writers.flatMap(({ waits }) => waits)) / 1000,
  };
}

function answersTo(person: Person): number[] {
  return person.messages
    .filter(({ from }) => from?.is_bot)
    .flatMap(({ text = '' }) => [...text.matchAll(/zz(\d+)/g)].map(([, number]) => Number(number)));
}
