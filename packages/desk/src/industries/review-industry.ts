import { addMonths, dayOf, isDay, WestgateError } from '@westgate/base';
import { REVIEW_MONTHS, type Register, reviewsOf } from '@westgate/domain';
import type { Ask } from '../deeds/ask.ts';
import { dayOn, given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';

const FINDING_OWED = { zh: '评议意见：应写明评议结论及依据', en: 'finding: expected what was found' };

/**
 * Records what the review of an industry found; with its first review an industry is in the pipeline, which who may edit it decides: one that is in it is left as it is. Throws `WG_INPUT_INVALID` where nothing was found, a review of that day is
 * there, or the next one is not after it or later than three months after it.
 */
export function reviewIndustry(register: Register, { id, on, stage, finding, nextOn, source }: Ask<'review-industry'>): Changing {
  const row = presentRow(register.industry, 'industry', id);
  if (!isSaid(finding)) throw new WestgateError('WG_INPUT_INVALID', FINDING_OWED);
  if (!isDay(on)) throw new WestgateError('WG_INPUT_INVALID', dayOn('on', on));
  const latest = addMonths(dayOf(on), REVIEW_MONTHS);
  if (nextOn !== null && (nextOn <= on || nextOn > latest)) throw new WestgateError('WG_INPUT_INVALID', nextWithin(on, latest, nextOn));
  if (reviewsOf(register, id).some((each) => each.on === on))
    throw new WestgateError('WG_INPUT_INVALID', {
      zh: `评议日期：${on} 已有一次评议`,
      en: `on: expected a day without a review, there is one of ${on}`,
    });
  const review = { industry: id, on, stage, finding_zh: finding.zh, finding_en: finding.en, source, next_on: nextOn };
  const began = row.review_from === null || row.review_from > on ? ([['industry', { ...given(row), review_from: on }]] as const) : [];
  return { changes: putChanges(register, [['industry_review', review], ...began]) };
}

function nextWithin(on: string, latest: string, found: string) {
  return {
    zh: `下次评议：应在 ${on} 之后、不晚于 ${latest}（按季评议），现为 ${found}`,
    en: `next_on: expected a day after ${on} and no later than ${latest}, as it is reviewed each quarter, found ${found}`,
  };
}
