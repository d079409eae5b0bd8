import type { DayString } from '@westgate/base';
import type { OutcomeKind } from '../register/fields/vocabulary.ts';
import { earliest, latest } from './days.ts';
import { type Evidence, sayEvidence, sayEvidences, tailOf } from './evidence.ts';
import type { Case, Finding, Judged, Words } from './finding.ts';
import { say, sayList } from './say.ts';

const NOTHING = say('', '');

/** Nothing that counts is known. */
export const SILENT: Finding = { name: 'silent', first: null, on: null, fact: NOTHING, tail: NOTHING };

/** A finding of words alone: what the rule itself cannot tell. */
export function cannotTell(name: 'unmeasurable' | 'not-known' | 'not-started', words: Words): Finding {
  return { name, first: null, on: null, fact: words.fact, tail: words.tail };
}

/** Done by one row. */
export function doneBy(row: Evidence, asOf: DayString): Finding {
  return { name: 'done', first: row.first, on: row.on, fact: sayEvidence(row), tail: tailOf(row, asOf) };
}

/** Under way, shown by `rows` (at least one): since the first, with the last in the margin. */
export function movingBy(rows: readonly Evidence[], asOf: DayString): Finding {
  const [first] = rows;
  const last = rows.findLast((row) => row.row.what === 'started') ?? rows.at(-1);
  if (!first || !last) return SILENT;
  return { name: 'under-way', first: first.first, on: first.on, fact: sayEvidences(rows), tail: tailOf(last, asOf) };
}

/** The rows of the kinds given, among those known. */
export function rowsOf(subject: Case, kinds: readonly OutcomeKind[]): readonly Evidence[] {
  return subject.known.filter((evidence) => kinds.includes(evidence.row.what));
}

/** The first row that fulfils the promise, unless a later row says it is not done after all. */
export function closingRow(subject: Case, closes: readonly OutcomeKind[]): Evidence | null {
  const denied = subject.known.findLast((evidence) => evidence.row.what === 'not-done');
  return rowsOf(subject, closes).find((evidence) => !denied || evidence.on > denied.on) ?? null;
}

/** The plain judgement: done by a closing row, else under way by a moving one, else silent. */
export function byRows(subject: Case, closes: readonly OutcomeKind[], moves: readonly OutcomeKind[]): Finding {
  const closing = closingRow(subject, closes);
  if (closing) return doneBy(closing, subject.asOf);
  return movingBy(rowsOf(subject, moves), subject.asOf);
}

/**
 * A commitment's finding from its own rows, else from its objects: one object speaks for it; of several, all done is done, any done or
 * moving is under way. An object past its own due date and silent does not move.
 */
export function ownElseObjects(subject: Case, own: Finding): Finding {
  if (own.name !== 'silent') return own;
  const [only] = subject.objects;
  if (!only) return own;
  const theirs = subject.objects.length === 1 ? only.finding : overObjects(subject.objects, subject.asOf);
  return theirs.name === 'silent' && theirs.fact.zh === '' ? own : theirs;
}

function overObjects(objects: readonly Judged[], asOf: DayString): Finding {
  const count = (names: readonly string[]): number => objects.filter(({ finding }) => names.includes(finding.name)).length;
  const done = count(['done']);
  const moving = count(['under-way', 'late', 'slipped']);
  const dated = objects.filter(({ finding }) => finding.on !== null && finding.on <= asOf && finding.name !== 'not-known');
  const days = dated.flatMap(({ finding }) => finding.on ?? []);
  const newest = dated.toSorted((a, b) => ((a.finding.on ?? '') < (b.finding.on ?? '') ? 1 : -1)).slice(0, 2);
  const rest = objects.length - done - moving;
  const parts = [
    ...(done > 0 ? [say(`已完成 ${done}`, `${done} done`)] : []),
    ...(moving > 0 ? [say(`推进中 ${moving}`, `${moving} under way`)] : []),
    ...(rest > 0 ? [say(`其余 ${rest}`, `${rest} ${done > 0 ? 'neither' : 'not'}`)] : []),
  ];
  const summary = say(
    `共 ${objects.length} 项：${parts.map((part) => part.zh).join('，')}`,
    `of ${objects.length} objects, ${parts.map((part) => part.en).join(', ')}`,
  );
  const told = newest.map(({ subject, finding }) =>
    say(`${subject.name.zh}：${finding.fact.zh}`, `${subject.name.en}: ${finding.fact.en}`),
  );
  const words: Words = {
    fact: sayList([summary, ...told]),
    tail:
      done > 0
        ? say(`已完成 ${done} / ${objects.length}`, `${done} of ${objects.length} done`)
        : say(`推进中 ${moving} / ${objects.length}`, `${moving} of ${objects.length} under way`),
  };
  const finding = (name: Finding['name'], on: DayString | null): Finding => ({ name, first: on, on, ...words });
  if (done === objects.length) return finding('done', latest(days));
  if (done + moving > 0) return finding('under-way', earliest(days));
  if (count(['not-started']) === objects.length) return objects[0]?.finding ?? SILENT;
  if (count(['unmeasurable']) === objects.length) return objects[0]?.finding ?? SILENT;
  return SILENT;
}
