export type { Deed, DeedSummary, Erasure, LockInfo, Person, VerifyReport } from '@westgate/store';
export {
  type BackupManifest,
  type BackupReport,
  backupFolder,
  backupServer,
  erasePersonsInBackup,
  exportJournal,
  personsInBackup,
  type RestoreReport,
  readLock,
  restoreFolder,
  restoreServer,
} from '@westgate/store';
export type { By } from './by.ts';
export { type Desk, type DeskOptions, type EditReceipt, openDesk } from './desk.ts';
export { type DescribedChange, describeChanges, diffRegister, type FieldChange, type TableCount } from './diff.ts';
export type { Edit, EditedRecord } from './edits/edit.ts';
export { goesWith, mayLetGo, type Resting, restingOn } from './edits/resting.ts';
export type { FieldSince } from './field-history.ts';
export { FAULT_CODES, type Fault, type FaultCode } from './folder/fault.ts';
export { type FolderFiles, readFolder, saveFolder } from './folder/files.ts';
export { type MetreCrs, metreCrs } from './folder/metre-crs.ts';
export { type ParsedFolder, parseFolder, type RowsByTable } from './folder/parse.ts';
export { writeFolder } from './folder/write.ts';
export type { ImportReport } from './import-report.ts';
export type { OutcomeDraft } from './outcome-draft.ts';
export { type RecordRead, type Revision, revisableColumns } from './revise.ts';
export type { Answer } from './words/answer-question.ts';
export type { Encoding } from './words/decode-plan.ts';
export { type PlanReading, type PlanReadJson, planReadJson, readPlanText } from './words/read-text.ts';
export type { PlacedSentence, TextDraft, TextReplacement } from './words/replace-text.ts';
