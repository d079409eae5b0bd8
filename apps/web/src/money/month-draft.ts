import type { Bilingual, Language } from '@westgate/base';
import type { MonthlyRow, MonthReport } from '@westgate/contract';
import { type ActionSent, moneyText, percentOf, readMoney } from '@westgate/domain';
import type { FormFault } from '../record/form/form-values.ts';
import { saidIn } from '../scope/district-context.ts';

/** What the lead of a project fills in of a month, as it stands in the fields. */
export interface MonthSaid {
  /** In 10,000 yuan. */
  readonly completed: string;
  /** In per cent. */
  readonly share: string;
  readonly words: string;
  readonly problem: string;
  readonly level: MonthReport['level'];
  readonly fallReason: string;
}

/** The fields as the form opens: what was said of this month, else what was said of the last one. */
export function saidBefore({ report, before }: MonthlyRow, language: Language): MonthSaid {
  const last = report ?? before;
  const textOf = (pair: Bilingual | undefined): string => pair?.[language] ?? pair?.[language === 'zh' ? 'en' : 'zh'] ?? '';
  return {
    completed: last && last.completedFen !== null ? moneyText(last.completedFen) : '',
    share: last && last.share !== null ? percentText(last.share) : '',
    words: textOf(last?.words),
    problem: textOf(last?.problem),
    level: last?.level ?? 'none',
    fallReason: textOf(report?.fallReason),
  };
}

/** The last report of an earlier month with an amount larger than the one typed; null where it does not fall. */
export function fallOf({ known }: MonthlyRow, { completed }: MonthSaid): { readonly month: string; readonly fen: number } | null {
  const fen = readMoney(completed);
  if (!known || fen === null || fen >= known.completedFen) return null;
  return { month: known.month, fen: known.completedFen };
}

/** What keeps the report from being sent. */
export function monthFaults(row: MonthlyRow, said: MonthSaid): readonly FormFault[] {
  const faults: FormFault[] = [];
  const isSaid = [said.completed, said.share, said.words, said.problem].some((text) => text.trim() !== '');
  if (!isSaid) faults.push({ field: 'completed', word: 'money.fault.nothing' });
  if (said.completed.trim() !== '' && readMoney(said.completed) === null) faults.push({ field: 'completed', word: 'money.fault.amount' });
  if (said.share.trim() !== '' && readPercent(said.share) === null) faults.push({ field: 'share', word: 'money.fault.share' });
  if (fallOf(row, said) && said.fallReason.trim() === '') faults.push({ field: 'fallReason', word: 'money.fault.fall' });
  return faults;
}

/** The report that the fields tell. A text that stands as it was keeps both its languages; another is in the language of the screen alone. */
export function monthDraftOf(row: MonthlyRow, said: MonthSaid, language: Language): ActionSent<'report-month'>['reports'][number] {
  const last = row.report ?? row.before;
  const opened = saidBefore(row, language);
  const pairOf = (text: string, shown: string, held: Bilingual | undefined): Bilingual => {
    if (held && text.trim() === shown.trim()) return held;
    return saidIn(text, language);
  };
  const isFalling = fallOf(row, said) !== null;
  return {
    project: row.project.id,
    completedFen: readMoney(said.completed),
    share: readPercent(said.share),
    words: pairOf(said.words, opened.words, last?.words),
    problem: pairOf(said.problem, opened.problem, last?.problem),
    level: said.level,
    fallReason: isFalling ? pairOf(said.fallReason, opened.fallReason, row.report?.fallReason) : { zh: null, en: null },
  };
}

/** A share as it is typed, in per cent with at most two decimals. */
export function percentText(share: number): string {
  return String(percentOf(share));
}

function readPercent(typed: string): number | null {
  const text = typed.trim().replace(/%|％/g, '');
  if (!/^\d{1,3}(?:\.\d{1,2})?$/.test(text)) return null;
  const share = Math.round(Number(text) * 100) / 10_000;
  return share <= 1 ? share : null;
}
