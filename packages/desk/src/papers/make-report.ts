import { type Bilingual, type DayString, dayOf, idOf, isDay, WestgateError } from '@westgate/base';
import {
  type CircularContent,
  circularContentOf,
  FOLDER_TABLES,
  isMonth,
  isReadable,
  monthlyContentOf,
  type Narrative,
  type Register,
  type Row,
  registerFor,
  reportContentOf,
  soundRegister,
} from '@westgate/domain';
import type { Ask, AskedAt, DeedsBefore } from '../deeds/ask.ts';
import { requireKnownBy } from '../deeds/require-forms.ts';
import { requirePlan } from '../deeds/require-plan.ts';
import type { Changing } from '../deeds/work.ts';
import { hashOfReport, keyOfReport } from '../folder/frozen-report.ts';

/** Characters of a title. */
const TITLE_LENGTH = 200;
/** Characters of what one report holds: some 50,000 commitments. */
const CONTENT_LENGTH = 64_000_000;

/**
 * Makes the next report of the register. Its number is the first that no report ever had, one that was taken back included. Throws `WG_INPUT_INVALID` for
 * a title that does not fit and for too much in one report, `WG_NO_DISTRICT` where there is none.
 */
export async function makeReport(held: Register, ask: Ask<'make-report'>, { today, seq, before }: AskedAt): Promise<Changing> {
  const register = soundRegister(held);
  const title = titleOf(ask.title);
  if (register.district.size === 0)
    throw new WestgateError('WG_NO_DISTRICT', {
      zh: '还没有区，没有可写报告的',
      en: 'expected a district to report on; there is none yet',
    });
  const [last] = await before.deeds(1, seq);
  const number = await nextNumber(before, register);
  const asOf = dayOf(ask.asOf ?? today);
  const content = contentOf(register, { ...ask, asOf }, today);
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
    as_of: asOf,
    made_on: today,
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
  return { changes: [{ table: 'report', key: after.id, before: null, after }] };
}

function contentOf(
  register: Register,
  { asOf, monthly, circular, plan }: Pick<Ask<'make-report'>, 'monthly' | 'circular' | 'plan'> & { readonly asOf: DayString },
  madeOn: DayString,
): Row<'report'>['content'] {
  if (plan !== null) requirePlan(register, plan);
  requireKnownBy(madeOn, asOf);
  if (circular && monthly)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: '报告应为月报或督查通报之一',
      en: 'expected a report of a month or a circular, found both',
    });
  if (circular) return circularIn(register, circular, { asOf, plan });
  if (!monthly) return reportContentOf(register, asOf, plan ?? undefined);
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
  return monthlyContentOf(register, month, tidyNarrative(narrative), { asOf, plan: plan ?? undefined });
}

/** What a supervision circular of a day holds fast. Throws `WG_INPUT_INVALID` for a period that ends before it begins or after that day. */
export function circularIn(
  register: Register,
  { from, to, words, origins }: NonNullable<Ask<'make-report'>['circular']>,
  { asOf, plan }: { readonly asOf: DayString; readonly plan: string | null },
): CircularContent {
  if (!isDay(from) || !isDay(to) || from > to || to > asOf)
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `通报时段：应为起止日期，止不晚于 ${asOf}，现为 ${from.slice(0, 20)} 至 ${to.slice(0, 20)}`,
      en: `circular: expected a first and a last day, the last not after ${asOf}, found ${from.slice(0, 20)} to ${to.slice(0, 20)}`,
    });
  return circularContentOf(register, { from: dayOf(from), to: dayOf(to), words: tidy(words), origins }, asOf, plan ?? undefined);
}

/** What people wrote, empty texts as none. */
function tidy({ zh, en }: Bilingual): Bilingual {
  for (const text of [zh, en])
    if (text && !isReadable(text))
      throw new WestgateError('WG_INPUT_INVALID', { zh: 'narrative：应为读得出的字符', en: 'narrative: expected readable characters' });
  return { zh: zh?.trim() || null, en: en?.trim() || null };
}

function tidyNarrative(narrative: Narrative): Narrative {
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
async function nextNumber(before: DeedsBefore, register: Register): Promise<number> {
  let number = Math.max(0, ...[...register.report.values()].map((row) => row.number)) + 1;
  while ((await before.history('report', keyOfReport(number), 1)).length > 0) number += 1;
  return number;
}
