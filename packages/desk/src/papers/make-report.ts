import { type Bilingual, type DayString, idOf, WestgateError } from '@westgate/base';
import {
  type Change,
  FOLDER_TABLES,
  isMonth,
  isReadable,
  monthlyContentOf,
  type Narrative,
  type Register,
  type Row,
  registerFor,
  reportContentOf,
} from '@westgate/domain';
import type { Store } from '@westgate/store';
import { requireKnownBy } from '../deeds/require-forms.ts';
import { requirePlan } from '../deeds/require-plan.ts';
import { hashOfReport, keyOfReport } from '../folder/frozen-report.ts';

/** A report as a person asks for it. */
export interface ReportDraft {
  /** One language at least. */
  readonly title: Bilingual;
  /** The day states are computed for. */
  readonly asOf: DayString;
  /** The plan it is of alone; left out: it is of the whole district. */
  readonly plan?: string | undefined;
  /** Today in the district. */
  readonly madeOn: DayString;
  /** The month it freezes, with what people wrote of it; left out: it is a report on the promises. */
  readonly monthly?: { readonly month: string; readonly narrative: Narrative } | undefined;
}

/** Characters of a title. */
const TITLE_LENGTH = 200;
/** Characters of what one report holds: some 50,000 commitments. */
const CONTENT_LENGTH = 64_000_000;

/**
 * The change that makes the next report of the register at deed `seq`. Its number is the first that no report ever had, one that was taken
 * back included. Throws `WG_INPUT_INVALID` for a title that does not fit and for too much in one report, `WG_NO_DISTRICT` where there is none.
 */
export async function reportChange(store: Store, register: Register, seq: number, draft: ReportDraft): Promise<Change> {
  const title = titleOf(draft.title);
  if (register.district.size === 0)
    throw new WestgateError('WG_NO_DISTRICT', {
      zh: '还没有区，没有可写报告的',
      en: 'expected a district to report on; there is none yet',
    });
  const [last] = await store.recentDeeds(1, seq + 1);
  const number = await nextNumber(store, register);
  const content = contentOf(register, draft);
  const length = JSON.stringify(content).length;
  if (length > CONTENT_LENGTH) {
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `一份报告至多 ${CONTENT_LENGTH} 个字符，现为 ${length}`,
        en: `expected at most ${CONTENT_LENGTH} characters in one report, found ${length}`,
      },
      { length },
    );
  }
  const frozen = {
    number,
    title_zh: title.zh,
    title_en: title.en,
    as_of: draft.asOf,
    made_on: draft.madeOn,
    head_seq: last?.seq ?? 0,
    head_hash: last?.hash ?? '',
    content,
  };
  const after: Row<'report'> = {
    id: idOf<'report'>(keyOfReport(number)),
    ...frozen,
    hash: hashOfReport(frozen),
    visibility: visibilityOf(register),
    rev: 1,
  };
  return { table: 'report', key: after.id, before: null, after };
}

function contentOf(register: Register, { asOf, madeOn, monthly, plan }: ReportDraft): Row<'report'>['content'] {
  if (plan !== undefined) requirePlan(register, plan);
  requireKnownBy(madeOn, asOf);
  if (!monthly) return reportContentOf(register, asOf, plan);
  const { month, narrative } = monthly;
  if (asOf !== madeOn)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `asOf：应为 ${madeOn}，月报按台账现状冻结；现为 ${asOf}`,
        en: `asOf: expected ${madeOn}: a month is frozen as the ledger stands, found ${asOf}`,
      },
      { field: 'asOf' },
    );
  if (!isMonth(month) || month > asOf.slice(0, 7)) {
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `month：应为月份，如 2024-12，不晚于 ${asOf}，现为 ${month.slice(0, 20)}`,
      en: `month: expected a month such as 2024-12, not after ${asOf}, found ${month.slice(0, 20)}`,
    });
  }
  return monthlyContentOf(register, month, tidyNarrative(narrative), { asOf, plan });
}

/** What people wrote, empty texts as none. */
function tidyNarrative(narrative: Narrative): Narrative {
  const tidy = ({ zh, en }: Bilingual): Bilingual => {
    for (const text of [zh, en])
      if (text && !isReadable(text))
        throw new WestgateError('WG_INPUT_INVALID', { zh: 'narrative：应为读得出的字符', en: 'narrative: expected readable characters' });
    return { zh: zh?.trim() || null, en: en?.trim() || null };
  };
  const { overview, problems, next } = narrative;
  return { overview: tidy(overview), problems: tidy(problems), next: tidy(next) };
}

/** Who may know of a report: whoever has an account where all it could hold may be known in the district, else those who may know of everything. */
function visibilityOf(register: Register): Row<'report'>['visibility'] {
  const whole = { ...register, report: NO_REPORTS };
  const seen = registerFor(whole, { roles: ['reader'], department: null });
  return FOLDER_TABLES.every((table) => seen[table] === whole[table]) ? 'district' : 'confidential';
}

const NO_REPORTS: Register['report'] = new Map();

/** The report with this number; null where there is none. */
export function reportNumbered(register: Register, number: number): Row<'report'> | null {
  const rows: ReadonlyMap<string, Row<'report'>> = register.report;
  return rows.get(keyOfReport(number)) ?? null;
}

function titleOf({ zh, en }: Bilingual): Bilingual {
  const title = { zh: zh?.trim() || null, en: en?.trim() || null };
  if (title.zh === null && title.en === null)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: 'title：至少用一种语言写标题',
      en: 'title: expected a title in one language at least',
    });
  for (const [language, text] of Object.entries(title)) {
    if (text === null || (text.length <= TITLE_LENGTH && isReadable(text))) continue;
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `title.${language}：至多 ${TITLE_LENGTH} 个读得出的字符`,
      en: `title.${language}: expected at most ${TITLE_LENGTH} readable characters`,
    });
  }
  return title;
}

/** A number is given once, so that two papers never carry the same one: those taken back are found in the history of their keys. */
async function nextNumber(store: Store, register: Register): Promise<number> {
  let number = Math.max(0, ...[...register.report.values()].map((row) => row.number)) + 1;
  while ((await store.history('report', keyOfReport(number), 1)).length > 0) number += 1;
  return number;
}
