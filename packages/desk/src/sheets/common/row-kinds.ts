import { bareText } from './flat-text.ts';
import type { SeenCell, SheetGrid } from './sheet-grid.ts';
import type { SheetHead } from './sheet-head.ts';

/** Why a row holds no record. */
export type SkipReason = 'title' | 'head' | 'repeated-head' | 'section' | 'subtotal' | 'footnote' | 'same-task';

/** A row that holds no record. Rows without filled cells are not told. */
export interface SkippedRow {
  readonly row: number;
  readonly why: SkipReason;
  readonly text: string;
}

const SUBTOTAL = /^(?:小计|合计|总计|共计|累计)|^(?:subtotal|grandtotal|total|sum)s?(?:of|for)?(?:\P{L}|$)/u;
const FOOTNOTE = /^(?:注|备注|说明|填表|制表|审核|联系人|第\d+页|共\d+项|note|notes|remark)(?:s?[:：\d]|$|人|单位|说明)|^[*※]/i;

/** Who signs a sheet, each in a cell of its own: 审核人：… */
const SIGNED = /^(?:审核|审批|复核|填表|填报|制表|主管领导|分管领导|负责人|单位负责人|联系人|联系电话|电话|日期)[^:]{0,4}:/;

/** What a row is by its words alone: a sum, or what stands below a sheet; null where they do not tell. `own`: its filled cells; `words`: of its record. */
export function plainKindOf(own: readonly SeenCell[], words: string): 'subtotal' | 'footnote' | null {
  const [first] = own;
  if (!first) return null;
  if (SUBTOTAL.test(bareText(first.text)) || SUBTOTAL.test(bareText(words))) return 'subtotal';
  if (own.length === 1 && FOOTNOTE.test(first.text.normalize('NFKC'))) return 'footnote';
  return own.every(({ text }) => SIGNED.test(text.normalize('NFKC'))) ? 'footnote' : null;
}

/** The first words above the head. */
export function titleOf(grid: SheetGrid, head: Pick<SheetHead<string>, 'top'>): string {
  for (let row = 1; row < head.top; row += 1) {
    const [first] = grid.inRow(row).filter(({ text }) => text.length >= 4);
    if (first) return first.text;
  }
  return '';
}
