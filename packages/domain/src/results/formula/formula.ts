import type { Said } from '@westgate/base';

/** What a formula works out, each part with where it begins in the text, counted from 0. */
export type Term =
  | { readonly kind: 'number'; readonly at: number; readonly value: number }
  | { readonly kind: 'indicator'; readonly at: number; readonly id: string }
  | { readonly kind: 'negative'; readonly at: number; readonly of: Term }
  | { readonly kind: 'two'; readonly at: number; readonly sign: Sign; readonly left: Term; readonly right: Term }
  | { readonly kind: 'call'; readonly at: number; readonly name: FunctionName; readonly terms: readonly Term[] };

/** `weighted` takes terms and weights in turn; its weights add up to 1. */
const FUNCTIONS = ['sum', 'mean', 'min', 'max', 'weighted'] as const;
export type FunctionName = (typeof FUNCTIONS)[number];
export type Sign = '+' | '-' | '*' | '/';

/** Why a text is no formula, or a formula that cannot hold: where, what was expected, what came. */
export interface FormulaFault {
  /** Of the character it is at, counted from 0. */
  readonly at: number;
  readonly expected: Said;
  readonly found: string;
}

/** How far weights may be from 1 together: what is left of adding decimals. */
const WEIGHTS_WITHIN = 1e-9;
/** A formula nests no deeper, so that nothing that reads it runs out of stack. */
const DEEPEST = 64;
/** Nor is it longer, for the same reason. */
const MOST_TOKENS = 1000;

const EXPECTED = {
  term: { zh: '数、[指标编号]、函数或左括号', en: 'a number, an [indicator id], a function or an opening bracket' },
  end: { zh: '运算符或结尾', en: 'an operator or the end' },
  close: { zh: '右括号', en: 'a closing bracket' },
  open: { zh: '左括号', en: 'an opening bracket' },
  next: { zh: '逗号或右括号', en: 'a comma or a closing bracket' },
  function: { zh: `函数：${FUNCTIONS.join('、')}`, en: `a function: ${FUNCTIONS.join(', ')}` },
  weight: { zh: '权重，是一个数', en: 'a weight, which is a number' },
  one: { zh: '权重合计为 1', en: 'weights that add up to 1' },
  short: { zh: `不超过 ${MOST_TOKENS} 个数、指标和符号`, en: `no more than ${MOST_TOKENS} numbers, indicators and signs` },
  shallow: { zh: `不超过 ${DEEPEST} 层括号`, en: `no more than ${DEEPEST} levels of brackets` },
  indicator: { zh: '至少一项 [指标编号]', en: 'at least one [indicator id]' },
} as const;

interface Token {
  readonly at: number;
  readonly text: string;
}

/** The formula that a text says, such as `[let] / [finished]`, or why it says none. Blanks and line ends do not matter. */
export function parseFormula(text: string): { readonly term: Term } | { readonly fault: FormulaFault } {
  try {
    const tokens = tokensOf(text);
    const beyond = tokens[MOST_TOKENS];
    if (beyond) return { fault: { at: beyond.at, expected: EXPECTED.short, found: beyond.text } };
    const term = new Parser(tokens, text.length).whole();
    if (inputsOf(term).size === 0) return { fault: { at: 0, expected: EXPECTED.indicator, found: text } };
    return { term };
  } catch (error) {
    if (error instanceof NoFormula) return { fault: error.fault };
    throw error;
  }
}

/** The indicators that a formula rests on. */
export function inputsOf(term: Term): ReadonlySet<string> {
  return new Set(termsIn(term).flatMap((each) => (each.kind === 'indicator' ? [each.id] : [])));
}

/** A formula and all terms that it is made of. */
export function termsIn(term: Term): readonly Term[] {
  const terms = [term];
  for (const each of terms) {
    if (each.kind === 'negative') terms.push(each.of);
    else if (each.kind === 'two') terms.push(each.left, each.right);
    else if (each.kind === 'call') terms.push(...each.terms);
  }
  return terms;
}

class NoFormula extends Error {
  readonly fault: FormulaFault;

  constructor(fault: FormulaFault) {
    super(fault.expected.en);
    this.fault = fault;
  }
}

/** Numbers, `[ids]`, words and single signs. */
function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(/\d+(?:\.\d+)?|\[[^[\]]*\]|[a-z]+|[^\s]/gu)].map((found) => ({ at: found.index, text: found[0] }));
}

class Parser {
  readonly #tokens: readonly Token[];
  readonly #end: number;
  #next = 0;
  #depth = 0;

  constructor(tokens: readonly Token[], end: number) {
    this.#tokens = tokens;
    this.#end = end;
  }

  whole(): Term {
    const term = this.#sum();
    if (this.#peek().text !== '') throw this.#fault(EXPECTED.end);
    return term;
  }

  #sum(): Term {
    return this.#chain(['+', '-'], () => this.#product());
  }

  #product(): Term {
    return this.#chain(['*', '/'], () => this.#single());
  }

  #chain(signs: readonly Sign[], part: () => Term): Term {
    let left = part();
    for (;;) {
      const { at, text } = this.#peek();
      const sign = signs.find((each) => each === text);
      if (!sign) return left;
      this.#take();
      left = { kind: 'two', at, sign, left, right: part() };
    }
  }

  #single(): Term {
    const { at, text } = this.#peek();
    if (this.#depth >= DEEPEST) throw this.#fault(EXPECTED.shallow);
    if (/^\d/.test(text)) return { kind: 'number', at, value: this.#number() };
    if (/^\[.+\]$/.test(text)) return { kind: 'indicator', at, id: this.#take().text.slice(1, -1).trim() };
    if (/^[a-z]/.test(text)) return this.#call();
    if (text === '-') {
      this.#take();
      return { kind: 'negative', at, of: this.#inner(() => this.#single()) };
    }
    if (text !== '(') throw this.#fault(EXPECTED.term);
    this.#take();
    const term = this.#inner(() => this.#sum());
    this.#expect(')', EXPECTED.close);
    return term;
  }

  #call(): Term {
    const { at, text } = this.#peek();
    const name = FUNCTIONS.find((each) => each === text);
    if (!name) throw this.#fault(EXPECTED.function);
    this.#take();
    this.#expect('(', EXPECTED.open);
    const terms = this.#inner(() => this.#list());
    this.#expect(')', EXPECTED.next);
    if (name === 'weighted') checkWeights(terms, at, text);
    return { kind: 'call', at, name, terms };
  }

  #list(): readonly Term[] {
    const terms = [this.#sum()];
    while (this.#peek().text === ',') {
      this.#take();
      terms.push(this.#sum());
    }
    return terms;
  }

  #inner<T>(read: () => T): T {
    this.#depth += 1;
    const found = read();
    this.#depth -= 1;
    return found;
  }

  #number(): number {
    return Number(this.#take().text);
  }

  #expect(sign: string, expected: Said): void {
    if (this.#peek().text !== sign) throw this.#fault(expected);
    this.#take();
  }

  #peek(): Token {
    return this.#tokens[this.#next] ?? { at: this.#end, text: '' };
  }

  #take(): Token {
    const token = this.#peek();
    this.#next += 1;
    return token;
  }

  #fault(expected: Said): NoFormula {
    const { at, text } = this.#peek();
    return new NoFormula({ at, expected, found: text });
  }
}

/** Every second term is a weight, and all of them are the whole. */
function checkWeights(terms: readonly Term[], at: number, found: string): void {
  const weights = terms.filter((_, index) => index % 2 === 1);
  const odd = weights.find((each) => each.kind !== 'number') ?? (terms.length % 2 === 1 ? terms.at(-1) : undefined);
  if (odd) throw new NoFormula({ at: odd.at, expected: EXPECTED.weight, found });
  const sum = weights.reduce((total, each) => total + (each.kind === 'number' ? each.value : 0), 0);
  if (Math.abs(sum - 1) > WEIGHTS_WITHIN) throw new NoFormula({ at, expected: EXPECTED.one, found: String(Number(sum.toPrecision(12))) });
}
