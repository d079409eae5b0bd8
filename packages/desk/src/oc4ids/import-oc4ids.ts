import { type DayString, expectedFound, idOf, isSlug, type Json, WestgateError } from '@westgate/base';
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
  type Oc4idsFault,
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
import { ChangeSet } from '../deeds/change-set.ts';
import { numbered } from '../deeds/new-id.ts';
import { checkWhole } from '../deeds/revise.ts';
import type { SaidChange } from '../deeds/said-change.ts';
import { emptyFields } from '../edits/apply-edits.ts';
import { inOneLanguage } from '../sheets/common/kept-words.ts';
import { kindTold } from '../sheets/month/project-kind.ts';
import { type Oc4idsDocument, readOc4ids } from './read-document.ts';
import { basisSaid, fitting, type Taking, takeDepartment, takePart } from './take-rows.ts';

/** A document and what is to be done with it. */
export interface Oc4idsDraft {
  readonly text: string;
  readonly fileName: string;
  /** What becomes of projects with errors: nothing is taken, all but these, or these too, their faulty parts kept as they came. */
  readonly faulty: 'refuse' | 'leave-out' | 'keep';
  /** Only looked at: faults are told and not thrown. */
  readonly isLook: boolean;
  /** The day it is in the district. */
  readonly today: DayString;
}

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

/** What an import did, or would do. */
export interface Oc4idsImport {
  readonly projects: readonly Oc4idsTaken[];
  readonly faults: readonly Oc4idsFault[];
  readonly errors: number;
  readonly remarks: number;
  readonly changes: readonly SaidChange[];
}

/** Remarks that are listed beside those of the document. */
const MOST_REMARKS = 500;

/**
 * The changes that take an OC4IDS document into the district: projects with their milestones, amounts, places and departments, and of each the
 * original. `seq` is the number of the coming deed. Throws `WG_INPUT_INVALID` with the faults where the document has errors and these are refused.
 */
export function importOc4ids(register: Register, draft: Oc4idsDraft, seq: number): Oc4idsImport {
  const district = districtOf(register);
  if (!district)
    throw new WestgateError('WG_NO_DISTRICT', { zh: '还没有区可放', en: 'expected a district to put it in; there is none yet' });
  const document = readOc4ids(draft.text);
  if (!draft.isLook) requireSound(document, draft);
  const set = new ChangeSet(register);
  const remarks: Oc4idsFault[] = [];
  let remarkCount = 0;
  const taking: Taking = {
    register,
    set,
    today: draft.today,
    fileName: draft.fileName,
    departments: new Map(),
    came: new Map([...register.oc4ids_original.values()].map((row) => [row.oc4ids_id, row.project])),
    remark: (pointer, expected, found) => {
      remarkCount += 1;
      if (remarks.length < MOST_REMARKS) remarks.push({ pointer, weight: 'remark', code: 'not-read', expected, found });
    },
  };
  const projects = document.projects.map((project, at): Oc4idsTaken => {
    const { pointer, value, errors } = project;
    const told = { pointer, id: textIn(value, 'id'), title: textIn(value, 'title'), errors };
    const isTaken = typeof value === 'object' && value !== null && !Array.isArray(value) && (errors === 0 || draft.faulty === 'keep');
    if (!isTaken) return { ...told, state: 'left-out', project: null, unused: [] };
    return { ...told, ...takeProject(taking, { document, value, pointer, position: at }, seq) };
  });
  const { changes } = set;
  if (changes.length > 0) checkWhole(register, set.register, new Set(changes.map(({ table }) => table)), true);
  return {
    projects,
    faults: [...document.faults, ...remarks],
    errors: document.errors,
    remarks: document.remarks + remarkCount,
    changes,
  };
}

function requireSound(document: Oc4idsDocument, { faulty, fileName }: Oc4idsDraft): void {
  if (document.errors === 0 || (faulty !== 'refuse' && !document.isUnreadable)) return;
  const errors = document.faults.filter(({ weight }) => weight === 'error');
  const said = errors
    .slice(0, 10)
    .map(({ pointer, expected, found }) => expectedFound(pointer === '' ? fileName : pointer, expected, found));
  const message = { zh: said.map(({ zh }) => zh).join('；'), en: said.map(({ en }) => en).join('; ') };
  throw new WestgateError('WG_INPUT_INVALID', message, {
    field: 'text',
    count: document.errors,
    faults: errors.slice(0, 100).map((fault) => ({ ...fault })),
  });
}

interface ProjectRead {
  readonly document: Oc4idsDocument;
  readonly value: Json;
  readonly pointer: string;
  readonly position: number;
}

function takeProject(taking: Taking, read: ProjectRead, seq: number): Pick<Oc4idsTaken, 'state' | 'project' | 'unused'> {
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
  for (const entry of MAPPING) {
    const part = entry.read ? partAt(value, entry.path) : null;
    if (!part || !entry.read) continue;
    const ourPart = ours && partAt(ours, entry.path);
    if (entry.kind === 'value') {
      if (part.pointer === '/publicAuthority') {
        const department = takeDepartment(taking, part.value);
        if (department !== undefined) keys.set(part.pointer, department);
        else
          taking.remark(
            `${pointer}${part.pointer}`,
            { zh: '部门的编号或名称', en: 'the id or name of a department' },
            foundSaid(part.value),
          );
      }
      if (ourPart && sameValue(ourPart.value, part.value) && entry.row === undefined) continue;
      const cells = entry.read(part.value, { language, keyAt: (at) => keys.get(at), pointer: part.pointer });
      if (cells === null) continue;
      const { row: table } = entry;
      if (table === undefined) say(cells, part.pointer);
      else parts.push(() => take(table, cells, part.value, { at: part.pointer, number: 1, before: keysOf(before)[part.pointer] }));
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
    const formerly = before?.document == null ? null : partAt(before.document, entry.path);
    for (const [index, item] of itemsOf(part.value).entries()) {
      const at = `${part.pointer}/${index}`;
      const same = held && ourItems.find((each) => sameValue(each.item, item));
      if (same) {
        keys.set(at, same.key);
        continue;
      }
      const cells = readItem(item, { language, keyAt: (each) => keys.get(each) });
      const was = itemsOf(formerly?.value).findIndex((each) => textIn(each, 'id') !== null && textIn(each, 'id') === textIn(item, 'id'));
      if (cells !== null)
        parts.push(() =>
          take(table, cells, item, { at, number: index + 1, before: was < 0 ? undefined : keysOf(before)[`${formerly?.pointer}/${was}`] }),
        );
    }
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
    { at, number, before: former }: { readonly at: string; readonly number: number; readonly before: string | undefined },
  ): void {
    const key = takePart(taking, { table, cells, item, pointer: `${pointer}${at}`, language, project, before: former, number });
    if (key !== undefined) keys.set(at, key);
  }
  for (const each of parts) each();
  const original: Row<'oc4ids_original'> = {
    project: project.id,
    oc4ids_id: textIn(value, 'id') ?? oc4idsId(register, project.id, prefix),
    came: `oc4ids-d${seq}`,
    position,
    came_on: today,
    file_name: fileName,
    head: document.head,
    document: value,
    rows: Object.fromEntries(keys),
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
