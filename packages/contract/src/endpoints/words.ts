import * as draftSchema from '../schemas/drafts.ts';
import * as planSchema from '../schemas/plans.ts';
import * as sheetSchema from '../schemas/sheets.ts';
import * as textSchema from '../schemas/texts.ts';
import { type Descriptions, fileOf, MEDIA } from './told.ts';

const MB = 1024 * 1024;

/** Plan texts, drafts and task sheets. */
export const words = {
  'replace-text': {
    summary:
      'Replace the text of a plan: sentences keep their ids and links, or a question is put; with dryRun only tell what would happen',
    body: textSchema.textRequest,
    answer: textSchema.textReport,
    bodyLimit: 4 * MB,
  },
  questions: {
    summary: 'What replaced texts leave open, page by page',
    tag: 'documents',
    query: textSchema.questionQuery,
    answer: textSchema.questionPage,
  },
  'read-plan': {
    summary: 'The text of a .txt, .md or .docx file; nothing is stored',
    tag: 'documents',
    body: planSchema.fileRequest,
    answer: planSchema.fileReading,
    errors: ['WG_TEXT_UNREADABLE'],
    bodyLimit: 14 * MB,
    takesKey: false,
  },
  'bring-plan': {
    summary:
      'Bring in a plan with its text, as one deed; links of the plan it follows are carried; with dryRun only tell what would happen',
    tag: 'documents',
    body: planSchema.planRequest,
    answer: planSchema.planReport,
    errors: ['WG_NOT_FOUND'],
    bodyLimit: 4 * MB,
  },
  versions: { summary: 'The texts a plan has had, the present one first', answer: planSchema.versions },
  'version-diff': {
    summary: 'Two texts that a plan has had, sentence by sentence',
    query: planSchema.versionDiffQuery,
    answer: planSchema.versionDiff,
    errors: ['WG_TOO_HARD'],
  },
  'draft-plan': {
    summary: 'Read drafts of commitments from a plan text by rules; nothing is stored',
    tag: 'documents',
    body: draftSchema.draftRequest,
    answer: draftSchema.planDrafts,
    bodyLimit: 2 * MB,
    takesKey: false,
  },
  'document-drafts': {
    summary: 'Drafts of commitments for the clauses of a plan that none was cut from yet',
    query: draftSchema.documentDraftsQuery,
    answer: draftSchema.planDrafts,
    errors: ['WG_TOO_HARD'],
  },
  'preview-sheet': {
    summary: 'Read a task sheet or a monthly sheet cell by cell as the records it would make; nothing is stored',
    body: sheetSchema.sheetPreviewRequest,
    answer: sheetSchema.taskSheet,
    errors: ['WG_SHEET_UNREADABLE', 'WG_NOT_FOUND'],
    bodyLimit: 28 * MB,
    takesKey: false,
  },
  'import-sheet': {
    summary: 'Take the rows of a task sheet or a monthly sheet in, as one deed; with dryRun only tell what would change',
    body: sheetSchema.sheetImportRequest,
    answer: sheetSchema.sheetImportReport,
    errors: ['WG_SHEET_UNREADABLE', 'WG_SHEET_FAULTY', 'WG_NOT_FOUND'],
    bodyLimit: 28 * MB,
  },
  recipes: {
    summary: 'Recipes that are kept for reading sheets, page by page',
    tag: 'sheets',
    query: sheetSchema.recipeQuery,
    answer: sheetSchema.recipePage,
  },
  'task-sheet-xlsx': {
    summary: 'The ledger as a task sheet (.xlsx) that can be edited and brought back; or a month as the monthly sheet',
    tag: 'sheets',
    query: sheetSchema.taskSheetQuery,
    answer: fileOf(MEDIA.xlsx, sheetSchema.sheetBytes),
  },
  'task-sheet-csv': {
    summary: 'The ledger as a task sheet (.csv) that can be edited and brought back',
    tag: 'sheets',
    query: sheetSchema.taskSheetQuery,
    answer: fileOf('text/csv', sheetSchema.sheetBytes),
  },
} satisfies Partial<Descriptions>;
