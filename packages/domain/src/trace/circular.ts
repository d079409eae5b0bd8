import { type Bilingual, type DayString, invariant } from '@westgate/base';
import { escalationOf, type Matter, mattersOn, originOf } from '../programme/supervision/matters.ts';
import {
  CIRCULAR_FORMAT,
  CIRCULAR_ORIGINS,
  type CircularContent,
  type CircularCounts,
  type CircularOverdue,
  type CircularUnit,
} from '../register/fields/circular-content.ts';
import type { MatterOrigin } from '../register/fields/vocabulary.ts';
import { noticeOf } from '../register/notice-of.ts';
import type { Register } from '../register/register.ts';
import { registerFrom } from './plan-scope.ts';
import { plansNamed, thingIn } from './report-things.ts';

/** The period of a circular, what it tells of, and what is written in it. */
export interface CircularAsk {
  readonly from: DayString;
  readonly to: DayString;
  readonly words: Bilingual;
  /** All that a circular may tell of where none is named. */
  readonly origins?: readonly MatterOrigin[] | undefined;
}

/** How a matter counts; null where it is open and not past its day. */
type Counted = Exclude<keyof CircularCounts, 'due'>;
const NONE: CircularCounts = { due: 0, onTime: 0, late: 0, waiting: 0, overdue: 0 };

/**
 * All that a supervision circular of the day `asOf` holds fast: how departments closed what was due in the period, and what is overdue by name. Matters,
 * decisions of meetings and requests count alike, each where it is told of. There must be a district.
 */
export function circularContentOf(
  whole: Register,
  { from, to, words, origins }: CircularAsk,
  asOf: DayString,
  plan?: string,
): CircularContent {
  const register = registerFrom(whole, plan);
  const [district] = register.district.values();
  invariant(district, 'a circular is of a district');
  const told = CIRCULAR_ORIGINS.filter((origin) => origins?.includes(origin) ?? true);
  const matters = mattersOn(register, asOf).filter(({ row }) => told.includes(originOf(row)) && row.due_on <= to);
  const due = matters.filter(({ row }) => row.due_on >= from);
  const byLead = new Map<string, CircularCounts>();
  for (const matter of due) {
    const counted = countedAs(matter);
    if (counted !== null) byLead.set(matter.row.lead, plus(byLead.get(matter.row.lead) ?? NONE, counted));
  }
  return {
    format: CIRCULAR_FORMAT,
    district: { id: district.id, name: { zh: district.name_zh, en: district.name_en }, notice: noticeOf(district) },
    from,
    to,
    ...(told.length === CIRCULAR_ORIGINS.length ? {} : { origins: told }),
    words,
    units: ranked(register, byLead),
    sums: due.reduce((sums, matter) => plus(sums, countedAs(matter)), NONE),
    notYet: due.filter((matter) => countedAs(matter) === null).length,
    overdue: matters.flatMap((matter) => (countedAs(matter) === 'overdue' ? [overdueIn(register, matter, from, asOf)] : [])),
    ...(plan === undefined ? {} : { plan, plans: plansNamed(register, plan) }),
  };
}

/** A department has done its part with a report that was not returned; whether it was in time is told by the day of that. */
function countedAs({ standing: { name, light, lateBy } }: Matter): Counted | null {
  if (name === 'closed') return lateBy > 0 ? 'late' : 'onTime';
  if (name === 'reported' || name === 'verified') return 'waiting';
  return light === 'overdue' ? 'overdue' : null;
}

function plus(sums: CircularCounts, counted: Counted | null): CircularCounts {
  return counted === null ? sums : { ...sums, due: sums.due + 1, [counted]: sums[counted] + 1 };
}

function ranked(register: Register, byLead: ReadonlyMap<string, CircularCounts>): readonly CircularUnit[] {
  const units = [...byLead].map(([id, counts]) => {
    const judged = counts.due - counts.waiting;
    return { department: thingIn(register, 'department', id), ...counts, share: judged === 0 ? null : counts.onTime / judged };
  });
  const inOrder = units.sort((a, b) => (b.share ?? -1) - (a.share ?? -1) || b.onTime - a.onTime || a.overdue - b.overdue);
  return inOrder.map((unit) => ({
    rank: unit.share === null ? null : inOrder.findIndex(({ share }) => share === unit.share) + 1,
    ...unit,
  }));
}

function overdueIn(register: Register, { row, standing }: Matter, from: DayString, asOf: DayString): CircularOverdue {
  return {
    id: row.id,
    name: { zh: row.asked_zh, en: row.asked_en },
    origin: originOf(row),
    lead: thingIn(register, 'department', row.lead),
    askedBy: row.asked_by === null ? null : thingIn(register, 'department', row.asked_by),
    due: row.due_on,
    lateBy: standing.lateBy,
    escalated: escalationOf(row, asOf),
    ...(row.due_on < from ? { before: true as const } : {}),
  };
}
