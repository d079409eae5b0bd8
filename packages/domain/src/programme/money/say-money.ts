import { MOST_FEN } from '../../kernel/kinds/fen.ts';

/** Fen in 10,000 yuan, the unit of sheets and screens. */
const FEN_IN_UNIT = 1_000_000;
const DIGITS = 6;

/** An amount in 10,000 yuan as people write it, exact to the fen: `12,345.67`. */
export function sayMoney(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / FEN_IN_UNIT);
  const rest = String(Math.abs(fen) % FEN_IN_UNIT)
    .padStart(DIGITS, '0')
    .replace(/0+$/, '');
  const grouped = String(whole).replace(/\B(?=(\d{3})+$)/g, ',');
  return `${fen < 0 ? '−' : ''}${grouped}${rest === '' ? '' : `.${rest}`}`;
}

/** The same without separators, as a field is filled with. */
export function moneyText(fen: number): string {
  return sayMoney(fen).replaceAll(',', '');
}

/** What was typed in 10,000 yuan as fen, digit by digit; null where it is no amount, too exact or too large. */
export function readMoney(typed: string): number | null {
  const text = typed
    .trim()
    .replaceAll(/[,，\s]/g, '')
    .normalize('NFKC');
  const [, whole, rest = ''] = /^(\d{1,9})(?:\.(\d{1,6}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const fen = Number(whole + rest.padEnd(DIGITS, '0'));
  return fen <= MOST_FEN ? fen : null;
}

/** A share, 1 for all, in per cent to two decimals. */
export function percentOf(share: number): number {
  return Math.round(share * 10_000) / 100;
}
