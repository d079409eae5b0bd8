import { idOf, isSlug, type Json } from '@westgate/base';
import {
  assumedKey,
  basisColumns,
  type Cells,
  districtOf,
  foundSaid,
  itemsOf,
  keysOf,
  languageOf,
  MAPPING,
  oc4idsId,
  originalOf,
  partAt,
  prefixOf,
  type Register,
  type Row,
  sameValue,
  textIn,
  unusedIn,
  writeProject,
} from '@westgate/domain';
import { numbered } from '../deeds/new-id.ts';
import { emptyFields } from '../edits/apply-edits.ts';
import { inOneLanguage } from '../sheets/common/kept-words.ts';
import { kindTold } from '../sheets/month/project-kind.ts';
import { cameWith, formerItem, formerPart, listPointer, remarkNoRecord, remarkNoValue, saidAnew } from './former.ts';
import type { Oc4idsDocument } from './read-document.ts';
import { basisSaid, fitting, type PartTaken, type Taking, takeDepartment, takePart } from './take-rows.ts';

/** What became of a project of the document, or would. */
export interface Oc4idsTaken {
  readonly pointer: string;
  /** As the document says it; null where it says none. */
  readonly id: string | null;
  readonly title: string | null;
  readonly state: 'new' | 'changed' | 'same' | 'left-out';
  /** The project of the district; null where it was left out. */
  readonly project: string | null;
  readonly errors: number;
  /** Fields that no record of the district holds: kept as they came, given back, not used. */
  readonly unused: readonly string[];
}

/** A project of a document, and where it stands there. */
export interface ProjectRead {
  readonly document: Oc4idsDocument;
  readonly value: Json;
  readonly pointer: string;
  readonly position: number;
}

/** Takes a project as rows of the district, with its original; `seq`: the number of the coming deed. Nothing where it says what is held. */
export function takeProject(taking: Taking, read: ProjectRead, seq: number): Pick<Oc4idsTaken, 'state' | 'project' | 'unused'> {
  const { register, set, fileName, today } = taking;
  const { value, pointer, position, document } = read;
  const district = districtOf(register);
  const prefix = district ? prefixOf(district) : '';
  const language = languageOf(register, value);
  const held = heldProject(taking, value, prefix);
  const ours = held ? writeProject(register, held, { prefix, language, asOf: today }) : null;
  if (held && ours && sameValue(ours, value))
    return { state: 'same', project: held.id, unused: unusedFields(register, originalOf(register, held.id)) };
  const begun = held ?? newProject(taking, read, prefix);
  const before = held ? originalOf(register, held.id) : undefined;
  const keys = new Map<string, string>();
  const said: Record<string, unknown> = {};
  const bases = new Set<string>();
  const say = (cells: Cells, at: string): void => {
    const fits = fitting(taking, 'project', cells, `${pointer}${at}`);
    Object.assign(said, fits ?? {});
    for (const [column, basis] of [
      ['lead', 'lead_basis'],
      ['due_on', 'due_basis'],
    ] as const) {
      if (fits === null || !(column in fits) || sameValue(fits[column], begun[column])) continue;
      Object.assign(
        said,
        inOneLanguage(basis, basisSaid(fileName, `${pointer}${at}`, language), language),
        column === 'due_on' ? { due_source: null } : {},
      );
      for (const each of basisColumns('project', column)) bases.add(each);
    }
  };
  const parts: (() => void)[] = [];
  const missing: (() => void)[] = [];
  const keyBefore = (at: string): string | undefined => keysOf(before)[at];
  for (const entry of MAPPING) {
    if (!entry.read) continue;
    const part = partAt(value, entry.path);
    const former = formerPart(before, entry);
    const ourPart = ours && partAt(ours, entry.path);
    if (entry.kind === 'value') {
      const { read: readValue, row: table } = entry;
      if (!part) {
        const isHeld = ourPart && readValue(ourPart.value, { language, keyAt: () => begun.lead ?? undefined, pointer: ourPart.pointer });
        if (isHeld && (former || !before)) remarkNoValue(taking.remark, `${pointer}${ourPart.pointer}`);
        continue;
      }
      const keyHeld = former && sameValue(former.value, part.value) ? keyBefore(former.pointer) : undefined;
      if (keyHeld !== undefined) keys.set(part.pointer, keyHeld);
      else if (part.pointer === '/publicAuthority') {
        const department = takeDepartment(taking, part.value);
        if (department !== undefined) keys.set(part.pointer, department);
        else
          taking.remark(
            `${pointer}${part.pointer}`,
            { zh: '部门的编号或名称', en: 'the id or name of a department' },
            foundSaid(part.value),
          );
      }
      if (ourPart && sameValue(ourPart.value, part.value) && table === undefined) continue;
      const cells = readValue(part.value, { language, keyAt: (at) => keys.get(at), pointer: part.pointer });
      if (cells === null) continue;
      const was = former && readValue(former.value, { language, keyAt: keyBefore, pointer: former.pointer });
      const anew = held ? saidAnew(cells, [was]) : cells;
      if (table === undefined && Object.keys(anew).length > 0) say(anew, part.pointer);
      if (table === undefined || keyHeld !== undefined) continue;
      const known = { before: keyBefore(part.pointer), former: was, ours: () => null };
      parts.push(() => take(table, cells, part.value, { at: part.pointer, number: 1, ...known }));
      continue;
    }
    const { row: table, read: readItem } = entry;
    if (table === undefined) continue;
    const ourItems = entry.write({
      register,
      project: begun,
      language,
      asOf: today,
      idOf: (id) => oc4idsId(register, id, prefix),
      assumed: () => undefined,
    });
    const cellsOf = (item: Json | undefined, keyAt = keyBefore): Cells | null =>
      item === undefined ? null : readItem(item, { language, keyAt });
    const ourCells = (key: string): Cells | null => cellsOf(ourItems.find((each) => each.key === key)?.item);
    for (const [index, item] of itemsOf(part?.value).entries()) {
      const at = `${part?.pointer}/${index}`;
      const was = formerItem(before, former, item);
      const keyHeld = (held && ourItems.find((each) => sameValue(each.item, item))?.key) ?? (was?.isUnchanged ? was.key : undefined);
      if (keyHeld !== undefined) {
        keys.set(at, keyHeld);
        continue;
      }
      const cells = cellsOf(item, (each) => keys.get(each));
      const known = { before: was?.key, former: cellsOf(was?.item), ours: ourCells };
      if (cells !== null) parts.push(() => take(table, cells, item, { at, number: index + 1, ...known }));
    }
    if (!held) continue;
    const cameBefore = new Set(itemsOf(former?.value).flatMap((_, index) => keyBefore(`${former?.pointer}/${index}`) ?? []));
    missing.push(() => {
      const said = new Set(keys.values());
      for (const { key } of ourItems) {
        const row = said.has(key) || (before && !cameBefore.has(key)) ? null : set.rowNow(table, key);
        if (row) remarkNoRecord(taking.remark, `${pointer}${part?.pointer ?? listPointer(entry)}`, table, row);
      }
    });
  }
  const project: Row<'project'> = { ...begun, ...said };
  for (const column of ['kind', 'name'] as const) {
    const stated = column === 'kind' ? 'kind' : (`name_${language}` as const);
    const assumed = held ? keysOf(before)[assumedKey(column)] : project[stated];
    if (!(stated in said) && assumed !== undefined && assumed !== null) keys.set(assumedKey(column), assumed);
  }
  set.put('project', project, [...Object.keys(said), ...bases]);
  function take(
    table: 'milestone' | 'planned_amount' | 'place',
    cells: Cells,
    item: Json,
    { at, ...known }: { readonly at: string } & Pick<PartTaken, 'number' | 'before' | 'former' | 'ours'>,
  ): void {
    const key = takePart(taking, { table, cells, item, pointer: `${pointer}${at}`, language, project, ...known });
    if (key !== undefined) keys.set(at, key);
  }
  for (const each of [...parts, ...missing]) each();
  const rows = Object.fromEntries(keys);
  if (before && held && sameValue(before.document, value) && sameValue(before.rows, rows))
    return { state: 'same', project: held.id, unused: unusedFields(register, before) };
  const original: Row<'oc4ids_original'> = {
    project: project.id,
    oc4ids_id: textIn(value, 'id') ?? oc4idsId(register, project.id, prefix),
    came: cameWith(seq),
    position,
    came_on: today,
    file_name: fileName,
    head: document.head,
    document: value,
    rows,
    rev: 1,
  };
  set.put('oc4ids_original', original);
  return { state: held ? 'changed' : 'new', project: project.id, unused: unusedFields(register, original) };
}

/** The project of the district that a project of a document is: by the id it came with, or that it is given. */
function heldProject(taking: Taking, value: Json, prefix: string): Row<'project'> | null {
  const id = textIn(value, 'id');
  if (id === null) return null;
  const came = taking.came.get(id);
  const own = id.startsWith(`oc4ids-${prefix}-`) ? id.slice(`oc4ids-${prefix}-`.length) : null;
  const rows: ReadonlyMap<string, Row<'project'>> = taking.register.project;
  return rows.get(came ?? own ?? '') ?? null;
}

function newProject(taking: Taking, { value, pointer, position }: ProjectRead, prefix: string): Row<'project'> {
  const { register, set, fileName } = taking;
  const language = languageOf(register, value);
  const id = textIn(value, 'id');
  const stem = (id ?? '')
    .replace(/^oc4ids-[a-z0-9]{6}-?/, '')
    .slice(0, 60)
    .replace(/[^A-Za-z0-9]+$/, '');
  const isTaken = (each: string): boolean => set.rowNow('project', each) !== null;
  const key = numbered(isSlug(stem) ? stem : `oc4ids-${prefix}-${position + 1}`, isTaken);
  const title = textIn(value, 'title');
  const named = title === null ? null : fitting(taking, 'project', { [`name_${language}`]: title }, `${pointer}/title`);
  const fallback = id !== null && isSlug(id) ? id : `${fileName} ${position + 1}`;
  const name = named?.[`name_${language}`] ?? fallback;
  const row: Readonly<Record<string, unknown>> = {
    ...emptyFields('project'),
    id: idOf<'project'>(key),
    [`name_${language}`]: name,
    kind: kindTold(title ?? '', null),
    rev: 1,
  };
  return row as unknown as Row<'project'>;
}

function unusedFields(register: Register, original: Row<'oc4ids_original'> | undefined): readonly string[] {
  const unused = original === undefined ? null : unusedIn(register, original);
  return typeof unused === 'object' && unused !== null ? Object.keys(unused) : [];
}
