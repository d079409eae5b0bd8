import { bareText } from '../common/flat-text.ts';
import { faultAt } from '../common/sheet-fault.ts';
import type { SheetFault } from '../common/sheet-field.ts';
import type { SheetCell } from '../file/sheet-book.ts';

/** Decimal digits that a spreadsheet keeps: what is behind them is dust. */
const DIGITS = 15;
/** Words and marks that say that a value is not known: never 0. */
const NOT_KNOWN = /^(?:[\p{Pd}−─/／…·.]+|无数据|暂无数据|暂无|缺|缺失|未统计|不详|未知|不适用|n\/?a|notknown|unknown|null|none)$/iu;

/** What a cell says as a number: nothing, or that it is not known; a value, `isShare` where it stands in per cent; or what is wrong with it. */
export type ReadNumber = { readonly empty: true } | { readonly value: number; readonly isShare: boolean } | { readonly fault: SheetFault };

/** Reads a cell as a number; `name`: its address. */
export function readNumber(cell: SheetCell | undefined, name: string): ReadNumber {
  if (cell === undefined) return { empty: true };
  const { value, shown } = cell;
  if (value.kind === 'error') return { fault: faultAt('faulty', 'error-value', name, 'a value', value.error) };
  if (value.kind === 'none')
    return cell.formula === null
      ? { empty: true }
      : {
          fault: faultAt(
            'faulty',
            'formula-without-value',
            name,
            'a formula with its value: open the file and save it again',
            `=${cell.formula}`,
          ),
        };
  if (value.kind === 'text' && /^-?\d{1,9}(?:\.\d{1,5})?$/.test(shown)) return { value: Number(shown), isShare: false };
  const plain = shown.normalize('NFKC').replaceAll(/[\s,]/g, '').replaceAll(/[−–—]/g, '-');
  if (plain === '' || NOT_KNOWN.test(plain)) return { empty: true };
  const isShare = plain.endsWith('%');
  if (value.kind === 'number' && !isShare) return { value: Number(value.number.toPrecision(DIGITS)), isShare };
  const digits = isShare ? plain.slice(0, -1) : plain;
  const number = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(digits) ? Number(digits) : Number.NaN;
  if (!Number.isFinite(number)) return { fault: faultAt('faulty', 'value-not-understood', name, 'a number', shown) };
  return { value: Number(number.toPrecision(DIGITS)), isShare };
}

/** Whether a unit is that of an indicator, by its code or its names. */
export function isUnitOf(units: readonly string[], said: string): boolean {
  if (said === '' || units.includes(said)) return true;
  const plain = unitText(said);
  return plain === '' || units.some((unit) => unitText(unit) === plain);
}

/** A unit by its names, each once, for who is told what was expected: its code only where it has none. */
export function sayUnits([code, ...names]: readonly string[]): string {
  return [...new Set(names.length > 0 ? names : [code])].join(' / ');
}

/** A unit as it is compared; of one that is nothing but marks, such as %, these. */
function unitText(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const bare = bareText(plain);
  return bare === '' || /[%‰/²³^]/.test(plain) ? plain.replaceAll(/\s/g, '') : bare;
}

/** Whether an indicator is counted in per cent. */
export function isInShare(units: readonly string[]): boolean {
  return units.some((unit) => unitText(unit) === '%');
}
