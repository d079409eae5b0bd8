import { WestgateError } from '@westgate/base';
import { vocabulary } from '@westgate/domain';

/** The records followed after one, `kind:id`, was taken up or let go. Throws `WG_INPUT_INVALID` beyond a hundred. */
export function followsAfter(held: readonly string[], record: string, isFollowed: boolean): readonly string[] {
  const others = held.filter((each) => each !== record);
  if (!isFollowed) return others;
  if (others.length >= vocabulary.MOST_FOLLOWED)
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: `of：至多关注 ${vocabulary.MOST_FOLLOWED} 条记录，请先取消一条`,
        en: `of: expected at most ${vocabulary.MOST_FOLLOWED} records to follow; let one go first`,
      },
      { field: 'of' },
    );
  return others.length === held.length ? [...held, record] : held;
}
