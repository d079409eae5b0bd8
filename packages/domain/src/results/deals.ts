import { byText, type DayString } from '@westgate/base';
import { DEAL_STEPS, type DealStanding } from '../register/fields/vocabulary.ts';
import { type Groups, grouped, regrouped } from '../register/groups.ts';
import type { Register } from '../register/register.ts';
import { registerIndex } from '../register/register-index.ts';
import type { Row } from '../register/tables.ts';

type Step = Row<'deal_step'>;

/** How a deal stands on a day. */
export interface DealFinding {
  readonly name: DealStanding;
  /** The day of its last step; null where none is recorded. */
  readonly since: DayString | null;
  /** Realised in all by the latest step that says an amount; null where none does. */
  readonly realised: number | null;
  /** The day it was to be looked at has passed, and no step was recorded from that day on, while it is neither realised nor fallen through. */
  readonly isFollowUpDue: boolean;
}

/** How a deal stands on the day `asOf` by its steps up to that day; without one it is not known whether it was signed. */
export function dealFinding(
  { followUpOn, steps }: { readonly followUpOn: DayString | null; readonly steps: readonly Pick<Step, 'on' | 'what' | 'realised'>[] },
  asOf: DayString,
): DealFinding {
  const known = upTo(steps, asOf);
  const last = known.at(-1) ?? null;
  const isOver = last?.what === 'realised' || last?.what === 'fallen-through';
  return {
    name: last?.what ?? 'not-known',
    since: last?.on ?? null,
    realised: known.findLast(({ realised }) => realised !== null)?.realised ?? null,
    isFollowUpDue: !isOver && followUpOn !== null && followUpOn < asOf && (last === null || last.on < followUpOn),
  };
}

/** What a deal adds to the totals of its event. */
export interface CountedDeal {
  readonly unit: string | null;
  readonly amount: number | null;
  readonly finding: Pick<DealFinding, 'name' | 'realised'>;
}

/** The deals of an event together. Amounts of one unit are added up; a deal whose amount is not known is counted beside the sum. */
export interface DealTotals {
  readonly count: number;
  /** Deals of which it is not known whether they were signed. */
  readonly notKnown: number;
  /** Deals that were signed, those among them that fell through since, and those of which something was realised. */
  readonly signed: number;
  readonly fallenThrough: number;
  readonly realised: number;
  /** Signed deals whose amount, and realised deals of which what was realised, is not known. */
  readonly signedWithoutAmount: number;
  readonly realisedWithoutAmount: number;
  readonly amounts: readonly DealAmounts[];
}

/** Amounts of one unit: of what was signed, of that among it which fell through, and what was realised. */
export interface DealAmounts {
  readonly unit: string;
  readonly signed: number;
  readonly fallenThrough: number;
  readonly realised: number;
}

/** The totals of deals. What was signed stays in the sum of what was signed when it falls through, and is told beside it. */
export function dealTotals(deals: readonly CountedDeal[]): DealTotals {
  const signed = deals.filter(({ finding }) => finding.name !== 'not-known');
  const fallen = signed.filter(({ finding }) => finding.name === 'fallen-through');
  const realised = signed.filter(({ finding }) => finding.name === 'realised' || (finding.realised ?? 0) > 0);
  const units = [...new Set(signed.flatMap(({ unit }) => (unit === null ? [] : [unit])))].sort(byText);
  return {
    count: deals.length,
    notKnown: deals.length - signed.length,
    signed: signed.length,
    fallenThrough: fallen.length,
    realised: realised.length,
    signedWithoutAmount: signed.filter(({ amount }) => amount === null).length,
    realisedWithoutAmount: realised.filter(({ finding }) => finding.realised === null).length,
    amounts: units.map((unit) => ({
      unit,
      signed: sum(signed, unit, ({ amount }) => amount),
      fallenThrough: sum(fallen, unit, ({ amount }) => amount),
      realised: sum(signed, unit, ({ finding }) => finding.realised),
    })),
  };
}

/** A sum over the deals of a unit, without what is left of adding up decimals. */
function sum(deals: readonly CountedDeal[], unit: string, of: (deal: CountedDeal) => number | null): number {
  const all = deals.filter((deal) => deal.unit === unit).reduce((whole, deal) => whole + (of(deal) ?? 0), 0);
  return Number(all.toPrecision(15));
}

const dealsByEvent = registerIndex<Groups<Row<'deal'>>>({
  basis: { deal: 'rows' },
  build: (register) => grouped(register.deal.values(), eventOf),
  grow: (held, { deal: changes = [] }) => regrouped(held, changes, eventOf),
});
const stepsByDeal = registerIndex<Groups<Step>>({
  basis: { deal_step: 'rows' },
  build: (register) => grouped(register.deal_step.values(), dealOf),
  grow: (held, { deal_step: changes = [] }) => regrouped(held, changes, dealOf),
});

/** The deals of an event. */
export function dealsOf(register: Register, event: string): readonly Row<'deal'>[] {
  return dealsByEvent(register).get(event) ?? [];
}

/** The steps of a deal up to a day, the earliest first. */
export function dealStepsOf(register: Register, deal: string, asOf: DayString): readonly Step[] {
  return upTo(stepsByDeal(register).get(deal) ?? [], asOf);
}

/** How a deal of the register stands on a day. */
export function dealOn(register: Register, { id, follow_up_on: followUpOn }: Row<'deal'>, asOf: DayString): DealFinding {
  return dealFinding({ followUpOn, steps: stepsByDeal(register).get(id) ?? [] }, asOf);
}

/** The steps up to a day, the earliest first. */
function upTo<S extends Pick<Step, 'on' | 'what'>>(steps: readonly S[], asOf: DayString): readonly S[] {
  return steps.filter(({ on }) => on <= asOf).toSorted((a, b) => byText(a.on, b.on) || order(a) - order(b));
}

function order({ what }: Pick<Step, 'what'>): number {
  return DEAL_STEPS.indexOf(what);
}

function eventOf({ event }: Row<'deal'>): string {
  return event;
}

function dealOf({ deal }: Step): string {
  return deal;
}
