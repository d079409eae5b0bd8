import type { Bilingual, DayString } from '@westgate/base';
import {
  DIGEST_NOTICES,
  type DigestLine,
  type DigestNotice,
  mayHear,
  OWED_TELLINGS,
  type OwedNotice,
  type OwedTelling,
  ownerOf,
  type Register,
  type Row,
  subjectRow,
  vocabulary,
} from '@westgate/domain';
import { pair } from '../present/text.ts';

/** What a line tells: of a report, or of what waits for someone. */
export type LetterTelling = DigestNotice | OwedTelling;

/** A line of a letter: what it is about, where it leads, by when, whose. */
export interface LetterLine {
  readonly telling: LetterTelling;
  readonly name: Bilingual;
  /** The address on the site, without the language. */
  readonly path: string;
  readonly search: Readonly<Record<string, string>>;
  readonly hash: string;
  readonly department: Bilingual | null;
  readonly dueOn: DayString | null;
  /** Working days past it. */
  readonly lateBy: number;
  /** The step of a matter that is owed. */
  readonly next: OwedNotice['next'];
}

const [UNKNOWN, ...OTHERS] = OWED_TELLINGS;
/** The order of a letter: what is past its date without word first, what only tells last. */
export const LETTER_TELLINGS: readonly LetterTelling[] = [UNKNOWN, ...DIGEST_NOTICES, ...OTHERS];

/** The lines in the order of a letter. */
export function inOrder(lines: readonly LetterLine[]): readonly LetterLine[] {
  return lines.toSorted((a, b) => LETTER_TELLINGS.indexOf(a.telling) - LETTER_TELLINGS.indexOf(b.telling));
}

/** True for a line on a report. */
export function isReport({ telling }: LetterLine): boolean {
  return DIGEST_NOTICES.some((each) => each === telling);
}

/** The line of a report that is owed. */
export function reportLine({ kind, id, name, department, notice, dueOn, lateBy }: DigestLine): LetterLine {
  return {
    telling: notice,
    name,
    path: `/${kind}s/${encodeURIComponent(id)}`,
    search: {},
    hash: '',
    department,
    dueOn,
    lateBy,
    next: null,
  };
}

/** The lines of what waits for someone, of what stands in `seen`; a matter or record once, by the gravest and the first that is told of it. */
export function owedLines(seen: Register, notices: readonly OwedNotice[]): readonly LetterLine[] {
  const rank = (telling: OwedTelling): number => OWED_TELLINGS.indexOf(telling);
  const gravest = new Map<string, OwedNotice>();
  for (const each of notices) {
    const key = `${each.kind}:${each.subject.kind}:${each.id}`;
    const held = gravest.get(key);
    if (mayHear(seen, each) && (!held || rank(each.telling) < rank(held.telling))) gravest.set(key, each);
  }
  return [...gravest.values()].sort((a, b) => rank(a.telling) - rank(b.telling)).map((each) => lineOf(seen, each));
}

function lineOf(seen: Register, notice: OwedNotice): LetterLine {
  const { kind, id, subject, telling, dueOn, lateBy, next, requirement } = notice;
  const matters: ReadonlyMap<string, Row<'supervision'>> = seen.supervision;
  const departments: ReadonlyMap<string, Row<'department'>> = seen.department;
  const matter = kind === 'ask' || kind === 'matter' ? matters.get(id) : undefined;
  const owner = matter?.lead ?? (kind === 'outcome' ? ownerOf(seen, subject.kind, subject.id) : null);
  const lead = owner === null ? undefined : departments.get(owner);
  return {
    telling,
    name: matter ? askedName(seen, matter) : subjectName(seen, subject),
    path: `/${subject.kind === 'supervision' ? 'supervision' : `${subject.kind}s`}/${encodeURIComponent(subject.id)}`,
    search: requirement === null ? {} : { edit: `need:${requirement}` },
    hash: kind === 'mention' ? `#comment-${id}` : kind === 'gate' ? '#gates' : kind === 'change' ? '#pending' : '',
    department: lead ? pair(lead.name_zh, lead.name_en) : null,
    dueOn,
    lateBy,
    next,
  };
}

/** What is asked, with the record it is asked about. */
function askedName(seen: Register, { asked_zh, asked_en, subject_kind, subject_id }: Row<'supervision'>): Bilingual {
  const { zh, en } = subjectName(seen, { kind: subject_kind, id: subject_id });
  const joined = (asked: string | null, name: string | null): string | null =>
    asked !== null && name !== null ? `${asked} · ${name}` : (asked ?? name);
  return {
    zh: asked_zh === null && zh === null ? null : joined(asked_zh ?? asked_en, zh ?? en),
    en: joined(asked_en ?? asked_zh, en ?? zh),
  };
}

const NAMED_COLUMNS = ['title', 'name', 'text'] as const;

/** A record by its title, its name or the words of the sentence. */
function subjectName(seen: Register, subject: OwedNotice['subject']): Bilingual {
  const row = subjectRow(seen, subject);
  const textIn = (column: string): string | null => {
    const value = row?.[column];
    return typeof value === 'string' ? value : null;
  };
  const named = NAMED_COLUMNS.find((each) => textIn(`${each}_zh`) !== null || textIn(`${each}_en`) !== null);
  const known = vocabulary.NOUNS.some((each) => each === subject.kind) ? subject.id : null;
  return named ? pair(textIn(`${named}_zh`), textIn(`${named}_en`)) : pair(known, known);
}
