import { WestgateError } from '@westgate/base';
import { type AnyRow, type Change, type Register, registerOf } from '@westgate/domain';
import { diffRegister } from '../deeds/diff.ts';
import { refuseFaults } from '../deeds/revise.ts';
import { readFields } from '../folder/check-register.ts';
import { FaultList } from '../folder/fault.ts';
import { parseFolder, type RowsByTable } from '../folder/parse.ts';
import { writeFolder } from '../folder/write.ts';
import { emptyFields } from './apply-edits.ts';

/** A district to begin: its columns, and the columns of the feature that draws its outline, where there is one. */
export interface DistrictStart {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly outline?: Readonly<Record<string, unknown>> | undefined;
}

/** The id of the feature that draws the outline of a district begun on screen. */
const OUTLINE_ID = 'district';
const SAME_DISTRICT = {
  zh: '与现有的区相同，而且是空的',
  en: 'expected a district other than the one held, found the same with nothing in it',
};

/**
 * The changes that begin a district with nothing in it but its name, frame, languages, axes, units and outline; every record that was held
 * before goes. Null: the district itself goes as well. Undoing that deed brings them back. Throws `WG_INPUT_INVALID` naming every field that
 * does not fit, or where the district held is the same and as empty, `WG_NO_DISTRICT` where there is none to clear.
 */
export function startDistrict(register: Register, start: DistrictStart | null): readonly Change[] {
  if (start === null) {
    if (register.district.size === 0)
      throw new WestgateError('WG_NO_DISTRICT', { zh: '没有可清走的区', en: 'there is no district to clear' });
    return diffRegister(register, rowsIn({}));
  }
  const faults = new FaultList();
  const district = rowOf('district', start.fields, faults);
  const outline =
    start.outline && rowOf('feature', { rank: 1, illustrative: false, ...start.outline, id: OUTLINE_ID, layer: 'district' }, faults);
  refuseFaults(faults.faults);
  const rows = rowsIn({ district: [district], feature: outline ? [outline] : [] });
  const parsed = parseFolder(writeFolder(registerOf(rows)));
  if (parsed.status === 'faulty') refuseFaults(parsed.faults);
  const changes = diffRegister(register, rows);
  if (changes.length === 0) throw new WestgateError('WG_INPUT_INVALID', SAME_DISTRICT);
  return changes;
}

function rowOf(table: 'district' | 'feature', given: Readonly<Record<string, unknown>>, faults: FaultList): AnyRow {
  return { ...readFields(table, { ...emptyFields(table), ...given }, faults), rev: 1 };
}

function rowsIn(rows: Parameters<typeof registerOf>[0]): RowsByTable {
  return Object.fromEntries(Object.entries(registerOf(rows)).map(([name, held]) => [name, [...held.values()]])) as unknown as RowsByTable;
}
