import type { Language } from '@westgate/base';
import type { Reporting, Thing } from '@westgate/contract';
import type { ActionSent, Step } from '@westgate/domain';
import { saidIn } from '../scope/use-typing-language.ts';

/** A report on one record, as it is sent. */
export type UpdateDraft = ActionSent<'report-updates'>['updates'][number];

/** What an owner fills in, as it stands in the fields; empty where nothing is said. */
export interface Said {
  readonly step: Step | null;
  readonly forecastOn: string;
  readonly waitsFor: string;
  readonly words: string;
}

/** The fields as a form opens: what was said before stands there, the words are new each time. */
export function saidBefore({ last }: Reporting): Said {
  return { step: last?.step ?? null, forecastOn: last?.forecastOn ?? '', waitsFor: last?.waitsFor?.id ?? '', words: '' };
}

/** The report that the fields tell; null where they tell nothing. */
export function draftOf({ kind, id }: Thing, { step, forecastOn, waitsFor, words }: Said, language: Language): UpdateDraft | null {
  if (kind !== 'commitment' && kind !== 'project') return null;
  const text = words.trim();
  if (step === null && forecastOn === '' && waitsFor === '' && text === '') return null;
  return {
    subjectKind: kind,
    subjectId: id,
    unchanged: false,
    step,
    forecastOn: forecastOn === '' ? null : forecastOn,
    waitsFor: waitsFor === '' ? null : waitsFor,
    words: saidIn(words, language),
  };
}

/** The report that nothing changed. */
export function unchangedOf({ kind, id }: Thing): UpdateDraft | null {
  return kind === 'commitment' || kind === 'project' ? { subjectKind: kind, subjectId: id, unchanged: true } : null;
}
