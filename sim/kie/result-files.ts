import { randomBytes } from 'node:crypto';
import type { SimClock } from './clock.ts';
import { CONTENT_TYPES, type Picture, type Recipe } from './media/recipe.ts';

/** Generated media are kept 14 days (facts: retention). */
export const RESULT_LIFE_MS = 14 * 24 * 3_600_000;

/** A result that can be drawn when somebody asks for it. */
export interface ResultFile {
  readonly path: string;
  readonly recipe: Recipe;
  readonly expiresAt: number;
  readonly expired?: 403 | 404;
}

/** The result files of a simulator: recipes by path, drawn at the first GET and kept while often asked for. */
export class ResultFiles {
  readonly #clock: SimClock;
  readonly #files = new Map<string, ResultFile>();
  readonly #drawn = new Map<string, Promise<Buffer>>();
  readonly #draw: (recipe: Recipe) => Promise<Buffer>;
  readonly #kept: number;

  constructor(clock: SimClock, draw: (recipe: Recipe) => Promise<Buffer>, kept = 64) {
    this.#clock = clock;
    this.#draw = draw;
    this.#kept = kept;
  }

  /** Plans a file and returns its path, in the style of kie.ai's hosts: `/result/<model dir>/<ms>-<rand>.<ext>`. */
  plan(recipe: Recipe, expired?: 403 | 404): string {
    const now = this.#clock.now();
    const folder = recipe.modelId.split('/')[0]?.replace(/[^\w.-]/g, '') || 'r';
    const path = `/result/${folder}/${now}-${randomBytes(6).toString('hex')}.${recipe.file}`;
    this.#files.set(path, { path, recipe, expiresAt: now + RESULT_LIFE_MS, ...(expired ? { expired } : {}) });
    return path;
  }

  /** The file, or the status of a URL that is dead. */
  find(path: string): ResultFile | 403 | 404 {
    const file = this.#files.get(path);
    if (!file || file.expiresAt <= this.#clock.now()) return 404;
    return file.expired ?? file;
  }

  /** The bytes of a file; drawn once, the least recently asked for is forgotten first. */
  bytes(file: ResultFile): Promise<Buffer> {
    const drawn = this.#drawn.get(file.path) ?? this.#draw(file.recipe);
    this.#drawn.delete(file.path);
    this.#drawn.set(file.path, drawn);
    drawn.catch(() => this.#drawn.delete(file.path));
    const oldest = this.#drawn.keys().next().value;
    if (this.#drawn.size > this.#kept && oldest !== undefined) this.#drawn.delete(oldest);
    return drawn;
  }

  /** A result picture to be used as a source of another one. */
  async picture(path: string): Promise<Picture | undefined> {
    const file = this.find(path);
    if (typeof file === 'number' || file.recipe.medium !== 'image') return undefined;
    return { bytes: await this.bytes(file), mimeType: CONTENT_TYPES[file.recipe.file] };
  }
}
