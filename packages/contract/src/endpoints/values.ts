import { sheetBytes } from '../schemas/sheets.ts';
import * as valueSheetSchema from '../schemas/value-sheets.ts';
import { type Descriptions, fileOf, MEDIA } from './told.ts';

const MB = 1024 * 1024;

/** Sheets of values of indicators. */
export const values = {
  'preview-values': {
    summary:
      'Read a sheet of values cell by cell, one a row or as a cross table, and tell what is new, changed, the same or refused; nothing is stored',
    tag: 'indicators',
    body: valueSheetSchema.valuePreviewRequest,
    answer: valueSheetSchema.valuePreview,
    errors: ['WG_SHEET_UNREADABLE', 'WG_NO_DISTRICT'],
    bodyLimit: 28 * MB,
    takesKey: false,
  },
  'import-values': {
    summary: 'Take the values of a sheet in, as one deed',
    tag: 'indicators',
    body: valueSheetSchema.valueImportRequest,
    answer: valueSheetSchema.valueImportReport,
    errors: ['WG_SHEET_UNREADABLE', 'WG_SHEET_FAULTY', 'WG_NO_DISTRICT'],
    bodyLimit: 28 * MB,
  },
  'values-xlsx': {
    summary: 'All values of indicators, of the whole and by place, as a sheet (.xlsx) that can be edited and brought back',
    tag: 'indicators',
    query: valueSheetSchema.valueFileQuery,
    answer: fileOf(MEDIA.xlsx, sheetBytes),
  },
  'values-csv': {
    summary: 'All values of indicators, of the whole and by place, as a sheet (.csv) that can be edited and brought back',
    tag: 'indicators',
    query: valueSheetSchema.valueFileQuery,
    answer: fileOf('text/csv', sheetBytes),
  },
} satisfies Partial<Descriptions>;
