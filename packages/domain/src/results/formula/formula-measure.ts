import { never } from '@westgate/base';
import type { FormulaFault, Term } from './formula.ts';
import { isAlike, type Measure, PLAIN, product, quotient } from './measure.ts';

const SAME = { zh: '与前一项同量纲的量', en: 'a quantity of the same dimension as the one before it' };

/** What a formula measures, from what its indicators measure; a fault where quantities are added or compared that are not alike. */
export function formulaMeasure(
  term: Term,
  measureOfId: (id: string) => Measure,
): { readonly measure: Measure } | { readonly fault: FormulaFault } {
  switch (term.kind) {
    case 'number':
      return { measure: PLAIN };
    case 'indicator':
      return { measure: measureOfId(term.id) };
    case 'negative':
      return formulaMeasure(term.of, measureOfId);
    case 'two': {
      const [left, right] = [formulaMeasure(term.left, measureOfId), formulaMeasure(term.right, measureOfId)];
      if ('fault' in left) return left;
      if ('fault' in right) return right;
      if (term.sign === '*') return { measure: product(left.measure, right.measure) };
      if (term.sign === '/') return { measure: quotient(left.measure, right.measure) };
      return isAlike(left.measure, right.measure) ? left : unlike(term.right, right.measure);
    }
    case 'call': {
      // Of weighted terms every second is a weight.
      const compared = term.name === 'weighted' ? term.terms.filter((_, index) => index % 2 === 0) : term.terms;
      let first: Measure | null = null;
      for (const each of compared) {
        const found = formulaMeasure(each, measureOfId);
        if ('fault' in found) return found;
        if (first !== null && !isAlike(first, found.measure)) return unlike(each, found.measure);
        first ??= found.measure;
      }
      return { measure: first ?? PLAIN };
    }
    default:
      return never(term);
  }
}

function unlike(term: Term, measure: Measure): { readonly fault: FormulaFault } {
  return { fault: { at: term.at, expected: SAME, found: sayPowers(measure) } };
}

/** The dimension of a measure: `m2`, `firms / people`, `1` for a number without a unit. */
export function sayPowers({ powers }: Measure): string {
  const side = (sign: 1 | -1): string =>
    Object.entries(powers)
      .filter(([, power]) => Math.sign(power) === sign)
      .map(([base, power]) => (Math.abs(power) === 1 ? base : `${base}${Math.abs(power)}`))
      .join(' × ');
  const [over, under] = [side(1) || '1', side(-1)];
  return under === '' ? over : `${over} / ${under}`;
}
