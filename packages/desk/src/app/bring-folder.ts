import type { Change } from '@westgate/domain';
import { type DeedDraft, resultInSlices } from '@westgate/store';
import type { By } from '../deeds/by.ts';
import { diffSteps } from '../deeds/diff.ts';
import { formSteps } from '../deeds/require-forms.ts';
import type { DeskFiles } from '../evidence/desk-files.ts';
import { takeFolderFiles } from '../evidence/take-folder-files.ts';
import { keepVisibility } from '../folder/keep-visibility.ts';
import type { FolderSource } from '../folder/read-folder-job.ts';
import { folderReader } from '../folder/read-folder-rows.ts';
import { refuseOtherDistrict } from '../folder/rows-of-folder.ts';
import { keepReports } from '../papers/keep-reports.ts';
import type { DeedTurns, Ground } from './deed-turns.ts';
import { type ImportChoices, type ImportReport, reportSteps } from './import-report.ts';

/** What a folder is brought into. */
interface Bringing {
  readonly files: DeskFiles;
  readonly turns: DeedTurns;
  /** The district as it stands. */
  readonly ground: () => Ground;
  /** The deed of these changes, of which `looked` were shown to be of the form of their columns. */
  readonly deedOf: (
    by: By,
    verb: string,
    given: readonly Change[],
    on: Ground,
    more: { readonly looked: ReadonlySet<Change> },
  ) => DeedDraft;
  readonly now: () => Date;
}

/** Makes the district what a folder says, as one deed, as the desk tells of it. */
export async function bringFolder(
  { files: kept, turns, ground, deedOf, now }: Bringing,
  source: FolderSource,
  by: By & ImportChoices,
): Promise<ImportReport> {
  const read = folderReader(source, { held: () => ground().register, isPartial: by.partial ?? false }, now);
  const before = await read();
  const files = by.dryRun || !before.brought ? null : await takeFolderFiles(kept, before.brought, before.rows.evidence);
  const bring = async (): Promise<ImportReport> => {
    const first = await turns.doneBefore(by);
    if (first) return resultInSlices(reportSteps(first.changes, false, first.seq));
    // What is read over the district, and compared with it, is this one: after a deed of another process all of it is done again.
    const on = ground();
    const { register } = on;
    const { rows: given, silent } = await read();
    const rows = keepVisibility(register, given, silent);
    if (!by.otherDistrict) refuseOtherDistrict(register, rows);
    // A whole district takes a second: others have their turn meanwhile.
    const changes = keepReports(await resultInSlices(diffSteps(register, rows)), by.otherDistrict ?? false);
    await resultInSlices(formSteps(register, changes, now()));
    if (by.dryRun) return resultInSlices(reportSteps(changes, true, null));
    const draft = changes.length === 0 ? null : deedOf(by, 'import', changes, on, { looked: new Set(changes) });
    // What is told of the deed is made before it: once it stands, others ask for all that it left.
    const report = await resultInSlices(reportSteps(changes, false, null));
    await files?.keep();
    return draft === null ? report : { ...report, stored: true, seq: (await turns.commit(draft)).seq };
  };
  return turns.alone(bring).finally(() => files?.drop());
}
