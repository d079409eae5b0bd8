import { WestgateError } from '@westgate/base';
import type { DesignRule, FloodDesign } from '../register/fields/flood-design.ts';

/** A number of a rule that may be tried otherwise: how far its gate opens, or what one of its conditions is compared with. */
export interface RuleNumber {
  /** As it is asked: `R1:target`, or `R1:when1` for the first condition. */
  readonly name: string;
  readonly rule: DesignRule;
  /** Which condition it belongs to, from 0; null: how far the gate opens. */
  readonly condition: number | null;
  readonly value: number;
  /** The least and the most that it may be: a gate opens from 0 to its full height, a storage area is full from 0 to 1. */
  readonly least: number;
  readonly most: number;
}

/** The range in which a number of a rule is tried. */
export interface RuleRange {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Values of numbers of rules, by their names. */
export type RuleValues = Readonly<Record<string, number>>;

const RANGE = /^\s*([\w.-]+:(?:target|when\d+))\s*=\s*(-?\d+(?:\.\d+)?)\s*\.\.\s*(-?\d+(?:\.\d+)?)\s*$/;
const MOST_VARIED = 8;
const LEVELS = { least: -900, most: 9_000 };

/** All numbers of the rules of a design. */
export function ruleNumbers({ rules, structures }: FloodDesign): readonly RuleNumber[] {
  return rules.flatMap((rule): RuleNumber[] => {
    const gate = structures.find(({ id }) => id === rule.gate);
    const full = gate?.kind === 'gate' ? gate.full_m : rule.target_m;
    return [
      { name: `${rule.id}:target`, rule, condition: null, value: rule.target_m, least: 0, most: full },
      ...rule.when.map(({ value, than }, condition) => {
        const isShare = value.of === 'storage' && value.what === 'share';
        const range = isShare ? { least: 0, most: 1 } : value.of === 'time' ? { least: 0, most: 1_000 } : LEVELS;
        return { name: `${rule.id}:when${condition + 1}`, rule, condition, value: than, ...range };
      }),
    ];
  });
}

/** A range in which a number is tried where nobody said another: all openings of a gate, and of a condition a stretch about what it is now. */
export function rangeAbout({ name, rule, condition, value, least, most }: RuleNumber): RuleRange {
  if (condition === null) return { name, from: least, to: most };
  const seen = rule.when[condition]?.value;
  const reach = seen?.of === 'time' ? 3 : seen?.of === 'storage' && seen.what === 'share' ? 0.25 : seen?.what === 'rise' ? 0.5 : 1;
  const within = (number: number): number => Number(Math.min(most, Math.max(least, number)).toFixed(3));
  return { name, from: within(value - reach), to: within(value + reach) };
}

/** A design with other numbers in its rules; null where one of them is there no more, or says something else than in the design that is `meant`. */
export function withRuleNumbers(design: FloodDesign, values: RuleValues, meant: FloodDesign = design): FloodDesign | null {
  const [held, asked] = [meaningsOf(design), meaningsOf(meant)];
  if (!Object.keys(values).every((name) => held.has(name) && held.get(name) === asked.get(name))) return null;
  const rules = design.rules.map(
    (rule): DesignRule => ({
      ...rule,
      target_m: values[`${rule.id}:target`] ?? rule.target_m,
      when: rule.when.map((each, index) => ({ ...each, than: values[`${rule.id}:when${index + 1}`] ?? each.than })),
    }),
  );
  return { ...design, rules };
}

/** What each number of the rules says, whatever it is: of which gate, and compared with what. */
function meaningsOf(design: FloodDesign): ReadonlyMap<string, string> {
  return new Map(
    ruleNumbers(design).map(({ name, rule, condition }) => {
      const { value, is } = (condition === null ? null : rule.when[condition]) ?? {};
      return [name, JSON.stringify([rule.gate, value, is])];
    }),
  );
}

/** Ranges as they are asked for. */
export function sayRanges(ranges: readonly RuleRange[]): string {
  return ranges.map(({ name, from, to }) => `${name}=${from}..${to}`).join(';');
}

/** The ranges that a text names. Throws `WG_INPUT_INVALID` with what was expected, what came and where. */
export function readRanges(design: FloodDesign, text: string): readonly RuleRange[] {
  const numbers = ruleNumbers(design);
  const parts = text.split(/[;；]/).filter((part) => part.trim() !== '');
  if (parts.length === 0 || parts.length > MOST_VARIED)
    throw wrong(
      `应为 1 至 ${MOST_VARIED} 个规则数值，现为 ${parts.length} 个`,
      `expected 1 to ${MOST_VARIED} numbers of rules, found ${parts.length}`,
    );
  const ranges = parts.map((part) => rangeIn(part, numbers));
  const twice = ranges.find(({ name }, index) => ranges.findIndex((each) => each.name === name) < index);
  if (twice) throw wrong(`${twice.name} 写了两次`, `expected each number once, found ${twice.name} twice`);
  return ranges;
}

function rangeIn(part: string, numbers: readonly RuleNumber[]): RuleRange {
  const found = part.trim().slice(0, 80);
  const [, name = '', from, to] = RANGE.exec(part) ?? [];
  if (name === '')
    throw wrong(
      `应为“规则:target=从..到”或“规则:when1=从..到”，现为“${found}”`,
      `expected RULE:target=FROM..TO or RULE:when1=FROM..TO, found “${found}”`,
    );
  const number = numbers.find((each) => each.name === name);
  if (!number) {
    const names = numbers.map((each) => each.name).join(', ');
    throw wrong(
      `情景的规则没有 ${name}，应为其中之一：${names || '无'}`,
      `expected one of ${names || 'none, as the case has no rule'}, found ${name}`,
    );
  }
  const range = { name, from: Number(from), to: Number(to) };
  const { least, most } = number;
  if (range.from < range.to && range.from >= least && range.to <= most) return range;
  throw wrong(
    `${name}：应为 ${least} 至 ${most} 之间由小到大的范围，现为 ${range.from} 至 ${range.to}`,
    `${name}: expected a range within ${least} to ${most}, the smaller first, found ${range.from} to ${range.to}`,
  );
}

function wrong(zh: string, en: string): WestgateError {
  return new WestgateError('WG_INPUT_INVALID', { zh: `可变数值：${zh}`, en: `numbers that may vary: ${en}` }, { field: 'vary' });
}
