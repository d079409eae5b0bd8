import type { PlanSentence, PlanText } from '../split.ts';
import { foldText } from './fold-text.ts';
import type { Lexicon } from './lexicon.ts';
import type { RuleId } from './rules.ts';

/** What stands before the words of a numbered title: `（二）`, `一、`, `3.`. */
const NUMBERED =
  /^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十]+[章节部]|\d{1,2}[、.．](?!\d))/;
/** A heading of Markdown. */
const MARKED = /^#{1,6}\s/;
/** A Chinese number before the words of a title; items of a list are numbered in figures or marked. */
const TITLE = /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、．.]|第[一二三四五六七八九十]+[章节部])/;
/** `一是管好水。`: a run-in title without a comma. */
const RUN_IN = /^\s*[一二三四五六七八九十]是[^，,；;、\d]{2,10}[。.]\s*$/;
/** A title within a paragraph whose lines were lost; figures number the items of a list. */
const SHORT_TITLE = /^\s*(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)\s*[^\d，,；;：:]{2,22}[。.]\s*$/;
const COMPLETE = /[.。!！?？;；…]["'”’）)]*\s*$/;
/** What the title of a plan ends with, and what it may end with where it says a year. */
const PLAN_TITLE =
  /(?:计划|规划|方案|报告|要点|清单|纲要|意见|通知|总结|办法|一览表|分解表)(?:[（(][^（()）]*[）)])?\s*$|\b(?:plan|strategy|programme|program|report|budget|agreement|contract|framework|update|review)(?:\s+(?:for\s+)?\d{4}(?:\s?[-–/]\s?\d{2,4})?)?\s*$/i;
const YEAR_TITLE = /(?:20\d\d|\d年|[一二三四五六七八九〇]年).*(?:安排|任务|措施|项目|工程|实事|表)(?:[（(][^（()）]*[）)])?\s*$/;
const YEARS = /20\d\d(?:\s?[-–—/至]\s?(?:20)?\d\d)?年?/g;
/** Lines at the head of a plan that its title may take. */
const TITLE_LINES = 3;
/** A run-in title is no longer than this. */
const LONGEST_TITLE = 80;

/** The sentences that the text around them makes narrative, by id: headings, numbered titles, sources, and all in a review of the past. */
export function narrativeBySection(plan: PlanText, lexicon: Lexicon): ReadonlyMap<string, RuleId> {
  const narrative = new Map<string, RuleId>();
  let section: 'review' | 'plan' | null = null;
  let isAtHead = true;
  for (const [index, sentence] of plan.sentences.entries()) {
    if (sentence.kind === 'source') narrative.set(sentence.id, 'narrative.source');
    if (sentence.kind === 'source' || sentence.kind === 'rule') continue;
    isAtHead &&= index < TITLE_LINES && isPlanTitle(sentence, lexicon);
    const isTitle = isAtHead || isHeading(sentence, plan, [plan.sentences[index - 1], plan.sentences[index + 1]]);
    if (isTitle) section = sectionOf(sentence, lexicon) ?? section;
    if (isTitle) narrative.set(sentence.id, 'narrative.heading');
    else if (section === 'review' && !isPromised(sentence, lexicon)) narrative.set(sentence.id, 'narrative.review');
  }
  return narrative;
}

/** A line at the head of a plan that names it: it promises nothing, so it counts nothing and gives no order. */
function isPlanTitle({ kind, text }: PlanSentence, { verbs }: Lexicon): boolean {
  if (kind !== 'heading' || COMPLETE.test(text) || !(PLAN_TITLE.test(text) || YEAR_TITLE.test(text))) return false;
  const folded = foldText(text);
  const isOrder = verbs.zh.at(folded, 0) !== null || ['base', 'ing'].includes(verbs.en.at(folded, 0)?.value.form ?? '');
  return !isOrder && !/\d/.test(text.replace(YEARS, ''));
}

/** The sentences before and behind one. */
type Beside = readonly [before: PlanSentence | undefined, next: PlanSentence | undefined];

/**
 * A heading, or a numbered sentence that further sentences of its paragraph follow: `（二）修桥铺路。`. A line or an item without a full stop is one
 * where prose follows; in a run of such lines it is an entry of a list.
 */
function isHeading(sentence: PlanSentence, plan: PlanText, beside: Beside): boolean {
  if (MARKED.test(sentence.text)) return true;
  const isOpen = sentence.kind === 'heading' || (sentence.kind === 'item' && TITLE.test(sentence.text));
  if (isOpen && !sentence.text.startsWith('|') && !COMPLETE.test(sentence.text)) return isProse(beside[1]);
  const inParagraph = plan.paragraphs[sentence.paragraph - 1] ?? 1;
  if (sentence.position > 1 && sentence.position < inParagraph && SHORT_TITLE.test(sentence.text)) {
    return beside.every((each) => each?.paragraph === sentence.paragraph && !NUMBERED.test(each.text));
  }
  const isFirst = sentence.position === 1 && inParagraph > 1;
  return isFirst && (RUN_IN.test(sentence.text) || (NUMBERED.test(sentence.text) && sentence.text.length <= LONGEST_TITLE));
}

function isProse(next: PlanSentence | undefined): boolean {
  return next !== undefined && next.kind === 'sentence' && !next.text.startsWith('|');
}

function sectionOf({ text }: PlanSentence, lexicon: Lexicon): 'review' | 'plan' | null {
  const folded = foldText(text);
  return lexicon.sections.all(folded, 0, folded.length).at(-1)?.value ?? null;
}

/** Within a review only "will" and the like make a promise. */
function isPromised({ text }: PlanSentence, lexicon: Lexicon): boolean {
  const folded = foldText(text);
  return lexicon.promises.first(folded, 0, folded.length) !== null;
}
