import { idOf, WestgateError } from '@westgate/base';
import { fieldsOf, kindOf, type Register, type Row, TABLES } from '@westgate/domain';
import { checkOutcome, checkUnit } from '../folder/check-records.ts';
import { noneBeside } from '../folder/expected.ts';
import { FaultList, sayFaultZh } from '../folder/fault.ts';
import type { Ask } from './ask.ts';
import { numbered } from './new-id.ts';
import type { Changing } from './work.ts';

/** Something that happened, as a person tells it. Texts as typed; the desk checks them as it checks a folder. */
type OutcomeDraft = Omit<Ask<'record-outcome'>, 'reason'>;

/** The names of the draft for the columns of the table, to name a field as the caller knows it. */
const DRAFT_NAMES: Readonly<Record<string, string>> = {
  subject_kind: 'subjectKind',
  subject_id: 'subjectId',
  new_due_on: 'newDueOn',
  note_zh: 'note.zh',
  note_en: 'note.en',
};

/** Records an outcome. Throws `WG_INPUT_INVALID` naming every field that does not fit. */
export function recordOutcome(register: Register, draft: OutcomeDraft): Changing {
  const after = outcomeOf(register, draft);
  return { changes: [{ table: 'outcome', key: after.id, before: null, after }] };
}

/** The outcome as a row with an id of its own. Throws `WG_INPUT_INVALID` naming every field that does not fit. */
function outcomeOf(register: Register, draft: OutcomeDraft): Row<'outcome'> {
  const faults = new FaultList();
  const outcome = readDraft(draft, outcomeId(register, draft), faults);
  if (faults.total > 0) throw refusal(faults);
  checkBearings(register, outcome, faults);
  if (faults.total > 0) throw refusal(faults);
  return outcome;
}

function readDraft(draft: OutcomeDraft, id: string, faults: FaultList): Row<'outcome'> {
  const at = { file: TABLES.outcome.file, row: null };
  const given: Record<string, unknown> = {
    id,
    subject_kind: draft.subjectKind,
    subject_id: draft.subjectId,
    what: draft.what,
    dates: draft.dates,
    known_from: null,
    value: draft.value,
    unit: draft.unit,
    new_due_on: draft.newDueOn,
    source: draft.source,
    confidence: draft.confidence,
    note_zh: draft.note.zh,
    note_en: draft.note.en,
    visibility: fieldsOf('outcome').visibility?.standard,
  };
  const values: Record<string, unknown> = { rev: 1 };
  for (const [column, field] of Object.entries(fieldsOf('outcome'))) {
    const reading = kindOf(field).readJson(given[column], field);
    if (reading.ok) values[column] = reading.value;
    else faults.add(reading.code, at, column, reading.expected, shown(given[column]));
  }
  return values as unknown as Row<'outcome'>;
}

function checkBearings(register: Register, outcome: Row<'outcome'>, faults: FaultList): void {
  const at = { file: TABLES.outcome.file, row: null };
  if (!register[outcome.subject_kind].has(outcome.subject_id)) {
    faults.add(
      'unknown-reference',
      at,
      'subject_id',
      { zh: '区里有的记录的编号', en: `the id of a ${outcome.subject_kind} of the district` },
      outcome.subject_id,
    );
  }
  if (outcome.source !== null && !register.source.has(outcome.source)) {
    faults.add('unknown-reference', at, 'source', { zh: '区里有的来源的编号', en: 'the id of a source of the district' }, outcome.source);
  }
  checkOutcome(outcome, at, faults);
  const [district] = register.district.values();
  if (!district) return;
  checkUnit(outcome.unit, outcome.value, at, district.units, faults);
  for (const language of ['zh', 'en'] as const) {
    const note = outcome[`note_${language}`];
    if (note === null || district.languages.includes(language)) continue;
    faults.add('language-not-kept', at, `note_${language}`, noneBeside(district.languages), note);
  }
}

/** `<subject>-<what>-<first day>`, with a number behind it where that is taken. */
function outcomeId(register: Register, draft: OutcomeDraft): string {
  const subject = draft.subjectId.slice(0, 40).replace(/[^A-Za-z0-9]+$/, '');
  const stem = `${subject}-${draft.what}-${draft.dates.split('/')[0]}`;
  return numbered(stem, (id) => register.outcome.has(idOf<'outcome'>(id)));
}

function refusal(list: FaultList): WestgateError {
  const faults = list.faults
    .filter(({ field }, _, all) => field !== 'id' || all.length === 1)
    .map((fault) => {
      const field = fault.field === null ? null : (DRAFT_NAMES[fault.field] ?? fault.field);
      return { ...fault, field, message: `${field}: expected ${fault.expected}, found ${fault.found}` };
    });
  const said = { zh: faults.map(sayFaultZh).join('；'), en: faults.map(({ message }) => message).join('; ') };
  return new WestgateError('WG_INPUT_INVALID', said, { faults });
}

function shown(value: unknown): string {
  return value === null || value === undefined ? '' : String(value);
}
