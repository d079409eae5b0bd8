import type { DayString } from '@westgate/base';
import { idOf, isSlug, type Json, type Language } from '@westgate/base';
import {
  type AnyRow,
  below,
  type Cells,
  dayFault,
  daySpanOf,
  districtOf,
  fieldsOf,
  findOutside,
  foundSaid,
  isFields,
  keyOf,
  plannedAmount,
  type Register,
  type Row,
  sameValue,
  type TableName,
  textIn,
} from '@westgate/domain';
import { saidIn } from '../deeds/ask.ts';
import type { ChangeSet } from '../deeds/change-set.ts';
import { numbered } from '../deeds/new-id.ts';
import { emptyFields } from '../edits/apply-edits.ts';
import { readFields } from '../folder/check-register.ts';
import { FaultList } from '../folder/fault.ts';
import { inOneLanguage } from '../sheets/common/kept-words.ts';
import { type Remark, saidAnew } from './former.ts';

/** What a document is taken into. */
export interface Taking {
  readonly register: Register;
  readonly set: ChangeSet;
  readonly today: DayString;
  readonly fileName: string;
  /** Departments that this import made, by the id or name they have in the document. */
  readonly departments: Map<string, string>;
  /** The project that each id of OC4IDS became that came before. */
  readonly came: ReadonlyMap<string, string>;
  readonly remark: Remark;
}

type ReadTable = 'milestone' | 'planned_amount' | 'place';

/** The part of a document that becomes a row of a project. */
export interface PartTaken {
  readonly table: ReadTable;
  readonly cells: Cells;
  readonly item: Json;
  readonly pointer: string;
  readonly language: Language;
  readonly project: Row<'project'>;
  /** The row it became when the document came before. */
  readonly before: string | undefined;
  /** What that document said of it. */
  readonly former: Cells | null;
  /** What the district would say now of the row of a key. */
  readonly ours: (key: string) => Cells | null;
  readonly number: number;
}

/** The values of `cells` as the columns take them; null, and a remark, where one does not fit the district. */
export function fitting(taking: Taking, table: TableName, cells: Cells, pointer: string): Cells | null {
  const faults = new FaultList();
  const values = readFields(table, cells, faults);
  const [fault] = faults.faults;
  if (fault) {
    taking.remark(pointer, { zh: fault.expectedZh, en: fault.expected }, { zh: fault.foundZh ?? fault.found, en: fault.found });
    return null;
  }
  const bounds = { span: daySpanOf(districtOf(taking.register)), today: taking.today };
  for (const [column, value] of Object.entries(values)) {
    const kind = fieldsOf(table)[column]?.kind;
    if (kind === 'day' && value !== null && dayFault(table, column, { ...emptyFields(table), ...values }, bounds) !== null) {
      taking.remark(
        pointer,
        { zh: '本区日期范围内、且已发生的日期', en: 'a day within the span of the district, and past where it tells what happened' },
        foundSaid(value),
      );
      return null;
    }
    if (kind === 'json' && !sameValue(value, cells[column])) {
      taking.remark(
        pointer,
        { zh: '可原样保存的图形', en: 'a shape that is kept as it is' },
        { zh: '另一种写法', en: 'one that is written otherwise' },
      );
      return null;
    }
  }
  return values;
}

/** Takes a part as a row of its project; gives its key, or undefined where it fits none and stays in the original alone. */
export function takePart(taking: Taking, part: PartTaken): string | undefined {
  const { register, set } = taking;
  const { table, cells, pointer, project } = part;
  const held = heldRow(taking, part);
  const said = held ? saidAnew(cells, [part.former, part.ours(held.key)]) : cells;
  if (table === 'place' && !liesInFrame(taking, said, pointer)) return undefined;
  const values = fitting(taking, table, said, pointer);
  if (values === null) return undefined;
  if (held) {
    const next = { ...held.row, ...values };
    if (Object.entries(next).some(([column, value]) => !sameValue(value, held.row[column]))) set.put(table, next, Object.keys(values));
    // Where it stood on the place before, who took that link away since is right.
    if (table === 'place' && part.before !== held.key) link(set, project.id, held.key);
    return held.key;
  }
  const rows: ReadonlyMap<string, AnyRow> = register[table];
  const isTaken = (id: string): boolean => rows.has(id) || set.rowNow(table, id) !== null;
  const own = textIn(part.item, 'id');
  const isTelling = own !== null && isSlug(own) && /[a-z]/i.test(own);
  const stem =
    isTelling && !isTaken(own)
      ? own
      : `${project.id.slice(0, 40).replace(/[^A-Za-z0-9]+$/, '')}-${own !== null && isSlug(own) ? own.slice(0, 24).replace(/[^A-Za-z0-9]+$/, '') : part.number}`;
  const id = numbered(stem, isTaken);
  set.put(table, { ...emptyFields(table), ...begun(taking, part), ...values, id, rev: 1 });
  if (table === 'place') link(set, project.id, id);
  return id;
}

/** What a new row holds beside what was read. */
function begun({ fileName }: Taking, { table, cells, pointer, project, language, number }: PartTaken): Cells {
  const basis = basisSaid(fileName, pointer, language);
  switch (table) {
    case 'milestone':
      return { project: project.id, position: number };
    case 'planned_amount':
      return { project: project.id, confidence: 'medium', ...inOneLanguage('note', basis, language) };
    case 'place': {
      const name = cells[`name_${language}`] ?? project[`name_${language}`] ?? project.name_zh ?? project.name_en;
      return {
        [`name_${language}`]: name,
        kind: 'area',
        is_site: false,
        ...(cells.geometry === null
          ? { position: 'not-known' }
          : { position: 'known', confidence: 'medium', ...inOneLanguage('position_basis', basis, language) }),
      };
    }
  }
}

/** Where a value was read, as the basis that stands beside it. */
export function basisSaid(fileName: string, pointer: string, language: Language): string {
  return language === 'zh' ? `OC4IDS 文件 ${fileName}，${pointer}` : `OC4IDS document ${fileName}, ${pointer}`;
}

function heldRow(
  { register, set }: Taking,
  { table, cells, item, project, before }: PartTaken,
): { readonly key: string; readonly row: AnyRow } | null {
  const rowAt = (key: string | undefined): { readonly key: string; readonly row: AnyRow } | null => {
    const row = key === undefined ? null : set.rowNow(table, key);
    return row === null || key === undefined ? null : { key, row };
  };
  const again = rowAt(before);
  if (again) return again;
  if (table === 'planned_amount') {
    const year = typeof cells.year === 'number' ? cells.year : null;
    return rowAt(plannedAmount(register, project.id, year)?.id);
  }
  const own = rowAt(textIn(item, 'id') ?? undefined);
  if (own === null) return null;
  if (table === 'milestone') return own.row.project === project.id ? own : null;
  // The same place under several projects: the same id and the same shape.
  return sameValue(own.row.geometry, cells.geometry) ? own : null;
}

function liesInFrame({ register, remark }: Taking, { geometry }: Cells, pointer: string): boolean {
  const frame = districtOf(register)?.frame;
  const outside = frame && geometry ? findOutside(geometry as NonNullable<Row<'place'>['geometry']>, frame) : null;
  if (!outside) return true;
  remark(
    below(below(pointer, 'geometry'), 'coordinates'),
    {
      zh: `本区范围 ${frame?.join(', ')} 内的经度、纬度`,
      en: `longitude and latitude within the frame ${frame?.join(', ')} of the district`,
    },
    { zh: outside.join(', '), en: outside.join(', ') },
  );
  return false;
}

function link(set: ChangeSet, project: string, place: string): void {
  const row = { from_kind: 'project', from_id: project, relation: 'stands-on', to_kind: 'place', to_id: place };
  if (set.rowNow('link', keyOf('link', row)) !== null) return;
  set.put('link', { ...emptyFields('link'), ...row, rev: 1 });
}

/** The department that an organisation is, made where the district has none of its name; undefined where it says neither a known id nor a name. */
export function takeDepartment({ register, set, departments }: Taking, organisation: Json): string | undefined {
  const [id, name] = [textIn(organisation, 'id'), textIn(organisation, 'name')?.trim() ?? null];
  if (!isFields(organisation)) return undefined;
  const known = [...register.department.values()];
  const found = known.find((row) => row.id === id) ?? known.find((row) => name !== null && (row.name_zh === name || row.name_en === name));
  if (found) return found.id;
  if (name === null) return undefined;
  const made = departments.get(id ?? name);
  if (made !== undefined) return made;
  const isTaken = (each: string): boolean => set.rowNow('department', each) !== null;
  const key = numbered(id !== null && isSlug(id) && id.length <= 48 ? id : 'department', isTaken);
  const faults = new FaultList();
  const told = saidIn(register, name);
  const said = { ...emptyFields('department'), id: key, name_zh: told.zh, name_en: told.en, confidence: 'medium' };
  const row = readFields('department', said, faults);
  if (faults.total > 0) return undefined;
  set.put('department', { ...row, rev: 1 });
  departments.set(id ?? name, key);
  return idOf<'department'>(key);
}
