import { isDay, type Language } from '@westgate/base';
import type { WordId } from '../messages/words.ts';
import { sendForm } from './client.ts';
import { useWriteAtOnce } from './use-write.ts';

/** What the form holds, as typed. */
export interface EvidenceFields {
  readonly file: File | null;
  readonly title: string;
  readonly on: string;
  readonly note: string;
  readonly who: string;
}

/** A field that cannot be sent as it is, and what to do about it. */
export interface EvidenceFault {
  readonly field: keyof EvidenceFields;
  readonly word: WordId;
}

/** A file with the fields that are sent beside it. */
interface EvidenceDraft {
  readonly file: File;
  readonly fields: Readonly<Record<string, string>>;
}

/** What is asked of a file, and in which language its title is written. */
export interface EvidenceAsk {
  readonly subject: { readonly kind: string; readonly id: string };
  /** The requirement of a gate that it proves. */
  readonly requirement?: string | undefined;
  readonly language: Language;
  /** Bytes of the largest file that is taken. */
  readonly most: number;
}

/** The fields as a request, or everything that is wrong with them. The server looks at the content of the file. */
export function evidenceDraft(
  { file, title, on, note, who }: EvidenceFields,
  { subject, requirement, language, most }: EvidenceAsk,
): EvidenceDraft | readonly EvidenceFault[] {
  const faults: EvidenceFault[] = [];
  if (!file) faults.push({ field: 'file', word: 'files.fault.file' });
  else if (file.size > most) faults.push({ field: 'file', word: 'files.fault.large' });
  if (title.trim() === '') faults.push({ field: 'title', word: 'files.fault.title' });
  if (!isDay(on)) faults.push({ field: 'on', word: 'files.fault.on' });
  if (who.trim() === '') faults.push({ field: 'who', word: 'record.fault.who' });
  if (!file || faults.length > 0) return faults;
  const fields: Record<string, string> = { subjectKind: subject.kind, subjectId: subject.id, on, who: who.trim() };
  if (requirement !== undefined) fields.requirement = requirement;
  fields[language === 'zh' ? 'titleZh' : 'titleEn'] = title.trim();
  if (note.trim() !== '') fields[language === 'zh' ? 'noteZh' : 'noteEn'] = note.trim();
  return { file, fields };
}

/** True when `evidenceDraft` found faults. */
export function isFaulty(draft: EvidenceDraft | readonly EvidenceFault[]): draft is readonly EvidenceFault[] {
  return Array.isArray(draft);
}

/** A title for a file that has none yet: its name without the ending. */
export function titleOfFile(name: string): string {
  return name
    .replace(/\.[A-Za-z]+$/, '')
    .replaceAll(/[_]+/g, ' ')
    .trim();
}

/** A length as people say it: `640 KB`, `2.4 MB`. */
export function sayBytes(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000))} KB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/** Brings an evidence file. The same `key` sent twice brings it once. */
export function useAddEvidence() {
  return useWriteAtOnce(({ file, fields, key }: EvidenceDraft & { readonly key: string }) => {
    const form = new FormData();
    for (const [field, value] of Object.entries(fields)) form.append(field, value);
    form.append('file', file, file.name);
    return sendForm('add-evidence', { form, key });
  });
}
