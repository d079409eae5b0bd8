import { WestgateError } from '@westgate/base';
import { type Change, keyOf, type Register, type Row } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { isDoneByThem } from '../deeds/done-by.ts';
import { newId } from '../deeds/new-id.ts';
import { given, isSaid, presentRow, putChanges } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';
import { mayEditAll } from '../people/account-rules.ts';

/** A comment of the day `today`. Throws `WG_INPUT_INVALID` naming what does not fit. */
export function commentOn(register: Register, ask: Ask<'write-comment'>, { today, seq }: AskedAt): Changing {
  const { subjectKind, subjectId, words, replyTo, departments, accounts } = ask;
  if (!isSaid(words))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: 'words：写明要说什么', en: 'words: expected what is to be said' },
      { field: 'words' },
    );
  refuseStrangers(register, accounts);
  requireSameSubject(register, ask);
  const id = newId(register, 'comment', {}, seq);
  const row = {
    id,
    subject_kind: subjectKind,
    subject_id: subjectId,
    reply_to: replyTo,
    on: today,
    words_zh: words.zh,
    words_en: words.en,
    accounts: [...new Set(accounts)],
  };
  const mentions = [...new Set(departments)].map((department) => ['comment_department', { comment: id, department }] as const);
  return { changes: putChanges(register, [['comment', row], ...mentions]) };
}

/** One answers what was said of the same record: of any other it is not even told that it is there. */
function requireSameSubject(register: Register, { replyTo, subjectKind, subjectId }: Ask<'write-comment'>): void {
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
export function withdrawComment(register: Register, { id }: Ask<'withdraw-comment'>, { author, doer }: AskedAt): Changing {
  const row = presentRow<'comment'>(register.comment, 'comment', id);
  requireOwn(register, { id, author, doer });
  if (row.words_zh === null && row.words_en === null)
    throw new WestgateError('WG_INPUT_INVALID', { zh: '这条批注已经撤回', en: 'expected a comment that was not withdrawn yet' }, { id });
  const changes = putChanges(register, [['comment', { ...given(row), words_zh: null, words_en: null, accounts: [] }]]);
  const mentions = [...register.comment_department.values()].filter(({ comment }) => comment === id);
  const gone = mentions.map(
    (mention): Change => ({ table: 'comment_department', key: keyOf('comment_department', mention), before: mention, after: null }),
  );
  return { changes: [...changes, ...gone] };
}

function requireOwn(register: Register, { id, author, doer }: Pick<AskedAt, 'author' | 'doer'> & { readonly id: string }): void {
  if (!author || author.verb === 'import') {
    // What came with a folder was said by nobody here: it is taken back by those who may change every record.
    if (!mayEditAll(register, doer.id))
      throw new WestgateError('WG_NOT_ALLOWED', {
        zh: '只能撤回自己的批注；不知道这条是谁写的',
        en: "expected a comment of one's own; who wrote this one is not known",
      });
  } else if (!isDoneByThem(register, author, doer))
    throw new WestgateError('WG_NOT_ALLOWED', {
      zh: `只能撤回自己的批注；${id.slice(0, 80)} 见操作记录第 ${author.seq} 号`,
      en: `expected a comment of one's own; ${id.slice(0, 80)} was written in change ${author.seq}`,
    });
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
