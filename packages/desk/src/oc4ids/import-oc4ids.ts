import { type DayString, expectedFound, WestgateError } from '@westgate/base';
import { districtOf, type Oc4idsFault, type Register, textIn } from '@westgate/domain';
import { ChangeSet } from '../deeds/change-set.ts';
import { checkWhole } from '../deeds/revise.ts';
import type { SaidChange } from '../deeds/said-change.ts';
import { cameAlong, cameWith } from './former.ts';
import { type Oc4idsDocument, readOc4ids } from './read-document.ts';
import { type Oc4idsTaken, takeProject } from './take-project.ts';
import type { Taking } from './take-rows.ts';

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
  // The document is given back whole: what it says as before came with it too.
  if (projects.some(({ state }) => state === 'new' || state === 'changed')) {
    for (const [position, { state, project }] of projects.entries()) {
      const came = { came: cameWith(seq), position, came_on: draft.today, file_name: draft.fileName, head: document.head };
      const original = state === 'same' ? cameAlong(register, project, came) : null;
      if (original) set.put('oc4ids_original', original);
    }
  }
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
