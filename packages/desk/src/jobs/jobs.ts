import type { PlanSentence } from '@westgate/domain';
import type { SheetPiece, SheetQuestion } from '../sheets/file/read-sheet-job.ts';
import type { PlanQuestion } from '../words/read-plan-job.ts';
import type { JobSite } from './job.ts';

/** The jobs of the desk. Each loads what it needs when it is first done. */
export const jobs = {
  'read-plan': async (input: PlanQuestion, site: JobSite<readonly PlanSentence[]>) =>
    (await import('../words/read-plan-job.ts')).readPlanJob(input, site),
  'read-sheet': async (input: SheetQuestion, site: JobSite<SheetPiece>) =>
    (await import('../sheets/file/read-sheet-job.ts')).readSheetJob(input, site),
} as const;
