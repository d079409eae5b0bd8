import assert from 'node:assert/strict';
import type { DayString } from '@westgate/base';
import { type OfficeSheet, sheetPreview, type TaskSheet } from '@westgate/desk';

/** The day on which sheets are brought. */
export const TODAY = '2026-07-02' as DayString;

/** A sheet that was read as one of tasks. */
export function asTasks(sheet: OfficeSheet): TaskSheet {
  assert.ok(sheet.reads === 'task-sheet');
  return sheet;
}

/** What a draft is read as, where that is a sheet of tasks. */
export async function taskPreview(...asked: Parameters<typeof sheetPreview>): Promise<TaskSheet> {
  return asTasks(await sheetPreview(...asked));
}
