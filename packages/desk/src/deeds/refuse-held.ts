import { WestgateError } from '@westgate/base';
import { countSaid, nounOf, type Register, type TableName } from '@westgate/domain';
import { heldUpBy } from './resting.ts';

/** Kinds of rows that a message names. */
const MOST_NAMED = 8;
/**
 * Throws `WG_INPUT_INVALID` where rows of `register`, which the record is taken out of, still hang on it: how many of which kind, and where they are
 * shown. What hangs on those is counted too.
 */
export function refuseHeld(register: Register, record: { readonly table: TableName; readonly key: string }): void {
  const counts = heldUpBy(register, record);
  if (counts.size === 0) return;
  const { table, key } = record;
  const at = `/take-out/${table}/${encodeURIComponent(key)}`;
  const said = [...counts].slice(0, MOST_NAMED).map(([name, count]) => countSaid(name, count));
  const more = counts.size > MOST_NAMED;
  const message = {
    zh: `${key} 撤不下来，还有记录要用到它：${said.map(({ zh }) => zh).join('、')}${more ? '等' : ''}；见 ${at}`,
    en: `expected nothing to hang on ${nounOf(table).en} ${key}, found ${said.map(({ en }) => en).join(', ')}${more ? ' and more' : ''}; they stand at ${at}`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { table, key, hanging: Object.fromEntries(counts), at });
}
