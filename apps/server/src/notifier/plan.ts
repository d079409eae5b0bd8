import { addDays, type DayString } from '@westgate/base';
import { noticesDue, owedNotices, type Recipient, recipientName, recipientsOf } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { type Mark, markName } from './entry.ts';
import type { NoticeOutbox } from './notice-outbox.ts';

/** Days that Westgate may have stood still and still tells of. */
const LONGEST_GAP = 31;

/**
 * Writes down who is to be told of what fell since the last look, of what falls today to whoever can be reached since then, and of what waits
 * for someone and was not told to them. Done again, on the same day or after a crash, it writes nothing twice; what comes after the digest of a
 * day stands in the next. `reached`: the names of those who can be told.
 */
export async function planDay(
  outbox: NoticeOutbox,
  { register, state }: Pick<View, 'register' | 'state'>,
  today: DayString,
  reached: ReadonlySet<string>,
): Promise<void> {
  const before = await outbox.toldUpTo();
  const isNewDay = before !== null && before < today;
  const gap = addDays(today, -LONGEST_GAP);
  // The day of the last look is looked at once more: what came to concern somebody after it was not told to them.
  const after = !isNewDay ? addDays(today, -1) : before > gap ? addDays(before, -1) : gap;
  const heard = await outbox.heard();
  const byRecipient = new Map<string, { readonly recipient: Recipient; readonly marks: Mark[] }>();
  const tell = (recipient: Recipient, mark: Mark): void => {
    const key = recipientName(recipient);
    if (!reached.has(key) || heard.get(key)?.has(markName(mark))) return;
    const held = byRecipient.get(key) ?? { recipient, marks: [] };
    held.marks.push(mark);
    byRecipient.set(key, held);
  };
  for (const { kind, id, name, first, dueOn } of noticesDue(register, { after, upTo: today })) {
    const mark = { kind, id, name, first, dueOn };
    for (const recipient of recipientsOf(register, mark)) tell(recipient, mark);
  }
  for (const { kind, id, mark, recipients } of owedNotices(register, today, state))
    for (const recipient of recipients) tell(recipient, { kind, id, mark });
  for (const { recipient, marks } of byRecipient.values()) await outbox.add(recipient, today, marks);
  if (before === null || isNewDay) await outbox.setToldUpTo(before, today);
}
