import type { DayString } from '@westgate/base';
import type { Register } from '../../register/register.ts';
import { type Notice, type NoticeName, noticesBetween } from './notices.ts';
import { lastThatTell, periodsReported, type ReportTerms } from './report-standing.ts';
import { type ReportedKind, reportTerms, updatesOf } from './reporting.ts';
import { calendarOf } from './working-calendar.ts';

/** A notice of one record. */
export interface RecordNotice {
  readonly kind: ReportedKind;
  readonly id: string;
  readonly name: NoticeName;
  /** The day it falls on. */
  readonly on: DayString;
  /** The first day of the period it is about: with the record and the name it says which notice it is. */
  readonly first: DayString;
  /** The day the report of that period is due. */
  readonly dueOn: DayString;
}

/** The days a question is about: after `after`, up to and with `upTo`. */
export interface Span {
  readonly after: DayString;
  readonly upTo: DayString;
}

/**
 * Every notice that falls in `span`, projects after commitments, each record in the order of its days; each once for each period, and none for
 * a period that has its report by then. Records that are asked alike are reckoned once.
 */
export function noticesDue(register: Register, span: Span): readonly RecordNotice[] {
  const alike = new Map<string, readonly Notice[]>();
  const calendar = calendarOf(register);
  const fallingFor = (terms: ReportTerms): readonly Notice[] => {
    const key = JSON.stringify(terms);
    const held = alike.get(key) ?? noticesBetween(terms, [], calendar, span);
    alike.set(key, held);
    return held;
  };
  const noticesOf = (kind: ReportedKind, id: string): readonly RecordNotice[] => {
    const terms = reportTerms(register, kind, id);
    const falling = terms ? fallingFor(terms) : [];
    return falling
      .filter(({ on, period }) => !isAnswered(register, { kind, id, first: period.first }, on))
      .map(({ name, on, period }) => ({ kind, id, name, on, first: period.first, dueOn: period.dueOn }));
  };
  return [
    ...[...register.commitment.keys()].flatMap((id) => noticesOf('commitment', id)),
    ...[...register.project.keys()].flatMap((id) => noticesOf('project', id)),
  ];
}

/** Whether a report given on a record up to and with `by` counts for the period that begins on `first`, or for a later one. */
export function isAnswered(register: Register, { kind, id, first }: Pick<RecordNotice, 'kind' | 'id' | 'first'>, by: DayString): boolean {
  const terms = reportTerms(register, kind, id);
  const days = updatesOf(register, kind, id, by).map(({ reported_on: on }) => on);
  if (!terms || (days.at(-1) ?? '') < first) return false;
  const calendar = calendarOf(register);
  const last = periodsReported(terms, lastThatTell(terms, days, calendar), calendar).at(-1);
  return last !== undefined && last.first >= first;
}
