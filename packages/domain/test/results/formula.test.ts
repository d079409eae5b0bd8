import assert from 'node:assert/strict';
import { describe, it, test } from 'node:test';
import { evaluate } from '../../src/results/formula/evaluate.ts';
import { type FunctionName, parseFormula, type Sign, type Term } from '../../src/results/formula/formula.ts';
import { formulaOrder, restingOn } from '../../src/results/formula/formula-graph.ts';
import { formulaMeasure, sayPowers } from '../../src/results/formula/formula-measure.ts';
import { isAlike, measureOf } from '../../src/results/formula/measure.ts';
import { type Random, randomOf } from '../random.ts';

function termOf(text: string): Term {
  const found = parseFormula(text);
  if ('fault' in found) throw new Error(`${text}: ${found.fault.expected.en} at ${found.fault.at}`);
  return found.term;
}

function worth(text: string, values: Readonly<Record<string, number | null>> = {}): number | null {
  return evaluate(termOf(text), (id) => values[id] ?? null);
}

describe('a formula', () => {
  it('reckons products before sums, brackets first, and takes blanks and line ends as nothing', () => {
    assert.equal(worth('[a] + 2 * 3', { a: 1 }), 7);
    assert.equal(worth('( [a]+2 )\n* 3', { a: 1 }), 9);
    assert.equal(worth('10 - [a] - 3', { a: 4 }), 3);
    assert.equal(worth('-[a] * 2', { a: 4 }), -8);
    assert.equal(worth('[a] / 4 / 2', { a: 16 }), 2);
  });
  it('names indicators whose ids hold any sign but brackets', () => {
    assert.equal(worth('[let-area.2] / [园区]', { 'let-area.2': 3, 园区: 4 }), 0.75);
  });
  it('has sums, means, least, most, and weights that are the whole', () => {
    assert.equal(worth('sum([a], [b], 4)', { a: 1, b: 2 }), 7);
    assert.equal(worth('mean([a], [b])', { a: 1, b: 2 }), 1.5);
    assert.equal(worth('min([a], [b]) + max([a], [b])', { a: 1, b: 2 }), 3);
    assert.equal(worth('weighted([a], 0.3, [b], 0.7)', { a: 10, b: 20 }), 17);
  });
  it('is not known where one of its indicators is not, and where something is divided by nothing', () => {
    assert.equal(worth('[a] + [b]', { a: 1, b: null }), null);
    assert.equal(worth('weighted([a], 0.5, [b], 0.5)', { a: 1 }), null);
    assert.equal(worth('[a] * 0', {}), null);
    assert.equal(worth('[a] / [b]', { a: 1, b: 0 }), null);
  });
  for (const [text, at, expected] of [
    ['', 0, 'a number, an [indicator id]'],
    ['[a] +', 5, 'a number, an [indicator id]'],
    ['[a] [b]', 4, 'an operator or the end'],
    ['([a]', 4, 'a closing bracket'],
    ['median([a])', 0, 'a function: sum'],
    ['sum [a]', 4, 'an opening bracket'],
    ['sum([a]; [b])', 7, 'a comma or a closing bracket'],
    ['weighted([a], 0.3, [b], 0.6)', 0, 'weights that add up to 1'],
    ['weighted([a], 0.5, [b])', 19, 'a weight'],
    ['weighted([a], [b])', 14, 'a weight'],
    ['1 + 2', 0, 'at least one [indicator id]'],
    ['[]', 0, 'a number, an [indicator id]'],
    [`${'('.repeat(65)}[a]${')'.repeat(65)}`, 64, 'no more than 64 levels'],
    [`${'-'.repeat(900)}[a]`, 64, 'no more than 64 levels'],
    [`[a]${'+1*[a]'.repeat(10_000)}`, 1500, 'no more than 1000 numbers'],
  ] as const) {
    it(`is told where ${JSON.stringify(text.slice(0, 30))} is none`, () => {
      const found = parseFormula(text);
      assert.ok('fault' in found);
      assert.equal(found.fault.at, at);
      assert.ok(found.fault.expected.en.startsWith(expected), found.fault.expected.en);
    });
  }
});

describe('units', () => {
  const measured = (text: string, units: Readonly<Record<string, string>>) =>
    formulaMeasure(termOf(text), (id) => measureOf(units[id] ?? ''));
  it('of one kind are added whatever their multiples, and no others', () => {
    assert.ok(isAlike(measureOf('1e4-m2'), measureOf('ha')));
    assert.ok(isAlike(measureOf('m2-per-person'), measureOf('ha-per-1e4-people')));
    assert.equal(isAlike(measureOf('firms'), measureOf('people')), false);
    const found = measured('[a] + [b]', { a: 'firms', b: 'people' });
    assert.ok('fault' in found && found.fault.at === 6 && found.fault.found === 'people');
    assert.ok('fault' in measured('[a] + 1', { a: 'firms' }));
    assert.ok('fault' in measured('max([a], [b] / [c])', { a: 'km', b: 'km', c: 'km' }));
  });
  it('are known by their names where their codes say nothing', () => {
    const named = (code: string, zh: string | null, en: string | null = null) => measureOf(code, { zh, en });
    assert.ok(isAlike(named('unit', '%'), measureOf('percent')));
    assert.deepEqual(named('10-000-m', '万平方米'), measureOf('1e4-m2'));
    assert.deepEqual(named('unit-2', null, '10,000 m²'), measureOf('1e4-m2'));
    assert.ok(isAlike(named('jobs-each', '人/家'), measureOf('people-per-家')));
    assert.deepEqual(named('firms', '家'), measureOf('firms'));
    assert.deepEqual(named('qian', '千米'), measureOf('km'));
  });
  it('multiply and cancel', () => {
    const found = measured('[a] / [b] * [c]', { a: '1e4-m2', b: 'people', c: 'people' });
    assert.ok('measure' in found && sayPowers(found.measure) === 'm2');
    const share = measured('[a] / [b]', { a: 'ha', b: 'km2' });
    assert.ok('measure' in share && isAlike(share.measure, measureOf('percent')) && Math.abs(share.measure.factor - 0.01) < 1e-15);
  });
});

/** A random formula over some ids, as text and as what it comes to in another way of reckoning: by strings handed to nobody, folded here. */
function randomFormula(random: Random, ids: readonly string[], depth: number): { readonly text: string; readonly of: Naive } {
  const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)] as T;
  if (depth === 0 || random() < 0.3) {
    if (random() < 0.2) {
      const number = Math.round(random() * 900) / 100;
      return { text: String(number), of: () => number };
    }
    const id = pick(ids);
    return { text: `[${id}]`, of: (value) => value(id) };
  }
  if (random() < 0.3) {
    const name = pick<FunctionName>(['sum', 'mean', 'min', 'max']);
    const parts = Array.from({ length: 1 + Math.floor(random() * 3) }, () => randomFormula(random, ids, depth - 1));
    return {
      text: `${name}(${parts.map(({ text }) => text).join(', ')})`,
      of(value) {
        let [sum, least, most] = [0, Infinity, -Infinity];
        for (const part of parts) {
          const each = part.of(value);
          if (each === null) return null;
          sum += each;
          if (each < least) least = each;
          if (each > most) most = each;
        }
        return { sum, mean: sum / parts.length, min: least, max: most, weighted: Number.NaN }[name];
      },
    };
  }
  const [left, right, sign] = [
    randomFormula(random, ids, depth - 1),
    randomFormula(random, ids, depth - 1),
    pick<Sign>(['+', '-', '*', '/']),
  ];
  return {
    text: `(${left.text} ${sign} ${right.text})`,
    of(value) {
      const [a, b] = [left.of(value), right.of(value)];
      if (a === null || b === null) return null;
      const found = sign === '+' ? a + b : sign === '-' ? a - b : sign === '*' ? a * b : a / b;
      return Number.isFinite(found) ? found : null;
    },
  };
}
type Naive = (value: (id: string) => number | null) => number | null;

test('10,000 random graphs come to what a naive reckoning gives, before and after one value changes, and only dependants are worked out anew', () => {
  const random = randomOf(17);
  let [known, unknown, spared] = [0, 0, 0];
  for (let graph = 0; graph < 10_000; graph += 1) {
    const given = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, index) => `g${index}`);
    const values = new Map<string, number | null>(given.map((id) => [id, random() < 0.1 ? null : Math.round(random() * 2000 - 500) / 10]));
    const formulas = new Map<string, ReturnType<typeof randomFormula>>();
    for (let index = 0; index < 1 + Math.floor(random() * 6); index += 1) {
      const ids = [...given, ...formulas.keys()];
      let made = randomFormula(random, ids, 3);
      while (!made.text.includes('[')) made = randomFormula(random, ids, 3);
      formulas.set(`f${index}`, made);
    }
    const naive = (id: string): number | null => formulas.get(id)?.of(naive) ?? (formulas.has(id) ? null : (values.get(id) ?? null));
    // Told in another order than they rest on each other.
    const shuffled = [...formulas].sort(() => random() - 0.5);
    const terms = new Map(shuffled.map(([id, { text }]) => [id, termOf(text)]));
    const inputs = new Map(shuffled.map(([id, { text }]) => [id, new Set([...text.matchAll(/\[(\w+)\]/g)].map(([, each = '']) => each))]));
    const plan = formulaOrder(inputs);
    assert.equal(plan.order.length, formulas.size);
    assert.deepEqual(plan.circles, []);
    const worked = new Map<string, number | null>();
    const workOut = (ids: readonly string[]): void => {
      for (const id of ids)
        worked.set(
          id,
          evaluate(terms.get(id) as Term, (each) => (formulas.has(each) ? (worked.get(each) ?? null) : (values.get(each) ?? null))),
        );
    };
    const compare = (): void => {
      for (const id of formulas.keys()) {
        const expected = naive(id);
        assert.equal(worked.get(id), expected, `${graph} ${id} ${formulas.get(id)?.text}`);
        if (expected === null) unknown += 1;
        else known += 1;
      }
    };
    workOut(plan.order);
    compare();
    const changed = given[Math.floor(random() * given.length)] as string;
    values.set(changed, Math.round(random() * 1000) / 10);
    const stirred = restingOn(plan, [changed]);
    spared += formulas.size - stirred.length;
    workOut(stirred);
    compare();
  }
  assert.ok(known > 40_000 && unknown > 5_000 && spared > 5_000, `${known} known, ${unknown} not known, ${spared} left as they were`);
});

test('formulas that rest on each other in a circle are named in turn, and stand in no order', () => {
  const random = randomOf(4);
  for (let round = 0; round < 500; round += 1) {
    const size = 2 + Math.floor(random() * 8);
    const inputs = new Map(
      Array.from({ length: size }, (_, index) => [
        `f${index}`,
        new Set(Array.from({ length: Math.floor(random() * 3) }, () => `f${Math.floor(random() * size)}`)),
      ]),
    );
    const { order, circles } = formulaOrder(inputs);
    const reaches = (from: string, to: string, seen = new Set<string>()): boolean =>
      [...(inputs.get(from) ?? [])].some((each) => each === to || (!seen.has(each) && reaches(each, to, seen.add(each))));
    const onCircle = [...inputs.keys()].filter((id) => reaches(id, id));
    assert.equal(circles.length > 0, onCircle.length > 0);
    for (const circle of circles) {
      for (const [index, id] of circle.entries()) assert.ok(inputs.get(id)?.has(circle[(index + 1) % circle.length] ?? ''));
    }
    const sound = [...inputs.keys()].filter((id) => !onCircle.some((each) => id === each || reaches(id, each)));
    assert.deepEqual([...order].sort(), sound.sort());
  }
});
