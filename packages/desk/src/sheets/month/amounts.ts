import { moneyText, readMoney } from '@westgate/domain';
import type { FieldDraft, Slot } from '../common/field-draft.ts';
import { faultAt } from '../common/sheet-fault.ts';

/** What amounts of a sheet are counted in. */
export type MoneyUnit = '元' | '万元' | '亿元';

/** Places that the point moves to make an amount one of 10,000 yuan. */
const SHIFTS: Readonly<Record<MoneyUnit, number>> = { 元: -4, 万元: 0, 亿元: 4 };
/** Decimal digits that a number of a program holds faithfully. */
const FAITHFUL_DIGITS = 15;
const NOT_KNOWN = /^[\p{Pd}−─/／]+$/u;

/** True for a cell that says nothing: empty, or a dash or stroke, which never stands for 0. */
export function isUnknown(text: string): boolean {
  return text === '' || NOT_KNOWN.test(text.replaceAll(/\s/g, ''));
}

/** What a cell says, as an amount. */
export interface AmountDraft extends FieldDraft {
  readonly fen: number | null;
}

/** An amount, exact to the fen. The unit beside it counts before that of the head; `unit`: null where a unit is told that is none of those known. */
export function readAmount({ name: cell, text, isNumber }: Slot, unit: MoneyUnit | null): AmountDraft {
  const plain = text.normalize('NFKC').replaceAll(/[,，\s]/g, '');
  if (isUnknown(plain)) return { value: null, fen: null };
  const [, whole, rest = '', beside] = /^(\d+)(?:\.(\d+))?(亿元?|万元?|元)?$/.exec(isNumber ? withoutDust(plain) : plain) ?? [];
  const own = beside === undefined ? unit : beside.startsWith('亿') ? '亿元' : beside.startsWith('万') ? '万元' : '元';
  if (whole === undefined || own === null) {
    const expected = whole === undefined ? 'an amount in digits' : 'an amount in 元, 万元 or 亿元';
    return { value: null, fen: null, fault: faultAt('unclear', 'amount-not-understood', cell, expected, text) };
  }
  const fen = readMoney(moved(whole, rest, SHIFTS[own]));
  if (fen === null)
    return { value: null, fen, fault: faultAt('faulty', 'amount-inexact', cell, 'an amount to the fen that can be held', text) };
  return { value: moneyText(fen), fen, notes: own === unit ? [] : ['unit-of-amount'] };
}

/** An amount of a sheet in a unit: as a number, which a spreadsheet holds exactly. */
export function amountIn(fen: number, unit: MoneyUnit): number {
  return fen / 10 ** (6 + SHIFTS[unit]);
}

export function unitOf(words: string | null): MoneyUnit | null {
  const unit = words?.replace(/^人民币\s*/, '');
  return unit === '元' || unit === '万元' || unit === '亿元' ? unit : null;
}

/** Digits with the point moved to the right. */
function moved(whole: string, rest: string, by: number): string {
  const digits = by < 0 ? whole.padStart(1 - by, '0') + rest : whole + rest.padEnd(by, '0');
  const point = (by < 0 ? Math.max(whole.length, 1 - by) : whole.length) + by;
  const after = digits.slice(point).replace(/0+$/, '');
  return `${digits.slice(0, point).replace(/^0+(?=\d)/, '')}${after === '' ? '' : `.${after}`}`;
}

/** A number as it was meant, of which programs keep fifteen digits and some dust: 434.99999999999994 is 435. */
function withoutDust(plain: string): string {
  return /^\d+\.\d{10,}$/.test(plain) ? Number(plain).toPrecision(FAITHFUL_DIGITS) : plain;
}

/** True where a share of the plan as it is written is `percent`, rounded as it is written: 55.2%, 55.2 and 0.552 are read alike. */
export function saysShare(text: string, percent: number): boolean | null {
  const [, digits, decimals = '', sign] = /^([+-]?\d+(?:\.(\d+))?)(%)?$/.exec(plainSigned(text)) ?? [];
  if (digits === undefined) return null;
  const half = 0.5 / 10 ** decimals.length;
  const isNear = (value: number, within: number): boolean => Math.abs(value - percent) <= within + 1e-9;
  return isNear(Number(digits), half) || (sign === undefined && isNear(Number(digits) * 100, half * 100));
}

/** The same of points ahead of elapsed time: +5.2, 超5.2, 欠5.2个百分点, (5.2). They may follow from a rounded share. */
export function saysPoints(text: string, points: number): boolean | null {
  const [, mark = '', digits, decimals = ''] = /^(超|欠|\+|-|\()?(\d+(?:\.(\d+))?)\)?(?:个?百分点|%)?$/.exec(plainSigned(text)) ?? [];
  if (digits === undefined) return null;
  const value = mark === '欠' || mark === '-' || mark === '(' ? -Number(digits) : Number(digits);
  return Math.abs(value - points) <= 0.5 / 10 ** decimals.length + 0.05 + 1e-9;
}

/** How far a share of the plan is ahead of elapsed time, both in per cent, as points. */
export function pointsAhead(percent: number, month: string): number {
  return percent - (Number(month.slice(5)) / 12) * 100;
}

/** The work on site, 0 to 1; null where it is none. `isPercent`: the head says that all of the column is in per cent. */
export function readSite(text: string, isPercent = false): number | null {
  const [, digits, sign] = /^(\d+(?:\.\d+)?)(%)?$/.exec(plainSigned(text)) ?? [];
  if (digits === undefined) return null;
  const share = sign === undefined && !isPercent && Number(digits) <= 1 ? Number(digits) : Number(digits) / 100;
  return share <= 1 ? share : null;
}

/** A share as it is written: 0.5525 as 55.25%. */
export function percentOf(share: number): string {
  return `${Number((share * 100).toFixed(4))}%`;
}

function plainSigned(text: string): string {
  return text.normalize('NFKC').replaceAll(/[−–—]/g, '-').replaceAll(/[,\s]/g, '');
}
