import { WestgateError } from '@westgate/base';
import type { SheetFault, SheetFaultCode } from './sheet-field.ts';

/** Faults that are told at once. */
const MOST_TOLD = 1_000;

/** A fault of a cell, told with what was expected and what came. */
export function faultAt(weight: SheetFault['weight'], code: SheetFaultCode, cell: string, expected: string, found: string): SheetFault {
  const shown = [...found].length <= 120 ? found : `${[...found].slice(0, 119).join('')}…`;
  return {
    weight,
    code,
    cell,
    expected,
    found: shown,
    message: `${cell}: expected ${expected}, found ${shown === '' ? 'nothing' : shown}`,
  };
}

/** The refusal of a sheet with faults. */
export function sheetFaulty(faults: readonly SheetFault[]): WestgateError {
  const [first] = faults;
  const message = {
    zh: `表中有 ${faults.length} 处错误，未导入任何内容${first ? `；首处在 ${first.cell}` : ''}。`,
    en: `${faults.length} ${faults.length === 1 ? 'fault' : 'faults'} in the sheet; nothing was stored. ${first?.message ?? ''}`,
  };
  return new WestgateError('WG_SHEET_FAULTY', message, { faults: faults.slice(0, MOST_TOLD), total: faults.length });
}
