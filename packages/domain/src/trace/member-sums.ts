import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import { type Measure, measureOf } from '../results/formula/measure.ts';
import { unitName } from '../results/unit.ts';

type Figure = Row<'figure'>;

/** A published figure added up over the members of a group. What is known of no member is not told. */
export interface MemberSum {
  /** The figure that gives it its name and its unit. */
  readonly named: Figure;
  /** In the unit of `named`, over the members of which it is known. */
  readonly sum: number;
  /** Of each member of which it is known, by where it stands, the figure that was taken: that of the latest period. */
  readonly parts: readonly { readonly member: number; readonly figure: Figure }[];
  /** How many members there are. */
  readonly of: number;
}

/**
 * Figures of the same name over members, each with its own figures: areas, volumes and counts are added up, converted to one unit; lengths, shares and
 * rates are not, nor what is said in words.
 */
export function memberSums(register: Register, members: readonly (readonly Figure[])[]): readonly MemberSum[] {
  const groups = new Map<string, { named: Figure; measure: Measure; parts: { member: number; figure: Figure }[] }>();
  for (const [member, figures] of members.entries()) {
    const latest = new Map<string, Figure>();
    for (const figure of figures) {
      const key = keyOf(register, figure);
      const held = key === null ? undefined : latest.get(key);
      if (key !== null && (held === undefined || (figure.period ?? '') > (held.period ?? ''))) latest.set(key, figure);
    }
    for (const [key, figure] of latest) {
      const group = groups.get(key) ?? { named: figure, measure: measured(register, figure), parts: [] };
      group.parts.push({ member, figure });
      groups.set(key, group);
    }
  }
  return [...groups.values()].map(({ named, measure, parts }) => ({
    named,
    sum: parts.reduce((sum, { figure }) => sum + ((figure.value ?? 0) * measured(register, figure).factor) / measure.factor, 0),
    parts,
    of: members.length,
  }));
}

/** What figures are added up with this one; null where it adds up with none. */
function keyOf(register: Register, figure: Figure): string | null {
  if (figure.value === null || figure.unit === null) return null;
  const powers = Object.entries(measured(register, figure).powers).filter(([, power]) => power !== 0);
  const [first] = powers;
  if (powers.length !== 1 || first === undefined) return null;
  const [base, power] = first;
  const isAdded = base === 'm' ? power === 2 || power === 3 : power === 1;
  return isAdded ? `${base}^${power} ${figure.label_zh ?? figure.label_en}` : null;
}

function measured(register: Register, { unit }: Figure): Measure {
  return measureOf(unit ?? '', unitName(register, unit ?? ''));
}
