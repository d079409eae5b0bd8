import { type Bilingual, type DayString, WestgateError } from '@westgate/base';
import { type Change, keyOf, type Register, type Row } from '@westgate/domain';
import type { Deed } from '@westgate/store';
import { type Authorship, authorsDeed } from '../deeds/author.ts';
import type { By } from '../deeds/by.ts';
import { isDoneByThem } from '../deeds/done-by.ts';
import { newId } from '../deeds/new-id.ts';
import { given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import { aboutRecord, type Changing, toldChanges, toldRecord, type Work, type Writing } from '../deeds/work.ts';
import { mayEditAll } from '../people/account-rules.ts';

/** What someone says of a record. Texts as typed; checked as a folder is. */
export interface CommentDraft {
  readonly subjectKind: string;
  readonly subjectId: string;
  /** One language: the one it is typed in. */
  readonly words: Bilingual;
  readonly replyTo: string | null;
  /** The departments mentioned, and the persons by the ids of their accounts. */
  readonly departments: readonly string[];
  readonly accounts: readonly string[];
}

/** The comment as it is kept. */
export interface Commented extends Changing {
  readonly id: string;
}

const COMMENT = 'comment';
const WITHDRAW = 'withdraw-comment';

/** A comment of the day `on`, as one deed. Throws `WG_INPUT_INVALID` naming what does not fit. */
export function commentOn(draft: CommentDraft, on: DayString): Work<Commented> {
  const { subjectKind, subjectId, words, replyTo, departments, accounts } = draft;
  return {
    verb: COMMENT,
    about: aboutRecord(subjectKind, subjectId),
    on(register, seq) {
      if (!isSaid(words))
        throw new WestgateError(
          'WG_INPUT_INVALID',
          { zh: 'words：写明要说什么', en: 'words: expected what is to be said' },
          { field: 'words' },
        );
      refuseStrangers(register, accounts);
      requireSameSubject(register, draft);
      const id = newId(register, 'comment', {}, seq);
      const row = {
        id,
        subject_kind: subjectKind,
        subject_id: subjectId,
        reply_to: replyTo,
        on,
        words_zh: words.zh,
        words_en: words.en,
        accounts: [...new Set(accounts)],
      };
      const mentions = [...new Set(departments)].map((department) => ['comment_department', { comment: id, department }] as const);
      return { id, changes: putChanges(register, [['comment', row], ...mentions]) };
    },
    told: toldRecord('comment'),
  };
}

/** One answers what was said of the same record: of any other it is not even told that it is there. */
function requireSameSubject(register: Register, { replyTo, subjectKind, subjectId }: CommentDraft): void {
  if (replyTo === null) return;
  const comments: ReadonlyMap<string, Row<'comment'>> = register.comment;
  const answered = comments.get(replyTo);
  if (answered?.subject_kind === subjectKind && answered.subject_id === subjectId) return;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    { zh: 'replyTo：应为同一条记录上的批注', en: 'replyTo: expected a comment on the same record' },
    { field: 'replyTo' },
  );
}

/** Takes a comment of one's own back: its words and whom it mentions go, its place among the replies stays. Throws `WG_NOT_ALLOWED` for another's. */
export async function withdrawComment(desk: Authorship & Writing, id: string, by: By, name: string): Promise<Deed> {
  const deed = await authorsDeed(desk, 'comment', id);
  if (!deed || deed.verb === 'import') {
    // What came with a folder was said by nobody here: it is taken back by those who may change every record.
    if (!mayEditAll(desk.register, by.who))
      throw new WestgateError('WG_NOT_ALLOWED', {
        zh: '只能撤回自己的批注；不知道这条是谁写的',
        en: "expected a comment of one's own; who wrote this one is not known",
      });
  } else if (!isDoneByThem(desk.register, deed, { id: by.who, name }))
    throw new WestgateError('WG_NOT_ALLOWED', {
      zh: `只能撤回自己的批注；${id.slice(0, 80)} 见登记 ${deed.seq}`,
      en: `expected a comment of one's own; ${id.slice(0, 80)} was written in deed ${deed.seq}`,
    });
  const work: Work<Changing> = {
    verb: WITHDRAW,
    about: [['comment', id]],
    on: (register) => ({ changes: withdrawal(register, id) }),
    told: toldChanges,
  };
  const done = await desk.write(work, by);
  if (!done.deed)
    throw new WestgateError('WG_INPUT_INVALID', { zh: '这条批注已经撤回', en: 'expected a comment that was not withdrawn yet' });
  return done.deed;
}

function withdrawal(register: Register, id: string): readonly Change[] {
  const row = presentRow<'comment'>(register.comment, 'comment', id);
  if (row.words_zh === null && row.words_en === null)
    throw new WestgateError('WG_INPUT_INVALID', { zh: '这条批注已经撤回', en: 'expected a comment that was not withdrawn yet' }, { id });
  const changes = putChanges(register, [['comment', { ...given(row), words_zh: null, words_en: null, accounts: [] }]]);
  const mentions = [...register.comment_department.values()].filter(({ comment }) => comment === id);
  return [
    ...changes,
    ...mentions.map(
      (mention): Change => ({ table: 'comment_department', key: keyOf('comment_department', mention), before: mention, after: null }),
    ),
  ];
}

function refuseStrangers(register: Register, accounts: readonly string[]): void {
  const rows: ReadonlyMap<string, Row<'account'>> = register.account;
  const stranger = accounts.find((id) => !rows.has(id));
  if (stranger === undefined) return;
  throw new WestgateError(
    'WG_INPUT_INVALID',
    {
      zh: `accounts：应为账号的编号，现为“${stranger.slice(0, 80)}”`,
      en: `accounts: expected ids of accounts, found "${stranger.slice(0, 80)}"`,
    },
    { field: 'accounts' },
  );
}
