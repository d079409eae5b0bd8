import type { Language } from '@westgate/base';
import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { CommitmentDraft } from './draft.ts';
import { foldText } from './fold-text.ts';
import type { RuleId } from './rules.ts';

/** What the type of a clause is told from. */
export interface TypeClues {
  readonly language: Language;
  readonly words: string;
  /** The sign before the clause. */
  readonly before: string;
  /** The words that the rules took for its verb, or for what gives the class; empty where they found none. */
  readonly verb: string;
  /** The class of the rules, and the rule. */
  readonly ruled: VerbClass | null;
  readonly rule: RuleId;
  readonly amount: { readonly value: number; readonly unit: string | null } | null;
}

/** What the type of a draft is told from. `source`: a text that holds the clause, and where it begins in the plan text. */
export function typeClues(
  { start, end, verbClass, rules, number, unit }: CommitmentDraft,
  source: { readonly text: string; readonly start: number },
  language: Language,
): TypeClues {
  const words = (from: number, to: number): string => foldText(source.text.slice(Math.max(0, from - source.start), to - source.start));
  const verb = rules[1];
  return {
    language,
    words: words(start, end),
    before: words(start - 1, start),
    verb: verb ? words(verb.start, verb.end) : '',
    ruled: verbClass,
    rule: verb?.rule ?? 'class.unknown',
    amount: number ? { value: number.value, unit: unit?.value ?? null } : null,
  };
}

const BRACKETS = /[（([〔【][^）)\]〕】]*[）)\]〕】]/gu;
const TAIL = '”"》」』。，；,;.';
const ENGLISH_WORD = /[a-z][a-z'’-]+|\d[\d.,]*%?/g;
/** Letters of an English word that its forms have in common. */
const STEM = 5;

/** The features of a clause, each once: what `type-weights.csv` holds weights for. Pure; takes time in proportion to the clause. */
export function typeFeatures(clues: TypeClues): readonly string[] {
  const { ruled, rule, amount } = clues;
  const count = amount === null ? '0' : amount.value === 1 ? '1' : '+';
  const of = clues.language === 'zh' ? chineseFeatures : englishFeatures;
  return [
    ...new Set([
      '',
      `r=${ruled}`,
      `h=${rule}|${ruled}`,
      `n=${count}`,
      `r&n=${ruled}|${count}`,
      ...(amount ? [`u=${amount.unit}`] : []),
      ...of(clues, count),
    ]),
  ];
}

function chineseFeatures({ words, before, verb, ruled }: TypeClues, count: string): readonly string[] {
  const all = words.replace(/\s+/g, '');
  const bare = withoutTail(all.replace(BRACKETS, ''));
  const at = verb === '' ? -1 : bare.indexOf(verb);
  const object = at < 0 ? bare : bare.slice(at + verb.length);
  const head = verb.slice(-2);
  const end = bare.slice(-2);
  const features = [
    `v=${verb}`,
    `vt=${verb.slice(-1)}`,
    `vh=${verb.slice(0, 1)}`,
    `pre=${at > 0 && at < 6 ? bare.slice(0, at) : ''}`,
    `o1=${object.slice(0, 1)}`,
    `o2=${object.slice(0, 2)}`,
    `vn=${head}${count}`,
    `ve=${head}|${end}`,
    `r&e=${ruled}|${end}`,
    `before=${before}`,
    `len=${Math.min(5, Math.floor(all.length / 6))}`,
  ];
  for (const length of [1, 2, 3, 4]) features.push(`e${length}=${bare.slice(-length)}`);
  for (const length of [1, 2, 3]) features.push(`b${length}=${bare.slice(0, length)}`);
  for (const length of [2, 3])
    for (let from = 0; from + length <= bare.length; from += 1) features.push(`g=${bare.slice(from, from + length)}`);
  for (const sign of all) features.push(`c=${sign}`);
  if (/[“"《]/.test(all)) features.push('quoted');
  if (all.includes('、')) features.push('list');
  if (all.includes('等')) features.push('and-others');
  if (/一批|一系列/.test(all)) features.push('batch');
  if (/项目|工程/.test(all)) features.push(`project|${head}`);
  return features;
}

/** Words without the marks at their end. */
function withoutTail(words: string): string {
  let end = words.length;
  while (end > 0 && TAIL.includes(words.charAt(end - 1))) end -= 1;
  return words.slice(0, end);
}

function englishFeatures({ words, verb }: TypeClues): readonly string[] {
  const found = words.toLowerCase().match(ENGLISH_WORD) ?? [];
  const features = [`v=${verb.toLowerCase()}`, `w0=${found[0] ?? ''}`, `last=${found.at(-1) ?? ''}`];
  for (const [index, word] of found.entries()) {
    features.push(`w=${word}`);
    if (word.length > STEM) features.push(`s=${word.slice(0, STEM)}`);
    if (index > 0) features.push(`g=${found[index - 1]} ${word}`);
    if (index > 0 && index < 4) features.push(`near=${word}`);
  }
  return features;
}
