import type { DesignDischarge, DesignFailure, FloodDesign, SensitivityAsk, SensitivityLeftOut, SensitivityName } from '@westgate/domain';
import type { CaseFacts } from '../case-folder.ts';

/** One run: the case, and by which errors its heights are off. */
export interface SensitivityVariant {
  readonly name: SensitivityName;
  readonly facts: CaseFacts;
  /** 1: the drawn errors, -1: their opposites; null: none. */
  readonly errors: 1 | -1 | null;
  /** The works alone differ: without them it is as the base. */
  readonly isOfWorks: boolean;
}

/** How gates stood in the base: when each first passed such an opening, hours; null where it never did. */
export type OpenedAt = (gate: string, opening: number) => number | null;

const PEAK = 0.1;
const MANNING = 0.2;
const MINUTES = 60;

/** The variants of a case beside its base, and those that cannot be tried. */
export function sensitivityVariants(
  facts: CaseFacts,
  { rmseM, lateMin, stuckPercent }: SensitivityAsk,
  openedAt: OpenedAt,
): { readonly variants: readonly SensitivityVariant[]; readonly leftOut: readonly SensitivityLeftOut[] } {
  const variants: SensitivityVariant[] = [];
  const leftOut: SensitivityLeftOut[] = [];
  const add = (name: SensitivityName, change: Partial<CaseFacts>, more: Partial<SensitivityVariant> = {}): void => {
    variants.push({ name, facts: { ...facts, ...change }, errors: null, isOfWorks: false, ...more });
  };
  add('peak-low', { design: withInflow(facts.design, 1 - PEAK) });
  add('peak-high', { design: withInflow(facts.design, 1 + PEAK) });
  add('manning-low', { manning: facts.manning * (1 - MANNING) });
  add('manning-high', { manning: facts.manning * (1 + MANNING) });
  if (rmseM === null) leftOut.push({ name: 'ground-low', why: 'rmse-unknown' }, { name: 'ground-high', why: 'rmse-unknown' });
  else {
    add('ground-high', {}, { errors: 1 });
    add('ground-low', {}, { errors: -1 });
  }
  const ruled = new Set(facts.design.rules.map(({ gate }) => gate));
  if (ruled.size === 0) leftOut.push({ name: 'gate-late', why: 'no-rule' }, { name: 'gate-stuck', why: 'no-rule' });
  else {
    const late: DesignFailure = { kind: 'late', delay_h: lateMin / MINUTES, start_h: 0, end_h: facts.hours };
    add('gate-late', { design: withFailure(facts.design, (gate) => (ruled.has(gate) ? late : null)) }, { isOfWorks: true });
    const stuck = withFailure(facts.design, (gate, full): DesignFailure | null => {
      const opening = (full * stuckPercent) / 100;
      const at = ruled.has(gate) ? openedAt(gate, opening) : null;
      return at === null || at >= facts.hours ? null : { kind: 'stuck-at', opening_m: opening, start_h: at, end_h: facts.hours };
    });
    if (stuck === facts.design) leftOut.push({ name: 'gate-stuck', why: 'never-so-far' });
    else add('gate-stuck', { design: stuck }, { isOfWorks: true });
  }
  return { variants, leftOut };
}

/** All discharges of the water that comes, by a factor. */
function withInflow(design: FloodDesign, factor: number): FloodDesign {
  const scaled = (discharge: DesignDischarge): DesignDischarge =>
    'rows' in discharge
      ? { rows: discharge.rows.map(([time, m3s]) => [time, m3s * factor] as const) }
      : { ...discharge, base_m3s: discharge.base_m3s * factor, peak_m3s: discharge.peak_m3s * factor };
  return { ...design, inflows: design.inflows.map((inflow) => ({ ...inflow, discharge: scaled(inflow.discharge) })) };
}

/** The design with a failure of gates before those that it has; itself where none fails. */
function withFailure(design: FloodDesign, failureOf: (gate: string, full: number) => DesignFailure | null): FloodDesign {
  let hasFailed = false;
  const structures = design.structures.map((structure) => {
    const failure = structure.kind === 'gate' ? failureOf(structure.id, structure.full_m) : null;
    if (structure.kind !== 'gate' || failure === null) return structure;
    hasFailed = true;
    return { ...structure, failures: [failure, ...structure.failures] };
  });
  return hasFailed ? { ...design, structures } : design;
}
