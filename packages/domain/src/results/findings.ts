import type { DayString } from '@westgate/base';
import type { OutcomeKind } from '../register/vocabulary.ts';
import { earliest, latest } from './days.ts';
import { type Evidence, sayEvidence, sayEvidences, tailOf, withUnit } from './evidence.ts';
import type { Case, Finding, Judged, Words } from './finding.ts';
import { type Said, say, sayList, sayNumber, sayWhen } from './say.ts';
import { type DatedValue, type IndicatorSeries, latestMeasured, meets, targetOn } from './series.ts';
import { unitName } from './unit.ts';

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

/** A value measured on a day: of an indicator, or of a `measured` row in the indicator's unit. */
interface Reading {
  readonly value: number;
  readonly first: DayString;
  readonly on: DayString;
  readonly said: Said;
}

/**
 * The judgement by number: done when every bound indicator that has a target meets it, under way while values are known and one is short.
 * Null where no bound indicator has a target, so that rows decide.
 */
export function byTarget(subject: Case): Finding | null {
  const day = subject.due?.promised ?? subject.asOf;
  const aimed = subject.series.flatMap((series) => {
    const target = targetOn(series, day);
    return target ? [{ series, target, reading: readingOf(subject, series) }] : [];
  });
  if (aimed.length === 0) return null;
  const told = aimed.filter((entry) => entry.reading !== null);
  const [shown] = told.filter(({ series, target, reading }) => reading && !meets(series, reading.value, target.row.value));
  const lead = shown ?? told[0];
  if (!lead?.reading) return SILENT;
  const { series, target, reading } = lead;
  const goal = sayTarget(subject, series, target);
  const all = told.length === aimed.length && !shown;
  const first = latest(told.flatMap((entry) => entry.reading?.first ?? []));
  const on = latest(told.flatMap((entry) => entry.reading?.on ?? []));
  return {
    name: all ? 'done' : 'under-way',
    first: all ? first : reading.first,
    on: all ? on : reading.on,
    fact: sayList([reading.said, goal]),
    tail: ratio(reading.value, target.row.value, unitName(subject.register, series.indicator.unit)),
    ...(shown ? { short: true as const } : {}),
  };
}

/** The last known value of any bound indicator, as a sign of movement where nothing else is known. */
export function byReading(subject: Case): Finding {
  for (const series of subject.series) {
    const reading = readingOf(subject, series);
    if (!reading) continue;
    const tail = withUnit(reading.value, unitName(subject.register, series.indicator.unit));
    return { name: 'under-way', first: reading.first, on: reading.on, fact: reading.said, tail: clip(tail) };
  }
  return SILENT;
}

/**
 * A commitment's finding from its own rows, else from its objects: one object speaks for it; of several, all done is done, any done or
 * moving is under way. An object past its own due day and silent does not move.
 */
export function ownElseObjects(subject: Case, own: Finding): Finding {
  if (own.name !== 'silent') return own;
  const [only] = subject.objects;
  if (!only) return SILENT;
  return subject.objects.length === 1 ? only.finding : overObjects(subject.objects, subject.asOf);
}

/** `200 / 260 家`; without the unit where that is too long for a margin. */
export function ratio(value: number, target: number, unit: Said): Said {
  const numbers = `${sayNumber(value)} / ${sayNumber(target)}`;
  return clip(say(`${numbers} ${unit.zh}`, `${numbers} ${unit.en}`), numbers);
}

/** True when every text of the pair fits a margin: 14 Chinese or 26 Latin characters. */
export function fitsMargin(tail: Said): boolean {
  return tail.zh.length <= 14 && tail.en.length <= 26;
}

function clip(tail: Said, short?: string): Said {
  if (fitsMargin(tail)) return tail;
  const fallback = short ?? tail.zh.split(' ')[0] ?? '';
  return say(tail.zh.length <= 14 ? tail.zh : fallback, tail.en.length <= 26 ? tail.en : fallback);
}

function overObjects(objects: readonly Judged[], asOf: DayString): Finding {
  const count = (names: readonly string[]): number => objects.filter(({ finding }) => names.includes(finding.name)).length;
  const done = count(['done']);
  const moving = count(['under-way', 'late', 'slipped']);
  const dated = objects.filter(({ finding }) => finding.on !== null && finding.on <= asOf && finding.name !== 'not-known');
  const days = dated.flatMap(({ finding }) => finding.on ?? []);
  const newest = dated.toSorted((a, b) => ((a.finding.on ?? '') < (b.finding.on ?? '') ? 1 : -1)).slice(0, 2);
  const summary = say(
    `共 ${objects.length} 项：已办 ${done}，在做 ${moving}，其余 ${objects.length - done - moving}`,
    `of ${objects.length} objects ${done} done, ${moving} under way, ${objects.length - done - moving} neither`,
  );
  const told = newest.map(({ subject, finding }) =>
    say(`${subject.name.zh}：${finding.fact.zh}`, `${subject.name.en}: ${finding.fact.en}`),
  );
  const words: Words = {
    fact: sayList([summary, ...told]),
    tail: say(`已办 ${done} / ${objects.length}`, `${done} of ${objects.length} done`),
  };
  const finding = (name: Finding['name'], on: DayString | null): Finding => ({ name, first: on, on, ...words });
  if (done === objects.length) return finding('done', latest(days));
  if (done + moving > 0) return finding('under-way', earliest(days));
  if (count(['not-started']) === objects.length) return objects[0]?.finding ?? SILENT;
  if (count(['unmeasurable']) === objects.length) return objects[0]?.finding ?? SILENT;
  return SILENT;
}

function readingOf(subject: Case, series: IndicatorSeries): Reading | null {
  const measured = latestMeasured(series, subject.asOf);
  const row = subject.known.findLast(
    ({ row: outcome }) => outcome.what === 'measured' && outcome.value !== null && outcome.unit === series.indicator.unit,
  );
  if (row?.row.value != null && (!measured || row.on >= measured.last)) {
    return { value: row.row.value, first: row.first, on: row.on, said: sayEvidence(row) };
  }
  return measured && { value: measured.row.value, first: measured.first, on: measured.last, said: sayValue(subject, series, measured) };
}

function sayValue(subject: Case, series: IndicatorSeries, value: DatedValue): Said {
  const unit = unitName(subject.register, series.indicator.unit);
  const when = sayWhen(value.row.period);
  const amount = sayNumber(value.row.value);
  return say(
    `${when.zh}为 ${amount} ${unit.zh}（来源 ${value.row.source}）`,
    `${amount} ${unit.en} ${when.en} (source ${value.row.source})`,
  );
}

function sayTarget(subject: Case, series: IndicatorSeries, target: DatedValue): Said {
  const unit = unitName(subject.register, series.indicator.unit);
  const when = sayWhen(target.row.period);
  const amount = sayNumber(target.row.value);
  return say(
    `目标：${when.zh} ${amount} ${unit.zh}（来源 ${target.row.source}）`,
    `the target is ${amount} ${unit.en} ${when.en} (source ${target.row.source})`,
  );
}
