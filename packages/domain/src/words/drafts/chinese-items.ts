import type { Clause, ClauseContext } from './clause.ts';
import type { Span } from './draft.ts';

/** What the things of a verb are looked at with; offsets within the text. */
export interface ItemReading extends Pick<ClauseContext, 'isInside' | 'amountOf'> {
  readonly text: string;
}

/** What joins two items; 及 in 惠及 does not. */
const ITEM_JOINT = /、|以及|和|(?<![惠涉普波顾危遍])及/uy;
/** What says how large the thing before is. */
const OWN_MEASURE = /^(?:总?投资|(?:总|建筑)?面积|占地|[长宽高深厚]\d|[总全]长|惠及|涉及|覆盖|服务|受益|带动)/u;

/**
 * `新建步道5条、驿站2个`: where each of the things that a verb has is named and counted by itself, each is a promise. A measure of the thing before
 * (`、投资3亿元`) is none, nor are amounts that one noun has together (`3个街道和5个社区的改造`).
 */
export function itemsOf(reading: ItemReading, clause: Clause): readonly Clause[] {
  const { text, isInside } = reading;
  const [, verb] = clause.rules;
  const items: Span[] = [];
  let from = Math.max(clause.start, verb.end);
  for (let at = from; at < clause.end; at += 1) {
    const joint = isInside(at) ? null : jointAt(text, at);
    if (joint === null || (joint !== '、' && !endsCounted(reading, { start: from, end: at }))) continue;
    items.push({ start: from, end: at });
    from = at + joint.length;
    at = from - 1;
  }
  items.push({ start: from, end: clause.end });
  if (items.length < 2 || !items.every((item) => isCountedThing(reading, item))) return [clause];
  return items.map((item, index) =>
    index === 0 ? { ...clause, end: item.end } : { ...clause, ...item, rules: [{ rule: 'clause.list', ...item }, verb] },
  );
}

function jointAt(text: string, at: number): string | null {
  ITEM_JOINT.lastIndex = at;
  return ITEM_JOINT.exec(text)?.[0] ?? null;
}

/** A thing with its number before or behind it: `驿站2个`, `2个驿站`. */
function isCountedThing(reading: ItemReading, item: Span): boolean {
  const words = reading.text.slice(item.start, item.end);
  if (/的/.test(words) || OWN_MEASURE.test(words)) return false;
  return reading.amountOf(item) !== null && words.replace(/[\d,.\s]/g, '').length > 2 && !/[级型类式]$/u.test(words);
}

/** Something is counted before a joining word, with no verb's own word between: the word joins two items. */
function endsCounted(reading: ItemReading, item: Span): boolean {
  const amount = reading.amountOf(item);
  return amount !== null && /^\p{Script=Han}+$/u.test(reading.text.slice(amount.span.end, item.end));
}
