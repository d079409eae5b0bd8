import { type Attention, type AttentionOptions, attentionOf, type Exception, type Row } from '@westgate/domain';
import { type View, viewMemo } from '../view.ts';
import { pair } from './text.ts';

/** What needs attention in a view: of every record, found once. */
export const attentionIn: (view: View) => Attention = viewMemo((view) => attentionAmong(view));

/** The same, of these records alone where a ledger is given. */
export function attentionAmong(view: View, ledger?: AttentionOptions['ledger']): Attention {
  return attentionOf(view.register, view.asOf, { ledger, stateOf: (kind, id) => view.state(kind, id) });
}

/** What of a record passed its day without word, as it is shown. */
export function lapsesShown({ register }: View, { lapses }: Pick<Exception, 'lapses'>) {
  const milestones: ReadonlyMap<string, Row<'milestone'>> = register.milestone;
  return lapses.map(({ milestone, on }) => {
    const row = milestone === null ? undefined : milestones.get(milestone);
    return { milestone: row ? pair(row.name_zh, row.name_en) : null, on: on as string };
  });
}
