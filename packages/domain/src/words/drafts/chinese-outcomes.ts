import type { VerbClass } from '../../register/fields/vocabulary.ts';
import type { Clause } from './clause.ts';
import type { Span } from './draft.ts';
import type { Lexicon } from './lexicon.ts';

/** What becomes of the subject at the end of a part: `书房投入使用`, `方案通过评审`. */
const OUTCOMES: readonly { readonly end: RegExp; readonly verbClass: VerbClass }[] = [
  { end: /(?:(?:投入|交付|正式)使用|投用|(?:建成|对外)(?:开放|通车|投用|运营)|挂牌(?:成立)?|揭牌)$/u, verbClass: 'establish' },
  { end: /(?:完工|竣工|结顶|封顶|通车|(?:顺利|协调|有序|稳步|加快|扎实)(?:推进|施工|实施))$/u, verbClass: 'continue' },
  { end: /(?:开工(?:建设)?|启动(?:建设|实施)?)$/u, verbClass: 'start' },
  { end: /(?:通过\p{Script=Han}{0,6}(?:评审|审批|审查|批复)|(?:得到|获得|取得)批复|编制完成|完成编制)$/u, verbClass: 'plan-ahead' },
];
/** What says before it that it did not come about, or must not. */
const DENIED = /不得|[未没]|不[能准予许]|无法|严禁|禁止|暂缓|避免/u;
/** Characters of its subject. */
const LEAST_SUBJECT = 3;

/** `梅岭幼儿园交付使用`: a subject and what becomes of it. */
export function outcomeClause(text: string, part: Span, lexicon: Lexicon): readonly Clause[] | null {
  const words = text.slice(part.start, part.end);
  for (const { end, verbClass } of OUTCOMES) {
    const found = end.exec(words);
    if (!found || found.index < LEAST_SUBJECT || DENIED.test(words.slice(0, found.index))) continue;
    const verb = { start: part.start + found.index, end: part.end };
    const own = lexicon.own.at(text, verb.start, part.end) && lexicon.verbs.zh.at(text, verb.start, part.end);
    return [
      {
        ...part,
        verbClass: own?.value.verbClass ?? verbClass,
        rules: [
          { rule: 'clause.passive', ...verb },
          { rule: 'class.verb', ...verb },
        ],
      },
    ];
  }
  return null;
}
