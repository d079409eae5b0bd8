import { type Bilingual, WestgateError } from '@westgate/base';
import type { Change, Register } from '@westgate/domain';
import { ADD_EVIDENCE, type Deed } from '@westgate/store';
import type { By } from '../deeds/by.ts';
import { ChangeSet } from '../deeds/change-set.ts';
import { newId } from '../deeds/new-id.ts';
import { checkWhole, refuseFaults } from '../deeds/revise.ts';
import { aboutRecord, toldRecord, type Writing } from '../deeds/work.ts';
import { readFields } from '../folder/check-register.ts';
import { FaultList } from '../folder/fault.ts';
import type { DeskFiles } from './desk-files.ts';
import { dropFile, type TakenFile } from './take-file.ts';

/** What a file proves, as a person tells it. */
export interface EvidenceDraft {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The requirement of a gate that it proves; null for evidence of anything else. */
  readonly requirement: string | null;
  /** One language at least. */
  readonly title: Bilingual;
  /** The day it is of. */
  readonly on: string;
  readonly note: Bilingual;
}

/** Where evidence is kept and recorded. */
interface EvidenceDesk extends Writing {
  readonly files: Pick<DeskFiles, 'keep'>;
  readonly mode: 'ready' | 'read-only';
  /** Why no deed is taken while it is `read-only`. */
  readonly note: string | null;
}

/** The deed that brought a file, and the id of its row. */
export interface EvidenceAdded {
  readonly deed: Deed;
  readonly id: string;
}

/**
 * Keeps a taken file and records it, as one deed: the bytes are on the disk before the deed that names them. Throws `WG_INPUT_INVALID`
 * naming every field that does not fit; the file goes then. Undoing the deed hides the row; the bytes stay, so that it can be brought back.
 */
export async function addEvidence(desk: EvidenceDesk, draft: EvidenceDraft, file: TakenFile, by: By): Promise<EvidenceAdded> {
  const work = {
    verb: ADD_EVIDENCE,
    on: (register: Register, seq: number) => evidenceChange(register, seq, draft, file),
    told: toldRecord('evidence'),
    about: aboutRecord(draft.subjectKind, draft.subjectId),
  };
  try {
    if (desk.mode === 'read-only') throw new WestgateError('WG_READ_ONLY', desk.note ?? 'No deed is taken now.');
    await desk.write(work, { ...by, dryRun: true });
    await desk.files.keep(file);
    const { deed, id } = await desk.write(work, by);
    if (!deed) throw new WestgateError('WG_INPUT_INVALID', { zh: '这个文件已经在了', en: 'expected a file that is not there yet' });
    return { deed, id };
  } finally {
    await dropFile(file);
  }
}

function evidenceChange(
  register: Register,
  seq: number,
  draft: EvidenceDraft,
  file: TakenFile,
): { readonly changes: readonly Change[]; readonly id: string } {
  const faults = new FaultList();
  const fields = {
    subject_kind: draft.subjectKind,
    subject_id: draft.subjectId,
    requirement: draft.requirement,
    title_zh: draft.title.zh,
    title_en: draft.title.en,
    file_name: file.name,
    media_type: file.media,
    bytes: file.bytes,
    sha256: file.sha256,
    on: draft.on,
    note_zh: draft.note.zh,
    note_en: draft.note.en,
  };
  const id = newId(register, 'evidence', fields, seq);
  const values = readFields('evidence', { id, ...fields }, faults);
  refuseFaults(faults.faults);
  const set = new ChangeSet(register);
  set.put('evidence', { ...values, rev: 1 });
  checkWhole(register, set.register, new Set(['evidence']));
  return { changes: set.changes, id };
}
