import { isDay, isPeriod, type Language } from '@westgate/base';
import { type ActionSent, vocabulary } from '@westgate/domain';
import type { WordId } from '../messages/words.ts';
import { saidIn } from '../scope/district-context.ts';

/** Something that happened, as it is sent. */
export type OutcomeDraft = ActionSent<'record-outcome'> & { readonly who: string; readonly reason: string };

/** What a person may record of. */
export interface OutcomeSubject {
  readonly kind: 'commitment' | 'project' | 'event';
  readonly id: string;
}

/** The fields of the form as typed. */
export interface OutcomeFields {
  readonly what: string;
  readonly dates: string;
  readonly value: string;
  readonly unit: string;
  readonly newDueOn: string;
  readonly source: string;
  readonly confidence: string;
  readonly note: string;
  readonly who: string;
}

/** A field that cannot be sent as it is, and what to do about it. */
export interface FieldFault {
  readonly field: keyof OutcomeFields;
  readonly word: WordId;
}

export const NO_FIELDS: OutcomeFields = {
  what: '',
  dates: '',
  value: '',
  unit: '',
  newDueOn: '',
  source: '',
  confidence: '',
  note: '',
  who: '',
};

/** What happened that may be recorded of a subject: an event is held, or not; a commitment or project is not held. */
export function outcomesFor(kind: OutcomeSubject['kind']): readonly OutcomeDraft['what'][] {
  const ofEvents = new Set<string>(['held', 'announced', 'rescheduled', 'not-done', 'measured']);
  return kind === 'event' ? vocabulary.OUTCOME_KINDS.filter((what) => ofEvents.has(what)) : vocabulary.OUTCOME_KINDS;
}

/** The fields as a draft for the server, or everything that is wrong with them. The server checks again, against the register. */
export function draftOf(fields: OutcomeFields, subject: OutcomeSubject, language: Language): OutcomeDraft | readonly FieldFault[] {
  const faults: FieldFault[] = [];
  const what = vocabulary.OUTCOME_KINDS.find((kind) => kind === fields.what);
  const confidence = vocabulary.CONFIDENCES.find((each) => each === fields.confidence);
  const dates = fields.dates.trim();
  const value = fields.value.trim().replaceAll(',', '');
  const newDueOn = fields.newDueOn.trim();
  if (!what) faults.push({ field: 'what', word: 'record.fault.what' });
  if (!isPeriod(dates)) faults.push({ field: 'dates', word: 'record.fault.dates' });
  if (value !== '' && !Number.isFinite(Number(value))) faults.push({ field: 'value', word: 'record.fault.value' });
  if (value !== '' && fields.unit === '') faults.push({ field: 'unit', word: 'record.fault.unit' });
  if (what === 'measured' && value === '') faults.push({ field: 'value', word: 'record.fault.measured' });
  if (what === 'rescheduled' && !isDay(newDueOn)) faults.push({ field: 'newDueOn', word: 'record.fault.newDueOn' });
  if (!confidence) faults.push({ field: 'confidence', word: 'record.fault.confidence' });
  if (fields.who.trim() === '') faults.push({ field: 'who', word: 'record.fault.who' });
  if (!what || !confidence || faults.length > 0) return faults;
  return {
    subjectKind: subject.kind,
    subjectId: subject.id,
    what,
    dates,
    value: value === '' ? null : Number(value),
    unit: value === '' ? null : fields.unit,
    newDueOn: what === 'rescheduled' ? newDueOn : null,
    source: fields.source === '' ? null : fields.source,
    confidence,
    note: saidIn(fields.note, language),
    who: fields.who.trim(),
    reason: '',
  };
}

/** True when `draftOf` found faults. */
export function isFaulty(draft: OutcomeDraft | readonly FieldFault[]): draft is readonly FieldFault[] {
  return Array.isArray(draft);
}
