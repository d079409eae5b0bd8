import type { Change } from '@westgate/domain';
import { countChanges, type DescribedChange, describeChanges, type TableCount } from '../deeds/diff.ts';

/** How a folder is imported: only told, in place of another district, only some of its files. */
export interface ImportChoices {
  readonly dryRun?: boolean | undefined;
  readonly otherDistrict?: boolean | undefined;
  readonly partial?: boolean | undefined;
}

/** What an import changed, or would change. `changes` are the first 1,000 of `changeCount`. */
export interface ImportReport {
  /** False in a dry run, and where nothing differed. */
  readonly stored: boolean;
  readonly dryRun: boolean;
  /** The deed, where one was done. */
  readonly seq: number | null;
  readonly tables: readonly TableCount[];
  readonly changes: readonly DescribedChange[];
  readonly changeCount: number;
}

const CHANGES_SHOWN = 1000;

/** The report of an import that came to `changes`, made step by step; `seq` is the deed, null where none was done. */
export function* reportSteps(changes: readonly Change[], dryRun: boolean, seq: number | null): Generator<undefined, ImportReport> {
  const tables = countChanges(changes);
  const shown: DescribedChange[] = [];
  for (const change of changes.slice(0, CHANGES_SHOWN)) {
    yield;
    shown.push(...describeChanges([change]));
  }
  return { stored: seq !== null, dryRun, seq, tables, changes: shown, changeCount: changes.length };
}
