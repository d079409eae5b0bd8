import type { Change } from '@westgate/domain';
import type { FileKeep } from './file-keep.ts';

/** The verb of the deed that brings a file with its row. */
export const ADD_EVIDENCE = 'add-evidence';

/** What a deed says of files. */
interface Naming {
  readonly verb: string;
  readonly changes: readonly Change[];
}

/** The files that deeds name: those that came with their deed and must be kept for good, and those a district folder only told of. */
export class NamedFiles {
  readonly #brought = new Set<string>();
  readonly #told = new Set<string>();

  add({ verb, changes }: Naming): void {
    for (const { table, after } of changes) {
      const sha256 = table === 'evidence' ? after?.sha256 : undefined;
      if (typeof sha256 === 'string') (verb === ADD_EVIDENCE ? this.#brought : this.#told).add(sha256);
    }
  }

  /** The hashes of files that must be there, sorted. */
  get brought(): readonly string[] {
    return [...this.#brought].sort();
  }

  /** Every file that must be kept and is not, or is not what its name says; and how many are kept and sound. */
  async check(keep: FileKeep): Promise<{ readonly sound: number; readonly absent: number; readonly faults: readonly string[] }> {
    const faults: string[] = [];
    let [sound, absent] = [0, 0];
    for (const sha256 of new Set([...this.brought, ...[...this.#told].sort()])) {
      const found = await keep.hash(sha256);
      if (found === sha256) sound += 1;
      else if (found !== null) faults.push(`The evidence file ${sha256} is not what its hash says (${found}): it was altered.`);
      else if (this.#brought.has(sha256)) faults.push(`The evidence file ${sha256} is missing. Take it from a backup.`);
      else absent += 1;
    }
    return { sound, absent, faults };
  }
}
