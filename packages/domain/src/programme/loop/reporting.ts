import type { DayString } from '@westgate/base';
import { type Groups, grouped, regrouped } from '../../register/groups.ts';
import type { Register } from '../../register/register.ts';
import { registerIndex } from '../../register/register-index.ts';
import type { Row } from '../../register/tables.ts';
import { refKey } from '../relations.ts';
import { keptByCalendar } from './kept-by-calendar.ts';
import { lastThatTell, type ReportStanding, type ReportTerms, reportStanding } from './report-standing.ts';
import { calendarOf } from './working-calendar.ts';

type UpdateRow = Row<'status_update'>;
/** The kinds of record that are reported on. */
export type ReportedKind = 'commitment' | 'project';

/** What was last reported of a record, put together: a report that nothing changed confirms what was said before it. */
export interface LastReport {
  /** The day of the last report of any kind. */
  readonly on: DayString;
  /** The last report that said something new; null where nothing but "no change" was ever reported. */
  readonly said: UpdateRow | null;
  /** How far the next step is, as last said. */
  readonly step: UpdateRow['step'];
  readonly forecastOn: DayString | null;
  readonly waitsFor: string | null;
}

const updatesBySubject = registerIndex<Groups<UpdateRow>>({
  basis: { status_update: 'rows' },
  build: (register) => grouped(register.status_update.values(), subjectKey),
  grow: (held, { status_update: changes = [] }) => regrouped(held, changes, subjectKey),
});

/** The reports on a record up to and with `asOf`, in the order of their days; those of one day in the order they were made. */
export function updatesOf(register: Register, kind: ReportedKind, id: string, asOf: DayString): readonly UpdateRow[] {
  const rows = updatesBySubject(register).get(refKey(kind, id)) ?? [];
  return rows
    .filter(({ reported_on: on }) => on <= asOf)
    .sort((a, b) => (a.reported_on < b.reported_on ? -1 : a.reported_on > b.reported_on ? 1 : 0));
}

/** What was last reported of a record up to and with `asOf`; null where nothing was. */
export function lastReport(register: Register, kind: ReportedKind, id: string, asOf: DayString): LastReport | null {
  const rows = updatesOf(register, kind, id, asOf);
  const last = rows.at(-1);
  if (!last) return null;
  const said = rows.findLast(({ unchanged }) => !unchanged) ?? null;
  return { on: last.reported_on, said, step: said?.step ?? null, forecastOn: said?.forecast_on ?? null, waitsFor: said?.waits_for ?? null };
}

/** The department that answers for a record: the owner of a commitment, the lead of a project; null for none. */
export function ownerOf(register: Register, kind: string, id: string): string | null {
  const commitments: ReadonlyMap<string, Row<'commitment'>> = register.commitment;
  const projects: ReadonlyMap<string, Row<'project'>> = register.project;
  return (kind === 'commitment' ? commitments.get(id)?.owner : kind === 'project' ? projects.get(id)?.lead : null) ?? null;
}

/** How reports on a record are asked for: by its own cadence, or by the rule of its kind; null where nobody is asked. */
export function reportTerms(register: Register, kind: ReportedKind, id: string): ReportTerms | null {
  const rules: ReadonlyMap<string, Row<'update_rule'>> = register.update_rule;
  const rule = rules.get(kind);
  const rows: ReadonlyMap<string, Pick<Row<ReportedKind>, 'cadence' | 'asked_from'>> = register[kind];
  const row = rows.get(id);
  const cadence = row?.cadence ?? rule?.cadence ?? 'none';
  if (!rule || cadence === 'none') return null;
  return {
    cadence,
    askedFrom: row?.asked_from && row.asked_from > rule.asked_from ? row.asked_from : rule.asked_from,
    nearDays: rule.near_days,
    windowDays: rule.window_days,
    escalateDays: rule.escalate_days,
  };
}

/** How a record stands with its reports on a day; null where none is asked for. */
export function standingOf(register: Register, kind: ReportedKind, id: string, asOf: DayString): ReportStanding | null {
  const terms = reportTerms(register, kind, id);
  if (!terms) return null;
  const days = updatesOf(register, kind, id, asOf).map(({ reported_on: on }) => on);
  const calendar = calendarOf(register);
  const reports = lastThatTell(terms, days, calendar);
  const { cadence, askedFrom, nearDays, windowDays, escalateDays } = terms;
  return standings(calendar, [cadence, askedFrom, nearDays, windowDays, escalateDays, ...reports, asOf], () =>
    reportStanding(terms, reports, calendar, asOf),
  );
}

const standings = keptByCalendar<ReportStanding | null>();

function subjectKey({ subject_kind: kind, subject_id: id }: UpdateRow): string {
  return refKey(kind, id);
}
