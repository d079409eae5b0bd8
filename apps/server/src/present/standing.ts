import type { Standing } from '@westgate/contract';
import type { Desk } from '@westgate/desk';
import { FOLDER_TABLES, type Row } from '@westgate/domain';
import { readerNow } from '../caller/caller.ts';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';

/** Deeds that put one district in place of another, or none in its place. */
const SWEEPING = ['start-district', 'clear-district', 'import'] as const;

/** What is held, what could be loaded, and the last deed where it was a sweeping one that still stands. */
export async function standingOf(desk: Desk, { register }: View, offered: Pick<Standing, 'example' | 'practice'>): Promise<Standing> {
  const { seq, mode } = desk;
  const [district]: readonly Row<'district'>[] = [...register.district.values()];
  const records = FOLDER_TABLES.reduce((sum, name) => sum + register[name].size, 0) - register.district.size;
  const held = district ? { id: district.id, name: pair(district.name_zh, district.name_en), records } : null;
  const [deed] = readerNow() === null ? await desk.deeds(1) : [];
  const verb = SWEEPING.find((each) => each === deed?.verb);
  return { seq, held, ...offered, last: deed && verb ? { seq: deed.seq, at: deed.at, who: deed.who, verb } : null, mode };
}
