import { noSuch, WestgateError } from '@westgate/base';
import type { EvidenceFile } from '@westgate/contract';
import type { Deed, Desk } from '@westgate/desk';
import { grouped, type Register, type Row, registerMemo, vocabulary } from '@westgate/domain';
import type { View } from '../view/view.ts';
import { pair } from './text.ts';
import { thingNamed, thingOf } from './thing.ts';

/** Deeds looked at for who brought the files of one record. */
const DEEDS_LOOKED_AT = 500;

const bySubject = registerMemo((register) =>
  grouped(register.evidence.values(), ({ subject_kind, subject_id }) => `${subject_kind}:${subject_id}`),
);

/** The rows of evidence of the record `kind:id`. */
function evidenceRowsOf(register: Register, of: string): readonly Row<'evidence'>[] {
  return bySubject(register).get(of) ?? [];
}

/** The evidence files of the record `kind:id`, newest day first. Throws `WG_NOT_FOUND` where there is no such record. */
export async function evidenceFilesOf(view: View, desk: Desk, of: string): Promise<readonly EvidenceFile[]> {
  thingNamed(view.register, of, vocabulary.EVIDENCE_SUBJECTS);
  const rows = evidenceRowsOf(view.register, of);
  const deeds = rows.length === 0 ? [] : await desk.touching(refsOf(rows), DEEDS_LOOKED_AT);
  return rows.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0)).map((row) => evidenceFileOf(view, row, deeds));
}

/** The row of an evidence file. Throws `WG_NOT_FOUND` where there is none. */
export function evidenceRow(view: View, id: string): Row<'evidence'> {
  const rows: ReadonlyMap<string, Row<'evidence'>> = view.register.evidence;
  const row = rows.get(id);
  if (!row) throw new WestgateError('WG_NOT_FOUND', noSuch('evidence file', id), { kind: 'evidence', id });
  return row;
}

function evidenceFileOf({ register }: View, row: Row<'evidence'>, deeds: readonly Deed[]): EvidenceFile {
  const brought = deeds.find(({ seq, changes }) => seq > 1 && changes.some(({ key, before }) => key === row.id && before === null));
  return {
    id: row.id,
    subject: thingOf(register, row.subject_kind, row.subject_id),
    requirement: row.requirement,
    title: pair(row.title_zh, row.title_en),
    fileName: row.file_name,
    mediaType: row.media_type,
    bytes: row.bytes,
    sha256: row.sha256,
    on: row.on,
    note: pair(row.note_zh, row.note_en),
    added: brought ? { seq: brought.seq, at: brought.at, who: brought.who } : null,
    rev: row.rev,
  };
}

function refsOf(rows: readonly Row<'evidence'>[]) {
  return rows.map(({ id }) => ({ table: 'evidence' as const, key: id }));
}
