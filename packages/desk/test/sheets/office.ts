import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { type Desk, type FolderFiles, openDesk, readFolder, saveFolder } from '@westgate/desk';
import { HARBOUR } from '../folders.ts';
import type { RawCell, RawSheet } from './raw-xlsx.ts';

/** The invented harbour district as an office that works in Chinese too: its departments have Chinese names. */
export async function harbourInChinese(): Promise<FolderFiles> {
  const files = new Map(await readFolder(HARBOUR));
  const replace = (path: string, from: string, to: string): void => {
    files.set(
      path,
      (files.get(path) ?? '').replace(from, () => to),
    );
  };
  replace('district.json', '"languages": ["en"]', '"languages": ["zh", "en"]');
  replace('programme/departments.csv', 'works,,', 'works,区工务局,');
  replace('programme/departments.csv', 'culture,,', 'culture,区文化和节庆办公室,');
  replace('programme/departments.csv', 'housing,,', 'housing,住房科,');
  return files;
}

/** A desk in memory on that district, closed after the tests of the file. */
export async function openHarbour(): Promise<Desk> {
  const folder = mkdtempSync(join(tmpdir(), 'westgate-sheets-'));
  await saveFolder(folder, await harbourInChinese());
  const desk = await openDesk({ memory: true, districtFolder: folder });
  rmSync(folder, { recursive: true });
  after(() => desk.close());
  return desk;
}

/** A breakdown sheet as an office keeps it: titles, two rows of heads, headings, merges, words for dates, a repeated head, a total, a footnote. */
export function officeSheet(): RawSheet {
  const heads: readonly (readonly RawCell[])[] = [
    ['序号', '重点任务', '量化目标（米）', '责任单位', null, '完成时限', '存在问题', '备注'],
    [null, null, null, '主责单位', '协办单位', null, null, null],
  ];
  return {
    name: '分解表',
    rows: [
      ['港口区2026年重点任务分解表'],
      ['（区政府办公室制）'],
      ...heads,
      ['一、开放的岸线'],
      [1, '修复北码头石阶，恢复老渡口', 120, '区工务局', '区文化和节庆办公室', '2026年6月底前', null, null],
      [
        '２',
        '在旧税关院落开设周末市集。由摊主自治管理。',
        '每周一次',
        '区文化和节庆办公室、住房科',
        null,
        '年底前',
        '资金未落实',
        '首年试行',
      ],
      [null, '在旧税关院落加装照明', null, null, null, '上半年', null, null],
      ['二、干爽的街道'],
      [...(heads[0] ?? [])],
      [...(heads[1] ?? [])],
      [
        1,
        '为低岸街住户更换防潮门',
        { xml: '<f>100*2.4</f><v>240</v>' },
        '工务局（牵头）、住房科',
        null,
        { attributes: 's="1"', xml: '<v>46295</v>' },
        null,
        null,
      ],
      [2, '持续清理静水湾淤泥', null, '工务局', null, '长期推进', null, null],
      ['合计', null, 360],
      ['注：时限为最迟时限。'],
    ],
    merges: [
      'A1:H1',
      'A2:H2',
      'A3:A4',
      'B3:B4',
      'C3:C4',
      'D3:E3',
      'F3:F4',
      'G3:G4',
      'H3:H4',
      'A5:H5',
      'A7:A8',
      'D7:D8',
      'A9:H9',
      'A15:H15',
    ],
  };
}
