import { addMonths, byText, type DayString, daysBetween } from '@westgate/base';
import type { PipelineStage, ReviewStanding } from '../register/fields/vocabulary.ts';
import { grouped } from '../register/groups.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';

type Review = Pick<Row<'industry_review'>, 'on' | 'stage' | 'next_on'>;

/** The months from one review to the next, and the days before it is due in which it is near. */
export const REVIEW_MONTHS = 3;
const NEAR_DAYS = 14;

/** How far an industry is that is being raised, and how its review stands. */
export interface Pipeline<R extends Review = Row<'industry_review'>> {
  /** How far it is, as its last review says; null where it was not reviewed yet. */
  readonly stage: PipelineStage | null;
  readonly last: R | null;
  /** The day by which it is to be reviewed again; null where no review is owed. */
  readonly due: DayString | null;
  readonly standing: ReviewStanding | null;
}

/**
 * How an industry stands in the pipeline on a day: of its reviews up to the day, and the day from which it is reviewed. The next review is due three months after the last
 * one, or after that day where there was none since, or sooner where the last one says so. After the due day silence is overdue, however good the last finding was.
 */
export function pipelineOn<R extends Review>(reviewFrom: DayString | null, reviews: readonly R[], asOf: DayString): Pipeline<R> {
  const last = reviews
    .filter(({ on }) => on <= asOf)
    .reduce<R | null>((latest, each) => (latest === null || each.on > latest.on ? each : latest), null);
  const stage = last?.stage ?? null;
  if (reviewFrom === null || reviewFrom > asOf) return { stage, last, due: null, standing: null };
  const isAnew = last === null || last.on < reviewFrom;
  const latest = addMonths(isAnew ? reviewFrom : last.on, REVIEW_MONTHS);
  const said = isAnew ? null : last.next_on;
  const due = said !== null && said < latest ? said : latest;
  return { stage, last, due, standing: asOf > due ? 'overdue' : daysBetween(asOf, due) <= NEAR_DAYS ? 'near' : 'in-time' };
}

/** The reviews of an industry, the earliest first. */
export function reviewsOf(register: Register, industry: string): readonly Row<'industry_review'>[] {
  return allReviews(register).get(industry) ?? [];
}

/** How an industry of a register stands in the pipeline on a day. */
export function pipelineOf(
  register: Register,
  { id, review_from }: Pick<Row<'industry'>, 'id' | 'review_from'>,
  asOf: DayString,
): Pipeline {
  return pipelineOn(review_from, reviewsOf(register, id), asOf);
}

const allReviews = registerIndex({
  basis: { industry_review: 'rows' },
  build: (register) =>
    grouped(
      [...register.industry_review.values()].sort((a, b) => byText(a.on, b.on)),
      (row) => row.industry,
    ),
});
