/** What the address names does not exist: answered with 404. */
export class NothingHere extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NothingHere';
  }
}
