import type { Bilingual } from '@westgate/base';
import { percentOf, sayMoney } from '../programme/money/say-money.ts';
import type { MonthlyContent, MonthlyContentRow } from '../register/fields/monthly-content.ts';
import type { ReportThing } from '../register/fields/report-content.ts';
import { vocabularyName } from '../register/vocabulary-names.ts';

/** What of a row may have changed since it was frozen. */
export const MONTHLY_CHANGES = [
  'came',
  'gone',
  'department',
  'total',
  'plan',
  'completed',
  'month',
  'reported',
  'share',
  'words',
  'problem',
  'level',
] as const;
type MonthlyChangeName = (typeof MONTHLY_CHANGES)[number];

/** A figure or words of a frozen month that the ledger now tells otherwise; null: not known. */
export interface MonthlyChange {
  readonly project: ReportThing;
  readonly what: MonthlyChangeName;
  readonly frozen: Bilingual | null;
  readonly now: Bilingual | null;
}

/** What the ledger now tells otherwise than a report that froze the month, project by project; amounts in 10,000 yuan. */
export function monthlyChanges(frozen: MonthlyContent, now: MonthlyContent): readonly MonthlyChange[] {
  const [before, after] = [placedRows(frozen), placedRows(now)];
  const gone = [...before].filter(([id]) => !after.has(id)).map(([, { row }]) => changeOf(row, 'gone'));
  return [
    ...[...after].flatMap(([id, present]) => {
      const held = before.get(id);
      return held ? rowChanges(held, present) : [changeOf(present.row, 'came')];
    }),
    ...gone,
  ];
}

/** A row with the department it stands under. */
interface Placed {
  readonly row: MonthlyContentRow;
  readonly department: ReportThing | null;
}

function placedRows({ groups }: MonthlyContent): ReadonlyMap<string, Placed> {
  return new Map(groups.flatMap(({ department, rows }) => rows.map((row) => [row.project.id, { row, department }] as const)));
}

function changeOf({ project }: MonthlyContentRow, what: 'came' | 'gone'): MonthlyChange {
  return { project, what, frozen: null, now: null };
}

function rowChanges(held: Placed, present: Placed): readonly MonthlyChange[] {
  const [before, after] = [toldBy(held), toldBy(present)];
  return before.flatMap(([what, frozen], index) => {
    const now = after[index]?.[1] ?? null;
    return isSame(frozen, now) ? [] : [{ project: present.row.project, what, frozen, now }];
  });
}

type Told = readonly [Exclude<MonthlyChangeName, 'came' | 'gone'>, Bilingual | null];

function toldBy({ row, department }: Placed): readonly Told[] {
  return [
    ['department', department?.name ?? null],
    ['total', money(row.total?.fen ?? null)],
    ['plan', money(row.plan?.fen ?? null)],
    ['completed', money(row.completedFen)],
    ['month', money(row.monthFen)],
    ['reported', plain(row.reportedOn)],
    ['share', plain(row.share === null ? null : `${percentOf(row.share)} %`)],
    ['words', worded(row.words)],
    ['problem', worded(row.problem)],
    ['level', row.level === null ? null : vocabularyName('level', row.level)],
  ];
}

function money(fen: number | null): Bilingual | null {
  return plain(fen === null ? null : sayMoney(fen));
}

function plain(text: string | null): Bilingual | null {
  return text === null ? null : { zh: text, en: text };
}

function worded(pair: Bilingual): Bilingual | null {
  return pair.zh === null && pair.en === null ? null : pair;
}

function isSame(a: Bilingual | null, b: Bilingual | null): boolean {
  return a === b || (a !== null && b !== null && a.zh === b.zh && a.en === b.en);
}
