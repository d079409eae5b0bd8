import { addDays, byText, type DayString } from '@westgate/base';
import type { Exceptions, ExceptionWhy, Today, UpdateRule } from '@westgate/contract';
import {
  type Answering,
  type Attention,
  aimsCounted,
  countExceptions,
  type LedgerRow,
  ledgerOf,
  PASSED_KINDS,
  type PassedDay,
  plansOf,
  type ReportStanding,
  type Row,
  reportTerms,
} from '@westgate/domain';
import { followingMemo } from '../view/following-memo.ts';
import { seqTold, type View } from '../view/view.ts';
import { aimsShown } from './aims.ts';
import {
  attentionAmong,
  attentionIn,
  countPassed,
  lapsesShown,
  mattersCounted,
  passedIn,
  unsourcedShown,
  warningsShown,
} from './attention.ts';
import { matterShown, mattersIn } from './matter.ts';
import { withinWindow } from './reply-window.ts';
import { reportRowOf } from './reporting.ts';
import { thingAt, thingOf } from './thing.ts';
import { gatesWaiting } from './today-gates.ts';

/** A record that reports are asked for. */
type Asked = LedgerRow & { readonly standing: ReportStanding };

interface Work {
  readonly ledger: readonly LedgerRow[];
  readonly asked: readonly Asked[];
  readonly attention: Attention;
}

interface Page {
  readonly department?: string | undefined;
  /** The person whose records alone are shown. */
  readonly person?: string | undefined;
  readonly limit: number;
  readonly skip: number;
}

/** Days ahead that are shown as coming near, and how many of them. */
const AHEAD_DAYS = 45;
const COMING_SHOWN = 8;
/** Matters under supervision and events that are shown; how many there are is told. */
const MATTERS_SHOWN = 20;
const EVENTS_SHOWN = 20;
const PASSED_SHOWN = 20;

/** What a day at the office begins with: what is to be reported, what wants looking at, what comes near. */
export function todayIn(view: View, { department, person, limit, skip }: Page): Omit<Today, 'begun'> {
  const { register, asOf } = view;
  const { ledger, asked, attention } = workOf(view, department, person);
  const isOfAll = department === undefined && person === undefined;
  const standings = asked.map(({ standing, department: own }) => withinWindow(standing, own).name);
  const count = (name: (typeof standings)[number]): number => standings.filter((each) => each === name).length;
  return {
    asOf,
    // What was done since one looked last is counted by it.
    seq: view.seq,
    department: thingAt(register, 'department', department ?? null),
    warnings: warningsShown(view, attention),
    aims: aimsIn(view),
    rules: [...register.update_rule.values()].map(ruleShown),
    askedFrom: askedLater(view, ledger),
    counts: {
      asked: asked.length,
      given: count('given'),
      ahead: count('ahead'),
      near: count('near'),
      // What is open within its window is due still, to whoever is not to see it as late.
      due: count('due') + count('open'),
      late: count('late'),
      overdue: count('overdue'),
      stale: count('stale'),
    },
    rows: asked.slice(skip, skip + limit).map(({ kind, id }) => reportRowOf(view, kind, id)),
    rowCount: asked.length,
    exceptionCounts: countExceptions(attention.records),
    exceptionCount: attention.records.length,
    looked: { ...attention.looked, events: isOfAll },
    silentEvents: isOfAll ? attention.events.length : 0,
    passed: countPassed(person === undefined ? passedOf(view, department) : []),
    coming: comingIn(view, ledger, isOfAll),
    ...mattersOwed(view, department),
    ...mattersCounted(mattersLedBy(attention, department)),
    ...gatesWaiting(view, { department, person }, attention.records),
  };
}

/** What wants looking at, with its causes. */
export function exceptionsPage(
  view: View,
  { department, why, limit, skip }: Omit<Page, 'person'> & { readonly why?: ExceptionWhy | undefined },
): Exceptions {
  const { attention } = workOf(view, department);
  const { records } = attention;
  const fitting = why === undefined ? records : records.filter((each) => each.why.includes(why));
  const matters = mattersLedBy(attention, department);
  const events = department === undefined ? attention.events : [];
  const passed = passedOf(view, department);
  return {
    asOf: view.asOf,
    seq: seqTold(view),
    counts: countExceptions(records),
    looked: { ...attention.looked, events: department === undefined },
    total: fitting.length,
    items: fitting.slice(skip, skip + limit).map((row) => ({
      ...reportRowOf(view, row.kind, row.id),
      why: [...row.why],
      lapses: lapsesShown(view, row),
      unsourced: unsourcedShown(view, row),
    })),
    events: events
      .slice(0, EVENTS_SHOWN)
      .map(({ id, on }) => ({ thing: thingOf(view.register, 'event', id), plans: [...plansOf(view.whole, 'event', id)], on })),
    eventCount: events.length,
    passed: PASSED_KINDS.flatMap((kind) => {
      const rows = passed.filter((each) => each.kind === kind);
      const items = rows.slice(0, PASSED_SHOWN).map(({ id, owner, on }) => ({
        thing: thingOf(view.whole, kind, id),
        owner: thingAt(view.whole, 'department', owner),
        on,
      }));
      return rows.length > 0 ? [{ kind, count: rows.length, items }] : [];
    }),
    warnings: warningsShown(view, attention),
    matters: matters.slice(0, MATTERS_SHOWN).map((each) => matterShown(view, each)),
    matterCount: matters.length,
  };
}

/** Matters whose next step a department owes; of all departments those that the office owes first. */
function mattersOwed(view: View, department: string | undefined): Pick<Today, 'matters' | 'matterCount'> {
  const owed = mattersIn(view).filter(
    ({ row, standing: { owedBy } }) =>
      owedBy !== null &&
      (department === undefined || (owedBy === 'lead' && row.lead === department) || (owedBy === 'asker' && row.asked_by === department)),
  );
  const inOrder = owed.toSorted((a, b) => Number(b.standing.owedBy === 'office') - Number(a.standing.owedBy === 'office'));
  return {
    matters: inOrder.slice(0, MATTERS_SHOWN).map((each) => matterShown(view, each)),
    matterCount: owed.length,
  };
}

/** Overdue and re-opened matters that a department leads; all where none is named. */
function mattersLedBy({ matters }: Attention, department: string | undefined): Attention['matters'] {
  return department === undefined ? matters : matters.filter(({ row }) => row.lead === department);
}

/** What passed its day and a department answers for; all where none is named. */
function passedOf(view: View, department: string | undefined): readonly PassedDay[] {
  const passed = passedIn(view);
  return department === undefined ? passed : passed.filter(({ owner }) => owner === department);
}

const aimsIn = followingMemo((view) => aimsShown(aimsCounted(view.register, (id) => view.state('commitment', id).name)));
const allWorkIn = followingMemo((view): Work => {
  const ledger = ledgerOf(view.register, view.asOf);
  return { ledger, asked: askedOf(view, ledger), attention: attentionIn(view) };
});

/** What is asked of a department or a person, and what of theirs wants looking at: found among their own records alone, or among all. */
function workOf(view: View, department: string | undefined, person?: string): Work {
  if (department === undefined && person === undefined) return allWorkIn(view);
  const ledger = ledgerOf(view.register, view.asOf, isOf(department, person));
  return { ledger, asked: askedOf(view, ledger), attention: attentionAmong(view, ledger) };
}

/** Every record that reports are asked for, the longest late first, then by due date, what is given or not due yet last; projects before commitments. */
function askedOf(view: View, ledger: readonly LedgerRow[]): readonly Asked[] {
  return ledger
    .flatMap((row) => (row.standing === null || view.state(row.kind, row.id).name === 'done' ? [] : [{ ...row, standing: row.standing }]))
    .sort((a, b) => rank(a) - rank(b) || byText(a.standing.owed.dueOn, b.standing.owed.dueOn) || byText(b.kind, a.kind));
}

/** The first day after this one from which reports on an unfinished record are asked for; null where there is none. */
function askedLater(view: View, ledger: readonly LedgerRow[]): DayString | null {
  const days = ledger.flatMap(({ kind, id }) => {
    const from = reportTerms(view.register, kind, id)?.askedFrom;
    return from !== undefined && from > view.asOf && view.state(kind, id).name !== 'done' ? [from] : [];
  });
  return days.sort(byText)[0] ?? null;
}

function rank({ standing: { name } }: Asked): number {
  return name === 'given' || name === 'ahead' ? 1 : 0;
}

function isOf(department: string | undefined, person?: string): (each: Answering) => boolean {
  return (each) => (department === undefined || each.department === department) && (person === undefined || each.person === person);
}

function ruleShown(row: Row<'update_rule'>): UpdateRule {
  return {
    subjectKind: row.subject_kind,
    cadence: row.cadence,
    askedFrom: row.asked_from,
    nearDays: row.near_days,
    windowDays: row.window_days,
    escalateDays: row.escalate_days,
    rev: row.rev,
  };
}

/**
 * Due dates of what is not done that lie close ahead, later moves included, the nearest first; with the events where the records of all are shown:
 * an event is no department's.
 */
function comingIn(view: View, ledger: readonly LedgerRow[], isOfAll: boolean): Today['coming'] {
  const { register, asOf } = view;
  const end = addDays(asOf, AHEAD_DAYS);
  const coming: Today['coming'] = [];
  for (const { kind, id, department } of ledger) {
    const { name, due: on } = view.state(kind, id);
    if (on === null || on < asOf || on > end || name === 'done') continue;
    coming.push({ on, what: 'due', thing: thingOf(register, kind, id), department: thingAt(register, 'department', department) });
  }
  for (const { id, dates } of isOfAll ? register.event.values() : []) {
    const on = dates.split('/')[0] ?? '';
    if (on.length === 10 && on >= asOf && on <= end)
      coming.push({ on, what: 'event', thing: thingOf(register, 'event', id), department: null });
  }
  return coming.sort((a, b) => byText(a.on, b.on)).slice(0, COMING_SHOWN);
}
