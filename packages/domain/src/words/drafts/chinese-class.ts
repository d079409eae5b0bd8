import type { VerbClass } from '../../register/fields/vocabulary.ts';
import { type Clause, type ClauseContext, isOpenToObject } from './clause.ts';
import type { Span } from './draft.ts';
import { seriesClass } from './series-class.ts';
import { skipSpace } from './skip-space.ts';

/** `更加` tells how a thing is to become: an aim. */
const BECOMES = /更加|更为|越来越/;
/** Verbs whose object tells by its end what is promised: `完成12个小区改造` is works, `完成换届` a task, `完善应急预案` a paper. */
const BY_END: readonly { readonly verb: RegExp; readonly end: RegExp; readonly verbClass: VerbClass }[] = [
  { verb: /(?:完成|完善|修订)$/, end: /(?:规划|方案|预案|计划|设计|编制|前期工作)$/, verbClass: 'plan-ahead' },
  { verb: /完成$/, end: /(?:任务|换届|登记|普查|考核|审批)$/, verbClass: 'implement' },
  {
    verb: /完成$/,
    end: /(?:改造|建设|新建|扩建|改建|提升|整治|治理|更新|加固|修缮|修复|整改|拓宽|安装|铺设|绿化|升级|维修|清淤|疏浚|工程|项目)$/,
    verbClass: 'construct-series',
  },
  { verb: /(?:提供|给予)$/, end: /(?:服务|指导|帮扶|援助|保障|支持|救助|照料)$/, verbClass: 'implement' },
  { verb: /(?:开展|组织)$/, end: /(?:活动|演练|比赛|大赛|赛事|展演|展览|讲座|巡演|演出|论坛|竞赛)$/, verbClass: 'host' },
];
/** What follows an object and tells no more than what becomes of it. */
const AFTERWARDS = /(?:并|且)(?:正式)?(?:投入使用|投用|通车|运营|开放|启用|验收)$/;
/** An event that is held again is an event; all else that goes on is that. */
const GOES_ON = /继续(?!教育)\p{Script=Han}{0,4}$/u;

/** Characters at the end of an object in which a word that decides the class begins. */
const LONGEST_ENDING = 8;

/** The class as the object has it: a series of works (`300个`), events (`1000场`), `建设一批` at its head, `格局` or `示范区` at its end. */
export function narrowedChinese(text: string, clause: Clause, { lexicon, amountOf }: ClauseContext): Clause {
  const [opening, verb] = clause.rules;
  if (verb.rule === 'class.purpose' || verb.rule === 'class.modifier' || opening.rule === 'clause.purpose') return clause;
  const amount = amountOf(clause);
  if (verb.rule !== 'class.target' && amount !== null && amount.unit !== null) {
    const ofSeries = seriesClass(text.slice(verb.start, verb.end), clause.verbClass, { value: amount.value, unit: amount.unit });
    if (ofSeries !== null) return { ...clause, verbClass: ofSeries, rules: [opening, { rule: 'class.count', ...amount.span }] };
  }
  if (GOES_ON.test(text.slice(clause.start, verb.start)) && clause.verbClass !== 'host') return { ...clause, verbClass: 'continue' };
  const told = toldByEnd(text, clause);
  if (told !== null) return told;
  if (!isOpenToObject(clause.verbClass) || verb.rule === 'class.target') return clause;
  if (BECOMES.test(text.slice(verb.end, clause.end)) && clause.verbClass === 'promote') return ofObject(clause, 'aim', verb);
  const head = lexicon.verbObjects.at(text, skipSpace(text, verb.end, clause.end), clause.end);
  const end = (head?.value === 'aim' ? null : head) ?? endingIn(verb.end, clause.end, (at) => lexicon.verbObjects.at(text, at, clause.end));
  if (end === null || !fits(clause.verbClass, end.value)) return clause;
  return ofObject(clause, end.value, end);
}

/** The class as the end of the object has it for verbs that say no more than that it is done. */
function toldByEnd(text: string, clause: Clause): Clause | null {
  const [, verb] = clause.rules;
  const object = text.slice(verb.end, clause.end).replace(AFTERWARDS, '');
  const said = BY_END.find((each) => each.verb.test(text.slice(verb.start, verb.end)) && each.end.test(object));
  const end = said?.end.exec(object);
  return said && end ? ofObject(clause, said.verbClass, { start: verb.end + end.index, end: verb.end + object.length }) : null;
}

/** The match that ends at `end`, the longest that begins at `start` or behind it; null where none does. */
export function endingIn<Match extends Span>(start: number, end: number, matchAt: (at: number) => Match | null): Match | null {
  for (let at = Math.max(start, end - LONGEST_ENDING); at < end; at += 1) {
    const match = matchAt(at);
    if (match !== null && match.end === end) return match;
  }
  return null;
}

function ofObject(clause: Clause, verbClass: VerbClass, { start, end }: Span): Clause {
  return { ...clause, verbClass, rules: [clause.rules[0], { rule: 'class.object', start, end }] };
}

/** An object makes an aim of what is built, not of what is promoted; what is carried out or joined, of what is promoted. */
function fits(verbClass: VerbClass | null, ofWords: VerbClass): boolean {
  return ofWords !== 'aim' || verbClass === 'establish';
}
