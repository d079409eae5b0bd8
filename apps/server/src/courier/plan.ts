import { addDays, type DayString } from '@westgate/base';
import { type Ear, earName, earsOf, noticesDue, owedNotices } from '@westgate/domain';
import type { View } from '../view/view.ts';
import type { Book } from './book.ts';
import { type Mark, markName } from './entry.ts';

/** Days that Westgate may have stood still and still tells of. */
const LONGEST_GAP = 31;

/**
 * Writes down who is to be told of what fell since the last look, of what falls today to whoever can be reached since then, and of what waits
 * for someone and was not told to them. Done again, on the same day or after a crash, it writes nothing twice; what comes after the digest of a
 * day stands in the next. `reached`: the names of those who can be told.
 */
export async function planDay(
  book: Book,
  { register, state }: Pick<View, 'register' | 'state'>,
  today: DayString,
  reached: ReadonlySet<string>,
): Promise<void> {
  const before = await book.toldUpTo();
  const isNewDay = before !== null && before < today;
  const gap = addDays(today, -LONGEST_GAP);
  // The day of the last look is looked at once more: what came to concern somebody after it was not told to them.
  const after = !isNewDay ? addDays(today, -1) : before > gap ? addDays(before, -1) : gap;
  const heard = await book.heard();
  const byEar = new Map<string, { readonly ear: Ear; readonly marks: Mark[] }>();
  const tell = (ear: Ear, mark: Mark): void => {
    const key = earName(ear);
    if (!reached.has(key) || heard.get(key)?.has(markName(mark))) return;
    const held = byEar.get(key) ?? { ear, marks: [] };
    held.marks.push(mark);
    byEar.set(key, held);
  };
  for (const { kind, id, name, first, dueOn } of noticesDue(register, { after, upTo: today })) {
    const mark = { kind, id, name, first, dueOn };
    for (const ear of earsOf(register, mark)) tell(ear, mark);
  }
  for (const { kind, id, mark, ears } of owedNotices(register, today, state)) for (const ear of ears) tell(ear, { kind, id, mark });
  for (const { ear, marks } of byEar.values()) await book.add(ear, today, marks);
  if (before === null || isNewDay) await book.setToldUpTo(before, today);
}
