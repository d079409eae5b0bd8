import type { SheetFault, SheetFaultCode } from './sheet-field.ts';

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
