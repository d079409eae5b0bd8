import type { DayString } from '@westgate/base';
import { checkDates } from './check-dates.ts';
import { checkDays } from './check-days.ts';
import type { DistrictFacts } from './check-district.ts';
import { checkEvidence } from './check-evidence.ts';
import { checkGates } from './check-gates.ts';
import { checkMoney } from './check-money.ts';
import { checkQuestions } from './check-questions.ts';
import { checkRecords } from './check-records.ts';
import { checkReview } from './check-review.ts';
import { checkSupervision } from './check-supervision.ts';
import { checkTerms } from './check-terms.ts';
import { checkClauses, checkTexts } from './check-texts.ts';
import type { FaultList } from './fault.ts';
import type { LoadedTables } from './load.ts';
import type { SentenceTexts } from './plan-text.ts';

/** What records are checked against beside each other. */
interface Ground {
  readonly district: DistrictFacts;
  readonly texts: ReadonlyMap<string, SentenceTexts>;
  /** The day after which nothing has happened; null where that is not looked at. */
  readonly today: DayString | null;
}

/** What must hold of the records of a district, whether they come as a folder or are held; not their references, reports and shapes. */
export function checkTables(tables: LoadedTables, { district, texts, today }: Ground, faults: FaultList): void {
  if (district.languages) checkTexts(tables, district.languages, faults);
  checkClauses(tables, texts, faults);
  checkRecords(tables, district.axes, district.units, faults);
  checkQuestions(tables, faults);
  checkTerms(tables, faults);
  checkEvidence(tables, faults);
  checkGates(tables, faults);
  checkDays(tables, { span: district.span, today }, faults);
  checkDates(tables, faults);
  checkMoney(tables, faults);
  checkReview(tables, faults);
  checkSupervision(tables, faults);
}
