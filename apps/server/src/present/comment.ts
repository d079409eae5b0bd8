import { addDays } from '@westgate/base';
import type { Comment, Thing } from '@westgate/contract';
import { type Deed, type Desk, isDoneByThem } from '@westgate/desk';
import { grouped, type Register, type Row, registerMemo, vocabulary } from '@westgate/domain';
import { personNow } from '../caller/caller.ts';
import type { View } from '../view/view.ts';
import { colleaguesKnown } from './colleagues.ts';
import { broughtHere, stampOf } from './deed.ts';
import { pair } from './text.ts';
import { findThing, thingNamed, thingOf } from './thing.ts';

type CommentRow = Row<'comment'>;

/** Deeds looked at for who said what. */
const DEEDS_LOOKED_AT = 1000;
/** Days a mention is shown on Today, and how many. */
const MENTION_DAYS = 14;
const MENTIONS_SHOWN = 20;

const bySubject = registerMemo((register) =>
  grouped(register.comment.values(), ({ subject_kind, subject_id }) => `${subject_kind}:${subject_id}`),
);
const departmentsOf = registerMemo((register) => grouped(register.comment_department.values(), ({ comment }): string => comment));

/** The rows of comments on the record `kind:id`. */
function commentRowsOf(register: Register, of: string): readonly CommentRow[] {
  return bySubject(register).get(of) ?? [];
}

/** The comments on the record `kind:id`, newest last, each reply behind what it answers. Throws `WG_NOT_FOUND` where there is no such record. */
export async function commentsOf(view: View, desk: Desk, of: string): Promise<readonly Comment[]> {
  thingNamed(view.register, of, vocabulary.NOUNS);
  const rows = commentRowsOf(view.register, of);
  const answered = grouped(rows, ({ reply_to }): string => reply_to ?? '');
  const inOrder = (parent: string): readonly CommentRow[] => (answered.get(parent) ?? []).flatMap((row) => [row, ...inOrder(row.id)]);
  // What was withdrawn keeps its place where someone answered it.
  const shown = inOrder('').filter((row) => isSaid(row) || answered.has(row.id));
  return shownAll(view, desk, shown);
}

/** Comments of the last days that mention who asks, by account or by the department named; of all departments where none is and nobody signed in. */
export async function mentionsOf(view: View, desk: Desk, department: string | undefined): Promise<readonly Comment[]> {
  const { register, today } = view;
  const person = personNow();
  const own = department ?? person?.department;
  const first = addDays(today, -MENTION_DAYS);
  const found = [...register.comment.values()].filter((row) => {
    if (row.on < first || !isSaid(row) || findThing(register, row.subject_kind, row.subject_id) === null) return false;
    const mentioned = departmentsOf(register).get(row.id) ?? [];
    if (person && row.accounts.includes(person.id)) return true;
    return person || own !== undefined ? mentioned.some((each) => each.department === own) : mentioned.length > 0;
  });
  return shownAll(view, desk, found.reverse().slice(0, MENTIONS_SHOWN));
}

async function shownAll({ register }: View, desk: Desk, rows: readonly CommentRow[]): Promise<readonly Comment[]> {
  if (rows.length === 0) return [];
  const deeds = await desk.touching(
    rows.map(({ id }) => ({ table: 'comment' as const, key: id })),
    DEEDS_LOOKED_AT,
  );
  const names = rows.some(({ accounts }) => accounts.length > 0)
    ? new Map((await colleaguesKnown(desk.people)).map(({ id, name }) => [id, name]))
    : new Map<string, string>();
  // Who imported a folder said none of what it brought.
  const said = deeds.filter(({ verb }) => verb !== 'import');
  return rows.map((row) => commentShown(register, row, broughtHere(desk, said, 'comment', row.id), names));
}

function commentShown(register: Register, row: CommentRow, deed: Deed | null, names: ReadonlyMap<string, string>): Comment {
  const person = personNow();
  const departments: readonly Thing[] = (departmentsOf(register).get(row.id) ?? []).map(({ department }) =>
    thingOf(register, 'department', department),
  );
  return {
    id: row.id,
    subject: thingOf(register, row.subject_kind, row.subject_id),
    replyTo: row.reply_to,
    on: row.on,
    words: pair(row.words_zh, row.words_en),
    departments: [...departments],
    persons: row.accounts.map((id) => ({ id, name: names.get(id) ?? null })),
    said: stampOf(deed),
    isOwn: person && deed !== null && isDoneByThem(register, deed, person),
    rev: row.rev,
  };
}

/** Whether a comment still has words. */
function isSaid({ words_zh, words_en }: CommentRow): boolean {
  return words_zh !== null || words_en !== null;
}
