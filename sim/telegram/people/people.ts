import type { BotAccount } from '../account.ts';
import type { NewPerson } from '../page-contract.ts';
import { Group, type NewGroup } from './group.ts';
import { Person } from './person.ts';

/** The people who may talk to one bot, and the groups they make. */
export class People {
  readonly #bot: BotAccount;
  readonly #byId = new Map<number, Person>();
  readonly #groups = new Map<number, Group>();
  #nextId = 500_001;

  constructor(bot: BotAccount) {
    this.#bot = bot;
  }

  /** A new account; the bot can not write to it before the person wrote first. English unless said otherwise. */
  join(fresh: Partial<NewPerson> & { first_name: string }): Person {
    const id = fresh.id ?? this.#freeId();
    if (this.#byId.has(id)) throw new Error(`person ${id} is here already`);
    const person = new Person(this.#bot, { language_code: 'en', ...fresh, id });
    this.#byId.set(id, person);
    return person;
  }

  /** A supergroup in which nobody is yet. */
  group(fresh: NewGroup): Group {
    const group = new Group(this.#bot, -1_001_000_000_001 - this.#groups.size, fresh);
    this.#groups.set(group.id, group);
    return group;
  }

  /** In the order in which they were made. */
  groups(): Group[] {
    return [...this.#groups.values()];
  }

  findGroup(id: number): Group | undefined {
    return this.#groups.get(id);
  }

  find(id: number): Person | undefined {
    return this.#byId.get(id);
  }

  /** @throws Error when nobody has the id */
  get(id: number): Person {
    const person = this.find(id);
    if (!person) throw new Error(`no person ${id}`);
    return person;
  }

  /** In the order in which they joined. */
  list(): Person[] {
    return [...this.#byId.values()];
  }

  #freeId(): number {
    while (this.#byId.has(this.#nextId)) this.#nextId += 1;
    return this.#nextId++;
  }
}
