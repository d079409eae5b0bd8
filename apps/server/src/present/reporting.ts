import type { Reporting, ReportRow } from '@westgate/contract';
import {
  aimOf,
  assignedTo,
  coOperating,
  type LastReport,
  lastReport,
  ownerOf,
  plansOf,
  type ReportedKind,
  type ReportStanding,
  reportTerms,
  standingOf,
} from '@westgate/domain';
import type { View } from '../view/view.ts';
import { stateIn } from './evidence.ts';
import { withinWindow } from './reply-window.ts';
import { NO_TEXT, pair } from './text.ts';
import { thingAt, thingOf } from './thing.ts';

/** How a record is reported on, on the day of the view. */
export function reportingOf(view: View, kind: ReportedKind, id: string): Reporting {
  const { register, asOf } = view;
  return {
    cadence: reportTerms(register, kind, id)?.cadence ?? null,
    standing: standingShown(standingOf(register, kind, id, asOf), ownerOf(register, kind, id)),
    last: lastShown(view, lastReport(register, kind, id, asOf)),
    person: assignedTo(register, kind, id),
    coOperating: coOperating(register, kind, id).map((each) => thingOf(register, 'department', each)),
  };
}

/** A commitment or project as a row of one who reports. */
export function reportRowOf(view: View, kind: ReportedKind, id: string): ReportRow {
  const { register } = view;
  const rows: ReadonlyMap<string, { readonly due_on: string | null }> = register[kind];
  return {
    thing: thingOf(register, kind, id),
    department: thingAt(register, 'department', ownerOf(register, kind, id)),
    aim: aimOf(register, kind, id),
    plans: [...plansOf(view.whole, kind, id)],
    state: stateIn(view, kind, id),
    dueOn: rows.get(id)?.due_on ?? null,
    reporting: reportingOf(view, kind, id),
  };
}

function standingShown(standing: ReportStanding | null, department: string | null): Reporting['standing'] {
  if (!standing) return null;
  const { name, owed, windowEnds, escalatesOn, isEscalated, lateBy } = withinWindow(standing, department);
  return { name, dueOn: owed.dueOn, windowEnds, escalatesOn, isEscalated, lateBy };
}

function lastShown({ register }: View, last: LastReport | null): Reporting['last'] {
  if (!last) return null;
  const { on, said, step, forecastOn, waitsFor } = last;
  return {
    on,
    saidOn: said?.reported_on ?? null,
    step,
    forecastOn,
    waitsFor: thingAt(register, 'department', waitsFor),
    words: said ? pair(said.words_zh, said.words_en) : NO_TEXT,
    outside: said ? pair(said.outside_zh, said.outside_en) : NO_TEXT,
  };
}
