import type { Deed } from '@westgate/contract';
import { OUTSIDE } from '@westgate/desk';
import { doneSaid } from '@westgate/domain';
import type { PaperColumn, Saying } from './column.ts';

/** The journal as rows. */
export const DEED_COLUMNS: readonly PaperColumn<Deed>[] = [
  { head: { zh: '台账行', en: 'Journal line' }, cell: ({ seq }) => seq, width: 10 },
  { head: { zh: '时间（UTC）', en: 'Time (UTC)' }, cell: ({ at }) => at, width: 26 },
  { head: { zh: '由谁', en: 'By whom' }, cell: ({ who }, { say }) => whoSaid(who, say), width: 20 },
  { head: { zh: '做了什么', en: 'What' }, cell: ({ verb }, { say }) => say.of(doneSaid(verb)), width: 24 },
  { head: { zh: '为什么', en: 'Why' }, cell: ({ reason }) => reason || null, width: 50 },
  { head: { zh: '改动条数', en: 'Changes' }, cell: ({ changeCount }) => changeCount, width: 10 },
  { head: { zh: '撤销了', en: 'Undoes' }, cell: ({ undoes }) => undoes, width: 10 },
  { head: { zh: '被撤销于', en: 'Undone by' }, cell: ({ undoneBy }) => undoneBy, width: 10 },
];

/** Who did a deed: a name, an erased person, or a body outside with who reported for it. */
function whoSaid(who: string | null, say: Saying['say']): string {
  if (who === null) return say.text('已删除的人员', 'erased person');
  return who.startsWith(OUTSIDE) ? `${say.text('外部单位：', 'Body outside: ')}${who.slice(OUTSIDE.length)}` : who;
}
