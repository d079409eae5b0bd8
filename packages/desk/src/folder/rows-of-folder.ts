import { WestgateError } from '@westgate/base';
import type { Register, Row } from '@westgate/domain';
import { sayFaultZh } from './fault.ts';
import type { FolderFiles } from './files.ts';
import { type ParsedFolder, parseFolder, type RowsByTable, tallyFolder } from './parse.ts';

/**
 * Every row of a folder that is read `now`. Throws `WG_FOLDER_INVALID` with all its faults, but for those that the files of the district `held`
 * have as well: what is held keeps nobody from bringing the rest.
 */
export function folderRows(files: FolderFiles, now: Date, held: FolderFiles | null): Extract<ParsedFolder, { readonly status: 'valid' }> {
  let parsed = parseFolder(files, now);
  if (parsed.status === 'faulty' && held !== null) parsed = parseFolder(files, now, tallyFolder(held, now));
  if (parsed.status === 'valid') return parsed;
  const { faults, total } = parsed;
  const en = `${total} ${total === 1 ? 'fault' : 'faults'} in the folder; nothing was stored. ${faults[0]?.message ?? ''}`;
  const zh = `文件夹里有 ${total} 处错误，什么也没有存入。${faults[0] ? `${faults[0].file}，${sayFaultZh(faults[0])}` : ''}`;
  throw new WestgateError('WG_FOLDER_INVALID', { zh, en }, { faults, total });
}

/** A data folder keeps one district: a folder of another would delete it, and is refused. */
export function refuseOtherDistrict(register: Register, rows: RowsByTable): void {
  const [held]: readonly Row<'district'>[] = [...register.district.values()];
  const [given] = rows.district;
  if (!held || !given || held.id === given.id) return;
  const message = {
    zh: `应为本数据文件夹所存的区 ${held.id}，现为 ${given.id}；另一个区请另开数据文件夹`,
    en: `expected the district ${held.id}, which this data folder keeps, found ${given.id}; open another data folder for it`,
  };
  throw new WestgateError('WG_INPUT_INVALID', message, { held: held.id, given: given.id });
}
