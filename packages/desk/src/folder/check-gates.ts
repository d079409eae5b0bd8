import type { Said } from '@westgate/base';
import type { Ground } from './check.ts';
import { dayFrom } from './expected.ts';
import type { FaultList } from './fault.ts';
import { type LoadedTables, rowsWith } from './load.ts';

const FOR_A_DRILL = { zh: '由演练记录满足的要求', en: 'one that a drill meets' };
const FOR_A_FILE: Said = { zh: '需要文件', en: 'that asks for a file' };
const BASIS: Said = {
  zh: '要求=evidence:编号、要求=drill:编号、要求=answer 或要求=kept',
  en: 'requirement=evidence:id, requirement=drill:id, requirement=answer or requirement=kept',
};

/** What must hold of gates and of what projects did at them. */
export function checkGates(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  for (const { row, at } of rowsWith(tables, 'gate', ['effective_from', 'effective_to'])) {
    if (row.effective_to !== null && row.effective_to < row.effective_from) {
      faults.add('bad-day', at, 'effective_to', dayFrom(row.effective_from), row.effective_to);
    }
  }
  const kinds = new Map(rowsWith(tables, 'requirement', ['id', 'kind']).map(({ row }) => [row.id as string, row.kind]));
  for (const { row, at } of rowsWith(tables, 'requirement', ['supplied_by', 'department'])) {
    if (row.department !== null && row.supplied_by !== 'department') {
      faults.add(
        'unknown-word',
        at,
        'supplied_by',
        { zh: 'department，因为写明了部门', en: 'department, as one is named' },
        row.supplied_by,
      );
    }
  }
  for (const { row, at } of rowsWith(tables, 'evidence', ['subject_kind', 'requirement'])) {
    if (row.requirement === null) continue;
    const kind = kinds.get(row.requirement);
    if (row.subject_kind !== 'project')
      faults.add(
        'wrong-kind',
        at,
        'subject_kind',
        { zh: 'project，因为它佐证一项要求', en: 'project, as it proves a requirement' },
        row.subject_kind,
      );
    if (kind !== undefined && kind !== 'evidence')
      faults.add('wrong-kind', at, 'requirement', { zh: `${FOR_A_FILE.zh}的要求`, en: `a requirement ${FOR_A_FILE.en}` }, kind);
  }
  for (const { row, at } of rowsWith(tables, 'requirement_answer', ['requirement'])) {
    if (kinds.get(row.requirement) === 'drill')
      faults.add(
        'wrong-kind',
        at,
        'requirement',
        { zh: '需要决定或答复的要求', en: 'a requirement that asks for a decision or an answer' },
        FOR_A_DRILL,
      );
    if (kinds.get(row.requirement) === 'evidence') {
      const expected = { zh: '需要决定或答复的要求', en: 'a requirement that asks for a decision or an answer' };
      faults.add('wrong-kind', at, 'requirement', expected, { zh: `${FOR_A_FILE.zh}的要求`, en: `one ${FOR_A_FILE.en}` });
    }
  }
  for (const { row, at } of rowsWith(tables, 'gate_pass', ['became', 'kept_as', 'reason_zh', 'reason_en', 'basis'])) {
    if ((row.became === 'kept-as') !== (row.kept_as !== null))
      faults.add(
        'missing-value',
        at,
        'kept_as',
        { zh: 'became 为 kept-as 时计作的环节，否则为空', en: 'a gate where it is kept-as' },
        row.became,
      );
    if (row.became === 'set-aside' && row.reason_zh === null && row.reason_en === null) {
      faults.add('missing-reason', at, 'reason_en', { zh: '不计入的理由', en: 'why it was set aside' }, '');
    }
    if (row.basis.some((each) => each.endsWith('=kept')) && row.reason_zh === null && row.reason_en === null) {
      faults.add('missing-reason', at, 'reason_en', { zh: '保留的理由', en: 'why it was kept' }, '');
    }
    for (const each of row.basis) {
      if (!/^[^=\s]+=(answer|kept|(?:evidence|drill):[^=\s]+)$/.test(each)) faults.add('malformed', at, 'basis', BASIS, each);
    }
  }
  for (const { row, at } of rowsWith(tables, 'admission', ['decision', 'reason_zh', 'reason_en'])) {
    if (row.decision === 'refused' && row.reason_zh === null && row.reason_en === null) {
      faults.add('missing-reason', at, 'reason_en', { zh: '不予入库的理由', en: 'why it was refused' }, '');
    }
  }
}
