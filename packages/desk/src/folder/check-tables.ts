import type { Said } from '@westgate/base';
import {
  DAY_COLUMNS,
  type DayBounds,
  dayExpected,
  dayFault,
  FOLDER_TABLES,
  findWaitingRing,
  followsOn,
  keyOf,
  type MatterName,
  mayFollow,
  reviewableColumns,
  type TableName,
} from '@westgate/domain';
import type { Check, Ground } from './check.ts';
import { checkDeals, checkDrivers } from './check-chain.ts';
import { checkDualUse } from './check-dual-use.ts';
import { FLOOD_CHECKS } from './check-flood.ts';
import { checkGates } from './check-gates.ts';
import { checkIndicators, checkPlaceValues } from './check-indicators.ts';
import { checkIssues } from './check-issues.ts';
import { checkMoney } from './check-money.ts';
import { RECORD_CHECKS } from './check-records.ts';
import { checkFloorAreas, checkRents, checkTenants } from './check-space.ts';
import { checkTerms } from './check-terms.ts';
import { TEXT_CHECKS } from './check-texts.ts';
import { dayFrom, NOTHING, oneOf, written } from './expected.ts';
import type { FaultCode, FaultList } from './fault.ts';
import { mediaOfName, nameFault } from './file-name.ts';
import { type Loaded, type LoadedTables, rowsWith } from './load.ts';

/** What must hold of the records of a district; not their references, reports and shapes. */
export const TABLE_CHECKS: readonly Check[] = [
  ...TEXT_CHECKS,
  ...RECORD_CHECKS,
  checkQuestions,
  checkTerms,
  checkEvidence,
  checkGates,
  ...[...DAY_COLUMNS]
    .filter(([name]) => FOLDER_TABLES.includes(name))
    .map(
      ([of, columns]): Check => ({
        of,
        look: (rows, { district: { span }, today }, faults) => checkDays(rows, { name: of, columns, bounds: { span, today } }, faults),
      }),
    ),
  checkDates,
  checkMoney,
  checkIndicators,
  checkPlaceValues,
  checkIssues,
  checkFloorAreas,
  checkRents,
  checkTenants,
  checkDrivers,
  checkDeals,
  checkDualUse,
  checkReview,
  checkSupervision,
  ...FLOOD_CHECKS,
];

/** What must hold of evidence: a name and hash of the right form, a length, and a kind of file that the name stands for. */
function checkEvidence(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const columns = ['file_name', 'media_type', 'bytes', 'sha256'] as const;
  for (const { row, at } of rowsWith(tables, 'evidence', columns)) {
    const badName = nameFault(row.file_name);
    if (badName !== null) faults.add('malformed', at, 'file_name', badName, row.file_name);
    else if (mediaOfName(row.file_name) !== row.media_type) {
      const media = mediaOfName(row.file_name);
      faults.add('malformed', at, 'media_type', { zh: `${media}，与文件名的后缀一致`, en: `${media}, as its name ends` }, row.media_type);
    }
    if (!/^[0-9a-f]{64}$/.test(row.sha256))
      faults.add('malformed', at, 'sha256', { zh: '64 位十六进制数字', en: '64 hex digits' }, row.sha256);
    if (row.bytes < 1)
      faults.add('bad-integer', at, 'bytes', { zh: '至少 1 字节的长度', en: 'a length of at least one byte' }, String(row.bytes));
  }
}

/** Every day, period and year lies within the span of the district, and nothing that has happened lies ahead. */
function checkDays(
  rows: readonly Loaded[],
  { name, columns, bounds }: { readonly name: TableName; readonly columns: readonly string[]; readonly bounds: DayBounds },
  faults: FaultList,
): void {
  for (const { row, at, faulty } of rows) {
    for (const column of columns) {
      const fault = faulty.has(column) ? null : dayFault(name, column, row, bounds);
      if (fault !== null) faults.add(codeOf(fault), at, column, dayExpected(fault, bounds), String(row[column]));
    }
  }
}

/** A value of the right form that names no day of the calendar. */
function codeOf(fault: Exclude<ReturnType<typeof dayFault>, null>): FaultCode {
  return fault === 'no-day' ? 'bad-day' : fault;
}

/** What must hold of changes under review: rules and proposals name columns that can be, and what was decided has its day. */
function checkReview(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  for (const table of ['review_rule', 'pending_change'] as const) {
    for (const { row, at } of rowsWith(tables, table, ['subject_kind', 'field'])) {
      const columns = reviewableColumns(row.subject_kind);
      if (!columns.includes(row.field)) faults.add('bad-review', at, 'field', oneOf(columns), row.field);
    }
  }
  for (const { row, at } of rowsWith(tables, 'pending_change', ['decision', 'decided_on', 'proposed_on'])) {
    if ((row.decision === null) !== (row.decided_on === null))
      faults.add(
        'bad-review',
        at,
        'decided_on',
        row.decision === null ? NOTHING : { zh: '作出审批结论的日期', en: 'the day that was decided' },
        row.decided_on ?? '',
      );
    else if (row.decided_on !== null && row.decided_on < row.proposed_on)
      faults.add('bad-review', at, 'decided_on', dayFrom(row.proposed_on), row.decided_on);
  }
}

/** What must hold of the questions of a replaced text: what they ask for is there, and what they propose stands in the text. */
function checkQuestions(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  const sentences = new Map(rowsWith(tables, 'sentence', ['id', 'document', 'in_text']).map(({ row }) => [String(row.id), row]));
  const mentions = new Set(rowsWith(tables, 'mention', ['sentence', 'thing_kind', 'thing_id']).map(({ row }) => keyOf('mention', row)));
  const columns = ['document', 'kind', 'sentence', 'candidates', 'commitment', 'mention_kind', 'mention_id'] as const;
  for (const { row, at } of rowsWith(tables, 'text_question', columns)) {
    for (const candidate of row.candidates) {
      const sentence = sentences.get(candidate);
      if (sentence?.document === row.document || (!sentence && tables.sentence.mayHold(candidate))) continue;
      faults.add('unknown-reference', at, 'candidates', { zh: `${row.document} 的句子`, en: `sentences of ${row.document}` }, candidate);
    }
    if ((row.kind === 'clause') !== (row.commitment !== null)) {
      const expected = row.kind === 'clause' ? { zh: '所问的承诺', en: 'the commitment' } : NOTHING;
      faults.add('missing-value', at, 'commitment', expected, row.commitment ?? '');
    }
    const mention = row.mention_id === null ? null : `${row.sentence}|${row.mention_kind}|${row.mention_id}`;
    if ((row.kind === 'phrase') !== (mention !== null)) {
      faults.add(
        'missing-value',
        at,
        'mention_id',
        row.kind === 'phrase' ? { zh: '所提及的对象', en: 'the thing that is mentioned' } : NOTHING,
        row.mention_id ?? '',
      );
    } else if (mention !== null && !mentions.has(mention) && tables.mention.isComplete) {
      faults.add('unknown-reference', at, 'mention_id', { zh: '句子提及的对象', en: 'a thing that the sentence mentions' }, mention);
    }
  }
}

const NOT_ITS_OWN: Said = {
  zh: '另一个项目，或另一个关键节点，不是它自己的',
  en: 'another project, or another milestone, than its own',
};

/** What must hold of dates: a baseline and the day it was frozen come together; nothing waits, through others, for itself. */
function checkDates(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  for (const { row, at } of rowsWith(tables, 'milestone', ['baseline', 'frozen_on'])) {
    if ((row.baseline === null) !== (row.frozen_on === null)) {
      const expected = { zh: '锁定计划节点的日期，有计划节点时才填', en: 'the day the baseline was frozen, where there is one' };
      faults.add('missing-value', at, 'frozen_on', expected, row.frozen_on ?? '');
    }
  }
  const milestones = rowsWith(tables, 'milestone', ['id', 'project']);
  const projects = new Map(milestones.map(({ row }) => [row.id as string, row.project as string]));
  const loaded = rowsWith(tables, 'dependency', ['from_kind', 'from_id', 'to_kind', 'to_id', 'kind']);
  for (const { row, at } of loaded) {
    const [from, to] = [
      row.from_kind === 'milestone' ? projects.get(row.from_id) : row.from_id,
      row.to_kind === 'milestone' ? projects.get(row.to_id) : row.to_id,
    ];
    const isWithin = from !== undefined && from === to && row.from_kind !== row.to_kind;
    if (isWithin) faults.add('cycle', at, 'to_id', NOT_ITS_OWN, row.to_id);
  }
  const ring = findWaitingRing(
    loaded.map(({ row }) => row),
    milestones.map(({ row }) => row),
  );
  if (ring === null) return;
  const closing = loaded.find(({ row }) => row === ring.by);
  faults.add(
    'cycle',
    closing?.at ?? { file: 'programme/dependencies.csv', row: null },
    'to_id',
    { zh: '不会经由别的事项又等到自己的对象', en: 'something that does not, through others, wait for itself' },
    ring.members.join(' → '),
  );
}

/** What must hold of matters under supervision: their steps are numbered from 1, each follows from the one before, and none is dated before it. */
function checkSupervision(tables: LoadedTables, _ground: Ground, faults: FaultList): void {
  checkAsks(tables, faults);
  const stands = new Map<
    string,
    { readonly name: MatterName; readonly position: number; readonly on: string; readonly names: readonly MatterName[] }
  >();
  for (const { row } of rowsWith(tables, 'supervision', ['id', 'registered_on'])) {
    stands.set(row.id, { name: 'registered', position: 0, on: row.registered_on, names: ['registered'] });
  }
  const steps = rowsWith(tables, 'supervision_step', ['supervision', 'position', 'step', 'on', 'basis']);
  for (const { row, at } of steps.sort((a, b) => a.row.position - b.row.position)) {
    const before = stands.get(row.supervision);
    if (!before) continue;
    if (row.position !== before.position + 1) faults.add('bad-step', at, 'position', written(before.position + 1), String(row.position));
    else if (!before.names.some((name) => mayFollow(name, row.step))) {
      const next = followsOn(before.name);
      const expected = {
        zh: next.length > 0 ? `${before.name} 之后的 ${next.join(' 或 ')}` : `空：${before.name} 之后没有步骤`,
        en: `${next.join(' or ') || 'nothing'} after ${before.name}`,
      };
      faults.add('bad-step', at, 'step', expected, row.step);
    } else if (row.on < before.on) faults.add('bad-step', at, 'on', dayFrom(before.on), row.on);
    // A step that rests on something may be lost with it; what is done next then follows from where the matter stood before.
    const names = row.basis.length > 0 || before.names.length > 1 ? [...before.names, row.step] : [row.step];
    stands.set(row.supervision, { name: row.step, position: row.position, on: row.on, names });
    for (const each of row.basis) {
      if (!/^(evidence|outcome):[^:\s]+$/.test(each))
        faults.add('malformed', at, 'basis', { zh: 'evidence:编号 或 outcome:编号', en: 'evidence:id or outcome:id' }, each);
    }
  }
}

/** An ask is about a project, and takes no steps: it is answered by what is brought. */
function checkAsks(tables: LoadedTables, faults: FaultList): void {
  const asks = new Set<string>();
  for (const { row, at } of rowsWith(tables, 'supervision', ['id', 'subject_kind', 'requirement'])) {
    if (row.requirement === null) continue;
    asks.add(row.id);
    if (row.subject_kind !== 'project')
      faults.add('bad-step', at, 'requirement', { zh: '空：只有项目才有办理环节', en: 'nothing: gates are of projects' }, row.requirement);
  }
  for (const { row, at } of rowsWith(tables, 'supervision_step', ['supervision', 'step'])) {
    if (asks.has(row.supervision))
      faults.add(
        'bad-step',
        at,
        'step',
        { zh: '空：所需材料以报送为准，没有步骤', en: 'no step: an ask is answered by what is brought' },
        row.step,
      );
  }
}
