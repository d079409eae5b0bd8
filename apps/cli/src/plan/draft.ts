import { existsSync } from 'node:fs';
import { type DayString, isDay, isPeriod, type Period, WestgateError } from '@westgate/base';
import { type PlanDrafts as Answer, draftSchema } from '@westgate/contract';
import { draftPlan, type PlanReading, parseFolder, readFolder } from '@westgate/desk';
import {
  type CommitmentDraft,
  DRAFT_RULES,
  emptyRegister,
  type PlanDrafts,
  type Register,
  registerOf,
  utf8Offsets,
} from '@westgate/domain';
import { foldersOf } from '../office/folders.ts';
import { openOffice } from '../office/office.ts';
import { EXIT, type Input, textOption, UsageError } from '../terminal/command.ts';
import { aligned, counted, say, sayJson } from '../terminal/print.ts';
import { readPlanFile } from './read-plan-file.ts';

interface Span {
  readonly start: number;
  readonly end: number;
}

const FIELDS = ['department', 'place', 'date', 'number', 'unit'] as const;

/** Prints drafts of commitments from a plan text; offsets are those of `plan read`. Nothing is stored. */
export async function draftPlanFile(input: Input, file: string): Promise<number> {
  const reading = await readPlanFile(file);
  const drafted = await draftsFor(input, reading, planYearOf(input));
  if (input.options.json) sayJson(inBytes(reading.text, drafted));
  else say(inWords(reading.text, drafted));
  return EXIT.ok;
}

function planYearOf(input: Input): number | undefined {
  const year = textOption(input, 'year');
  if (year === undefined) return undefined;
  if (!/^(?:19|20|21)\d{2}$/.test(year)) throw new UsageError(`--year: expected a year such as 2026, got "${year}"`);
  return Number(year);
}

/**
 * The drafts with the names of the district folder that is named, else with those of the data folder or database where one is named or lies
 * there, else with the general vocabulary alone.
 */
async function draftsFor(input: Input, reading: PlanReading, planYear: number | undefined): Promise<PlanDrafts> {
  const { dataDir, databaseUrl } = foldersOf(input);
  const district = textOption(input, 'district');
  const hasData = textOption(input, 'data') !== undefined || databaseUrl !== undefined || existsSync(dataDir);
  if (district !== undefined && textOption(input, 'data') === undefined) {
    return onlyDrafts(draftPlan(await registerIn(district), reading.text, { planYear }));
  }
  if (!hasData) return onlyDrafts(draftPlan(emptyRegister(), reading.text, { planYear }));
  const office = await openOffice(foldersOf(input));
  try {
    const answer = await office.post('/api/v1/plan/drafts', { text: reading.text, planYear });
    return inWholeText(draftSchema.planDrafts.parse(answer), reading);
  } finally {
    await office.close();
  }
}

function onlyDrafts({ drafts, narrative }: PlanDrafts): PlanDrafts {
  return { drafts, narrative };
}

async function registerIn(folder: string): Promise<Register> {
  const parsed = parseFolder(await readFolder(folder));
  if (parsed.status === 'valid') return registerOf(parsed.rows);
  const [first] = parsed.faults;
  throw new WestgateError('WG_FOLDER_INVALID', `${folder} has ${counted(parsed.total, 'fault')}; the first: ${first?.message}`, {
    faults: parsed.faults,
  });
}

/** Drafts of the API, whose offsets count in their sentence, with offsets in the whole text; what is null there is left out here. */
function inWholeText({ drafts, narrative }: Answer, { sentences }: PlanReading): PlanDrafts {
  const starts = new Map(sentences.map(({ id, start }) => [id, start]));
  const whole = drafts.map((draft): CommitmentDraft => {
    const base = starts.get(draft.sentence) ?? 0;
    const { sentence, verbClass, department, place, date, number, unit, doubts = [], seams = [], rules } = draft;
    return {
      sentence,
      start: draft.start + base,
      end: draft.end + base,
      verbClass,
      ...(department && { department: moved(department, base) }),
      ...(place && { place: moved(place, base) }),
      ...(date && { date: { ...moved(date, base), value: dayOrNull(date.value), period: periodOrNull(date.period) } }),
      ...(number && { number: moved(number, base) }),
      ...(unit && { unit: moved(unit, base) }),
      doubts,
      seams: seams.map((seam) => seam + base),
      rules: rules.map((rule) => moved(rule, base)),
    };
  });
  return { drafts: whole, narrative };
}

function dayOrNull(value: string | null): DayString | null {
  return value !== null && isDay(value) ? value : null;
}

function periodOrNull(value: string | null): Period | null {
  return value !== null && isPeriod(value) ? value : null;
}

function moved<S extends Span>(span: S, base: number): S {
  return { ...span, start: span.start + base, end: span.end + base };
}

/** The drafts with offsets in bytes of UTF-8, as `plan read` counts them. */
function inBytes(text: string, { drafts, narrative }: PlanDrafts): PlanDrafts {
  const offsets = new Set<number>();
  const collect = (span: Span): void => {
    offsets.add(span.start).add(span.end);
  };
  for (const draft of drafts) {
    collect(draft);
    for (const seam of draft.seams) offsets.add(seam);
    for (const span of [...draft.rules, ...(draft.places ?? []), ...FIELDS.flatMap((name) => draft[name] ?? [])]) collect(span);
  }
  const ascending = [...offsets].sort((a, b) => a - b);
  const bytes = utf8Offsets(text, ascending);
  const byteAt = new Map(ascending.map((offset, index) => [offset, bytes[index] ?? 0]));
  const counted = <S extends Span>(span: S): S => ({ ...span, start: byteAt.get(span.start) ?? 0, end: byteAt.get(span.end) ?? 0 });
  const inBytesOf = ({ department, place, date, number, unit, places, seams, rules, ...draft }: CommitmentDraft): CommitmentDraft => ({
    ...counted(draft),
    ...(department && { department: counted(department) }),
    ...(place && { place: counted(place) }),
    ...(date && { date: counted(date) }),
    ...(number && { number: counted(number) }),
    ...(unit && { unit: counted(unit) }),
    ...(places && { places: places.map(counted) }),
    seams: seams.map((seam) => byteAt.get(seam) ?? 0),
    rules: rules.map(counted),
  });
  return { drafts: drafts.map(inBytesOf), narrative };
}

function inWords(text: string, { drafts, narrative }: PlanDrafts): string {
  const rows = drafts.map((draft) => [
    draft.sentence,
    draft.verbClass ?? 'not known',
    shortened(text.slice(draft.start, draft.end)),
    FIELDS.flatMap((name) => shownField(draft, name) ?? []).join(', '),
  ]);
  const rest = narrative.map(({ sentence, rule }) => [sentence, 'narrative', DRAFT_RULES[rule].en, '']);
  const total = `${counted(drafts.length, 'draft')}, ${counted(narrative.length, 'narrative sentence')}. Nothing was stored.`;
  const all = [...rows, ...rest];
  return all.length === 0 ? total : `${aligned(all)}\n${total}`;
}

function shownField(draft: CommitmentDraft, name: (typeof FIELDS)[number]): string | null {
  const field = draft[name];
  if (field === undefined) return null;
  const value = 'id' in field && field.id !== null ? field.id : (field.value ?? 'not known');
  return `${name} ${value}`;
}

function shortened(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59)}…`;
}
