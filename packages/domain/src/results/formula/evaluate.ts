import { never } from '@westgate/base';
import type { FunctionName, Sign, Term } from './formula.ts';

/** What a formula comes to, from the values of its indicators in base units; null where one of them is not known, and where something is divided by nothing. */
export function evaluate(term: Term, known: (id: string) => number | null): number | null {
  switch (term.kind) {
    case 'number':
      return term.value;
    case 'indicator':
      return known(term.id);
    case 'negative': {
      const value = evaluate(term.of, known);
      return value === null ? null : -value;
    }
    case 'two': {
      const [left, right] = [evaluate(term.left, known), evaluate(term.right, known)];
      return left === null || right === null ? null : finite(joined(term.sign, left, right));
    }
    case 'call': {
      const values = term.terms.map((each) => evaluate(each, known));
      return values.every((each) => each !== null) ? finite(called(term.name, values)) : null;
    }
    default:
      return never(term);
  }
}

function joined(sign: Sign, left: number, right: number): number {
  switch (sign) {
    case '+':
      return left + right;
    case '-':
      return left - right;
    case '*':
      return left * right;
    case '/':
      return left / right;
    default:
      return never(sign);
  }
}

function called(name: FunctionName, values: readonly number[]): number {
  switch (name) {
    case 'sum':
      return added(values);
    case 'mean':
      return added(values) / values.length;
    case 'min':
      return Math.min(...values);
    case 'max':
      return Math.max(...values);
    case 'weighted':
      return added(values.map((value, index) => (index % 2 === 0 ? value * (values[index + 1] ?? 0) : 0)));
    default:
      return never(name);
  }
}

function added(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
