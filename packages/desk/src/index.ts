export type {
  Deed,
  DeedSummary,
  Erasure,
  Finding,
  FormerRow,
  Idem,
  JournalReport,
  KeptRun,
  LockInfo,
  Mended,
  MendReport,
  MendWay,
  Person,
  ReadRun,
  RowRef,
  StoreRuns,
  VerifyReport,
} from '@westgate/store';
export {
  type BackupManifest,
  type BackupReport,
  backupFolder,
  backupServer,
  erasePersonsInBackup,
  exportJournal,
  type FolderFinding,
  findingInWords,
  holdsOffice,
  idemOf,
  isAllProven,
  isReservedName,
  lookAtFolder,
  makeFolder,
  mendFolder,
  noteUpkeep,
  OUTSIDE,
  personsInBackup,
  type RestoreReport,
  readLock,
  restoreFolder,
  restoreServer,
  resultInSlices,
  slices,
  type Upkeep,
  type UpkeepDone,
} from '@westgate/store';
export { type Acted, type Acting, act } from './actions/act.ts';
export { PLANS } from './actions/plans.ts';
export type { Coming, Desk } from './app/desk.ts';
export type { DeskOptions } from './app/desk-options.ts';
export type { DeskOutbox } from './app/desk-outbox.ts';
export { districtBegun } from './app/district-begun.ts';
export type { FieldSince } from './app/field-history.ts';
export type { ImportReport } from './app/import-report.ts';
export { openDesk } from './app/open-desk.ts';
export { type FeedRead, feedBy, mayRevoke } from './calendars/calendar-feeds.ts';
export { readCalendarFile } from './calendars/read-calendar-file.ts';
export { type CalendarDraft, writeCalendar } from './calendars/write-calendar.ts';
export type { Ask } from './deeds/ask.ts';
export { broughtBy } from './deeds/author.ts';
export type { By } from './deeds/by.ts';
export { countChanges, type DescribedChange, describeChanges, diffRegister, type FieldChange, type TableCount } from './deeds/diff.ts';
export { isDoneByThem } from './deeds/done-by.ts';
export { requireDay, requireKnownBy } from './deeds/require-forms.ts';
export { requirePlan } from './deeds/require-plan.ts';
export { goesWith, mayLetGo, type Resting, restingOn } from './deeds/resting.ts';
export type { RecordRead, Revision } from './deeds/revise.ts';
export type { RunRead } from './deeds/run-read.ts';
export { thoughtOut, toldChanges } from './deeds/work.ts';
export type { Edit, EditedRecord, EditReceipt } from './edits/edit.ts';
export { addEvidence, type EvidenceAdded, type EvidenceDraft } from './evidence/add-evidence.ts';
export type { DeskFiles } from './evidence/desk-files.ts';
export { type ComingFile, dropFile, type TakenFile } from './evidence/take-file.ts';
export { type FeedbackDraft, feedbackBy, feedbackDays, receiveFeedback } from './feedback/receive-feedback.ts';
export type { ArchiveAnswer } from './flood/archive-job.ts';
export { VARIANTS, type Variant } from './flood/case-folder.ts';
export { type Exposure, exposures, HAZARD_CLASSES, type HazardClass, type RunMaps } from './flood/exposure.ts';
export { floodQuestion, groundFile, groundQuestion, isOfCaseNow } from './flood/flood-inputs.ts';
export type { FloodProgress, FloodResult, GroundAnswer } from './flood/flood-job.ts';
export { FLOOD_JOBS, type jobs as floodJobs } from './flood/flood-jobs.ts';
export { MOST_FLOOD_MS, MOST_SEARCH_MS } from './flood/limits.ts';
export { readDesign } from './flood/read-design.ts';
export type { RuleSearchProgress, RuleSearchQuestion } from './flood/search/rule-search-job.ts';
export { FLOOD_SEARCH_JOBS, type jobs as floodSearchJobs } from './flood/search/search-jobs.ts';
export type { SensitivityQuestion } from './flood/search/sensitivity-job.ts';
export { type WetRuns, wetShares } from './flood/search/shares-job.ts';
export { checksReady } from './folder/check-register.ts';
export { dayInDistrict, minuteInDistrict } from './folder/day-in-zone.ts';
export { FAULT_CODES, type Fault, type FaultCode } from './folder/fault.ts';
export { FILE_ENDINGS } from './folder/file-name.ts';
export { type FolderFiles, readFolder, saveFolder } from './folder/files.ts';
export { frozenText } from './folder/frozen-report.ts';
export { type HeldFault, heldRing, heldRowFaults } from './folder/held-faults.ts';
export { type MetreCrs, metreCrs } from './folder/metre-crs.ts';
export { type ParsedFolder, parseFolder, type RowsByTable } from './folder/parse.ts';
export type { FolderSource } from './folder/read-folder-job.ts';
export { type ComingFolder, comingFolder } from './folder/take-folder.ts';
export { folderPieces, writeFolder } from './folder/write.ts';
export { inputsHash } from './jobs/inputs-hash.ts';
export type { Job, JobSite, Jobs } from './jobs/job.ts';
export type { JobLimits } from './jobs/job-limits.ts';
export { type Asker, jobRunner, jobsStanding, type RunJob, workingFor, workOwnerNow } from './jobs/job-runner.ts';
export { runInWorker } from './jobs/run-in-worker.ts';
export type { Oc4idsDraft, Oc4idsImport } from './oc4ids/import-oc4ids.ts';
export type { Oc4idsTaken } from './oc4ids/take-project.ts';
export { ofNoPlan, plansSaid } from './papers/about-sheets.ts';
export { circularParts } from './papers/circular-paper.ts';
export { coveragePaper, type PaperBasis } from './papers/coverage-paper.ts';
export { type FloodPaperContent, floodPaper } from './papers/flood-paper.ts';
export { hazardSaid, hoursSaid, PLANNING_EVIDENCE } from './papers/flood-words.ts';
export { type HealthCheckContent, healthCheckPaper } from './papers/health-check-paper.ts';
export { circularIn, reportNumbered } from './papers/make-report.ts';
export { type HeldProjects, monthlySheets } from './papers/monthly-sheets.ts';
export type { Paper, PaperLayout } from './papers/paper.ts';
export { labelled, type PaperCell, type PaperRows, type PaperSheet } from './papers/paper-sheet.ts';
export { reportPaper, SHORT_HASH } from './papers/report-paper.ts';
export { coverageSheets, reportSheets } from './papers/report-sheets.ts';
export { type SayIn, sayIn } from './papers/say-in.ts';
export type { ReportCheck } from './papers/verify-report.ts';
export { csvPieces } from './papers/write-csv.ts';
export { writePaper } from './papers/write-paper.ts';
export { SHEET_ROWS, writeSheet } from './papers/write-sheet.ts';
export { networkOf } from './people/attempts.ts';
export { DIRECTORY_MATCHES, type DirectoryMatch, type DirectoryPerson } from './people/directory-link.ts';
export { type AskedToFollow, type Followed, type Follower, tokenOf } from './people/followers.ts';
export type { NoticeWishes, Told } from './people/notice-wishes.ts';
export { linkedBy, signedByLink } from './people/outside-links.ts';
export type { NewPasskeyAnswer, PasskeyAnswer, Site } from './people/passkey.ts';
export type { Pending, PendingRule } from './people/pending.ts';
export type { AccountChange, AccountHolder, Invitation, People } from './people/people.ts';
export type { Persona } from './people/personas.ts';
export { hashOf, isSameText, isSecret, newSecret } from './people/secret.ts';
export type { From, SignedIn, SignedInPerson } from './people/sign-ins.ts';
export { TOKEN_SCOPES, type TokenScope } from './people/token.ts';
export { isToken } from './people/tokens.ts';
export { type FieldState, SHEET_FAULTS, SHEET_NOTES } from './sheets/common/sheet-field.ts';
export { NO_RECIPE, OWN_RECIPE, recipeOfRow, type SheetRecipe } from './sheets/common/sheet-recipe.ts';
export { keptRecipe, type SheetDraft, type SheetImport, sheetPreview } from './sheets/intake/import-sheet.ts';
export type { OfficeSheet } from './sheets/intake/read-office-sheet.ts';
export type { SheetFile } from './sheets/intake/read-sheet-job.ts';
export { lastMonth, writeMonthSheet } from './sheets/month/write-month-sheet.ts';
export type { TaskSheet } from './sheets/task/task-sheet.ts';
export { writeOfficeSheet } from './sheets/task/write-office-sheet.ts';
export { writeTaskCsv, writeTaskSheet } from './sheets/task/write-task-sheet.ts';
export type { ValueLine, ValueStandards, ValuesCompared } from './sheets/values/compare-values.ts';
export { previewValues, readValues, takeValues, type ValuesTaken } from './sheets/values/import-values.ts';
export type { ValueSheet } from './sheets/values/value-sheet.ts';
export { writeValueCsv, writeValueSheet } from './sheets/values/write-value-sheet.ts';
export { bringPlan, type PlanBrought, type PlanDraft } from './words/bring-plan.ts';
export type { CarriedOn } from './words/carry-on.ts';
export type { MatchDecision } from './words/decide-matches.ts';
export type { Encoding } from './words/decode-plan.ts';
export { draftDocument } from './words/drafts/draft-document.ts';
export { draftInWorker } from './words/drafts/draft-in-worker.ts';
export { type DraftedPlan, type DraftPlanOptions, draftPlan } from './words/drafts/draft-plan.ts';
export type { PlacedSentence } from './words/placed-sentence.ts';
export { type PlanReading, type PlanReadJson, planReadJson, readPlanText } from './words/read-text.ts';
export type { TextDraft, TextReplacement } from './words/replace-text.ts';
export { diffVersions, type TextVersion, textVersions, type VersionDiff } from './words/text-versions.ts';
