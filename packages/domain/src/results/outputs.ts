import { byText, type DayString } from '@westgate/base';
import type { OutputStanding } from '../register/fields/vocabulary.ts';
import { type Groups, grouped, regrouped } from '../register/groups.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';

/** What an output is judged by: how much was planned by when, and how much was recorded as delivered. */
export interface OutputCase {
  readonly planned: number | null;
  readonly dueOn: DayString | null;
  /** Recorded in all up to a day, the earliest first. */
  readonly deliveries: readonly { readonly on: DayString; readonly quantity: number }[];
}

/** How an output stands on a day. */
export interface OutputFinding {
  readonly name: OutputStanding;
  /** Delivered in all by the latest record; null where nothing is recorded. */
  readonly delivered: number | null;
  /** The day of that record. */
  readonly on: DayString | null;
  /** The day of the first record by which all that was planned was there; null before that. */
  readonly reachedOn: DayString | null;
}

/**
 * How an output stands on the day `asOf`: records of a later day are not counted. Where nothing is recorded it is awaited until its day and overdue after
 * it, and not known where no day is planned; where the planned quantity is not known, whether all of it is there is not known either.
 */
export function outputFinding({ planned, dueOn, deliveries }: OutputCase, asOf: DayString): OutputFinding {
  const known = deliveries.filter(({ on }) => on <= asOf);
  const latest = known.at(-1) ?? null;
  const isWhole = planned !== null && latest !== null && latest.quantity >= planned;
  const reachedOn = isWhole ? (known.find(({ quantity }) => quantity >= planned)?.on ?? null) : null;
  return { name: standing(), delivered: latest?.quantity ?? null, on: latest?.on ?? null, reachedOn };

  function standing(): OutputStanding {
    if (reachedOn !== null) return dueOn !== null && reachedOn > dueOn ? 'delivered-late' : 'delivered';
    if (planned === null) return 'not-known';
    if (dueOn !== null && dueOn < asOf) return 'overdue';
    if (latest !== null && latest.quantity > 0) return 'partly';
    return dueOn === null && latest === null ? 'not-known' : 'awaited';
  }
}

const outputsByProject = registerIndex<Groups<Row<'output'>>>({
  basis: { output: 'rows' },
  build: (register) => grouped(register.output.values(), projectOf),
  grow: (held, { output: changes = [] }) => regrouped(held, changes, projectOf),
});
const deliveriesByOutput = registerIndex<Groups<Row<'delivery'>>>({
  basis: { delivery: 'rows' },
  build: (register) => grouped(register.delivery.values(), outputOf),
  grow: (held, { delivery: changes = [] }) => regrouped(held, changes, outputOf),
});

/** The outputs of a project. */
export function outputsOf(register: Register, project: string): readonly Row<'output'>[] {
  return outputsByProject(register).get(project) ?? [];
}

/** The delivery records of an output up to a day, the earliest first. */
export function deliveriesOf(register: Register, output: string, asOf: DayString): readonly Row<'delivery'>[] {
  return (deliveriesByOutput(register).get(output) ?? []).filter(({ on }) => on <= asOf).toSorted((a, b) => byText(a.on, b.on));
}

/** How an output of the register stands on a day. */
export function outputOn(register: Register, { id, planned, due_on: dueOn }: Row<'output'>, asOf: DayString): OutputFinding {
  return outputFinding({ planned, dueOn, deliveries: deliveriesOf(register, id, asOf) }, asOf);
}

function projectOf({ project }: Row<'output'>): string {
  return project;
}

function outputOf({ output }: Row<'delivery'>): string {
  return output;
}
