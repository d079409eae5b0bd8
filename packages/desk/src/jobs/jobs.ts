import { compareTexts, type PlanSentence } from '@westgate/domain';
import type { EvidenceQuestion } from '../evidence/check-evidence-job.ts';
import type { FolderPiece, FolderQuestion } from '../folder/read-folder-job.ts';
import type { TaskSheetPiece, TaskSheetReading } from '../sheets/task/read-task-sheet-job.ts';
import type { TaskSheetQuestion } from '../sheets/task/write-task-sheet-job.ts';
import type { DraftPiece, DraftQuestion } from '../words/drafts/draft-plan-job.ts';
import type { PlanQuestion } from '../words/read-plan-job.ts';
import type { TextPair } from '../words/text-pair.ts';
import type { JobSite } from './job.ts';
import type { JsonQuestion } from './parse-json-job.ts';

/** The jobs of the desk. Each loads what it needs when it is first done. */
export const jobs = {
  'read-plan': async (input: PlanQuestion, site: JobSite<readonly PlanSentence[]>) =>
    (await import('../words/read-plan-job.ts')).readPlanJob(input, site),
  'read-task-sheet': async (input: TaskSheetReading, site: JobSite<TaskSheetPiece>) =>
    (await import('../sheets/task/read-task-sheet-job.ts')).readTaskSheetJob(input, site),
  'read-folder': async (input: FolderQuestion, site: JobSite<FolderPiece>) =>
    (await import('../folder/read-folder-job.ts')).readFolderJob(input, site),
  'check-evidence': async (input: EvidenceQuestion) => (await import('../evidence/check-evidence-job.ts')).checkEvidenceJob(input),
  'parse-json': async (input: JsonQuestion, site: JobSite) => (await import('./parse-json-job.ts')).parseJsonJob(input, site),
  'write-task-sheet': async (input: TaskSheetQuestion) => (await import('../sheets/task/write-task-sheet-job.ts')).writeTaskSheetJob(input),
  'compare-texts': ({ old, fresh }: TextPair) => compareTexts(old, fresh),
  'draft-plan': async (input: DraftQuestion, site: JobSite<DraftPiece>) =>
    (await import('../words/drafts/draft-plan-job.ts')).draftPlanJob(input, site),
} as const;
