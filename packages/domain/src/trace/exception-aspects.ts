import { type Attribute, type DayString, daysBetween, rankIn } from '@westgate/base';
import { departmentPlace } from '../register/department-places.ts';
import type { Register } from '../register/register.ts';
import { aimOf } from './aim.ts';
import { EXCEPTIONS, type Exception } from './attention.ts';
import { plansOf } from './plan-scope.ts';

/** What the list of exceptions is grouped by. */
export const EXCEPTION_ATTRIBUTES = ['why', 'department', 'waits', 'age', 'kind', 'aim', 'plans', 'due'] as const;
/** What the list of exceptions can be put in order by, beside its own order. */
export const EXCEPTION_ORDERS = ['department', 'said', 'due'] as const;
/** How old the last report is, the oldest first. */
export const REPORT_AGES = ['-older', '-quarter', '-month', '-week'] as const;
/** The last report that said anything waits for nobody. */
export const WAITS_FOR_NOBODY = '-nobody';

type Named<Id extends string, Value> = Readonly<Record<Id, Value>>;

/**
 * The attributes of an exception on a day; `whole`: the district of which the register is a part, whose plans are meant. A record with several
 * reasons stands under each; a day is its year.
 */
export function exceptionAttributes(register: Register, whole: Register, asOf: DayString): readonly Attribute<Exception>[] {
  const keys: Named<(typeof EXCEPTION_ATTRIBUTES)[number], Omit<Attribute<Exception>, 'id'>> = {
    why: { keysOf: ({ why }) => why, rankOf: rankIn(EXCEPTIONS) },
    department: { keysOf: ({ department }) => known(department) },
    waits: { keysOf: ({ report }) => (report === null || report.said === null ? [] : [report.waitsFor ?? WAITS_FOR_NOBODY]) },
    age: { keysOf: ({ report }) => (report === null ? [] : [ageOf(daysBetween(report.on, asOf))]), rankOf: rankIn(REPORT_AGES) },
    kind: { keysOf: ({ kind }) => [kind] },
    aim: { keysOf: ({ kind, id }) => known(aimOf(register, kind, id)) },
    plans: { keysOf: ({ kind, id }) => plansOf(whole, kind, id) },
    due: { keysOf: ({ dueOn }) => known(dueOn?.slice(0, 4) ?? null), rankOf: Number },
  };
  return EXCEPTION_ATTRIBUTES.map((id) => ({ id, ...keys[id] }));
}

/** What an order goes by; null where it is not known. */
export function exceptionOrder(register: Register, order: (typeof EXCEPTION_ORDERS)[number]): (row: Exception) => string | number | null {
  const orders: Named<(typeof EXCEPTION_ORDERS)[number], (row: Exception) => string | number | null> = {
    department: ({ department }) => departmentPlace(register, department),
    said: ({ report }) => report?.on ?? null,
    due: ({ dueOn }) => dueOn,
  };
  return orders[order];
}

function ageOf(days: number): (typeof REPORT_AGES)[number] {
  if (days <= 7) return '-week';
  if (days <= 31) return '-month';
  return days <= 92 ? '-quarter' : '-older';
}

function known(key: string | null): readonly string[] {
  return key === null ? [] : [key];
}
