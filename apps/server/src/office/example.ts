import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Standing } from '@westgate/contract';
import type { FolderSource } from '@westgate/desk';
import { z } from 'zod';

const named = z.object({
  id: z.string(),
  name: z.object({ zh: z.string().nullable().default(null), en: z.string().nullable().default(null) }),
});

/** A district that this Westgate came with: a folder on this machine that may be loaded at any time. */
export class Example {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The folder, to be read as it is when it is loaded. */
  get source(): FolderSource {
    return { path: this.#folder };
  }

  /** Its id and name; null where the folder cannot be read. */
  async name(): Promise<Standing['example']> {
    try {
      const parsed = named.safeParse(JSON.parse(await readFile(join(this.#folder, 'district.json'), 'utf8')));
      return parsed.success ? parsed.data : null;
    } catch {
      return null;
    }
  }
}

/** The districts that this Westgate came with; null for one it came without. */
export type Examples = Readonly<Record<keyof Pick<Standing, 'example' | 'practice'>, Example | null>>;
