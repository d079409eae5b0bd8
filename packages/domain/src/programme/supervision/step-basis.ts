import { type DayString, periodSpan } from '@westgate/base';
import type { SupervisionStep } from '../../register/fields/vocabulary.ts';
import type { Register } from '../../register/register.ts';
import type { Row } from '../../register/tables.ts';

type StepRow = Row<'supervision_step'>;

/** Steps that rest on what was brought. */
const RESTING: ReadonlySet<SupervisionStep> = new Set<SupervisionStep>(['reported', 'verified', 'closed']);

/**
 * What a step of a matter rests on, as `evidence:<id>` and `outcome:<id>`: the files of the matter, and the files and outcomes of its record since
 * it was registered, all of that day or before; an outcome that fewer may know of than its record is not named. Empty for a step that rests on nothing. Walks all files and outcomes.
 */
export function stepBasis(register: Register, matter: Row<'supervision'>, step: SupervisionStep, on: DayString): readonly string[] {
  if (!RESTING.has(step)) return [];
  const files = [...register.evidence.values()].filter(
    (row) => carriesFile(matter, row, on) && (row.subject_kind === 'supervision' || row.on >= matter.registered_on),
  );
  const outcomes = [...register.outcome.values()].filter(
    (row) => carriesOutcome(matter, row, on) && row.visibility === 'public' && dayOfOutcome(row) >= matter.registered_on,
  );
  return [...files.map(({ id }) => `evidence:${id}`), ...outcomes.map(({ id }) => `outcome:${id}`)];
}

/**
 * The steps of a matter that still count, in their order. A step is lost with a file or outcome that it rested on: taken out, moved to what is neither
 * the matter nor its record, or dated after it since; what was verified and closed is lost with the report before it.
 */
export function stepsHeld(register: Register, matter: Row<'supervision'>, steps: readonly StepRow[]): readonly StepRow[] {
  const held: StepRow[] = [];
  let isCarried = true;
  for (const step of steps) {
    if (step.step === 'signed-for' || step.step === 'reported') isCarried = true;
    isCarried &&= step.basis.every((each) => isThere(register, matter, each, step.on));
    if (isCarried) held.push(step);
  }
  return held;
}

function isThere(register: Register, matter: Row<'supervision'>, reference: string, on: DayString): boolean {
  const colon = reference.indexOf(':');
  const id = reference.slice(colon + 1);
  if (reference.slice(0, colon) === 'evidence') {
    const files: ReadonlyMap<string, Row<'evidence'>> = register.evidence;
    const file = files.get(id);
    return file !== undefined && carriesFile(matter, file, on);
  }
  const outcomes: ReadonlyMap<string, Row<'outcome'>> = register.outcome;
  const outcome = outcomes.get(id);
  return outcome !== undefined && carriesOutcome(matter, outcome, on);
}

/** Whether a file can carry a step of that day: it is of the matter or of its record, and of that day or before. */
function carriesFile(matter: Row<'supervision'>, file: Row<'evidence'>, on: DayString): boolean {
  const isOfMatter = file.subject_kind === 'supervision' && file.subject_id === matter.id;
  return (isOfMatter || isOfRecord(matter, file)) && file.on <= on;
}

/** Whether an outcome can carry a step of that day. */
function carriesOutcome(matter: Row<'supervision'>, outcome: Row<'outcome'>, on: DayString): boolean {
  return isOfRecord(matter, outcome) && dayOfOutcome(outcome) <= on;
}

function isOfRecord(
  matter: Row<'supervision'>,
  { subject_kind, subject_id }: { readonly subject_kind: string; readonly subject_id: string },
): boolean {
  return subject_kind === matter.subject_kind && subject_id === matter.subject_id;
}

/** The day an outcome is surely known. */
function dayOfOutcome({ known_from, dates }: Row<'outcome'>): DayString {
  return known_from ?? periodSpan(dates)[1];
}
