import { LANGUAGE_TAGS } from '@westgate/base';
import { isUnderReview, ProblemError } from '../api/client.ts';
import { isWordId, useWords, type WordId } from '../messages/words.ts';
import { useLanguage } from '../scope/use-view.ts';
import { withFieldsNamed } from './refusal-fields.ts';

const CHINESE = /\p{Script=Han}/u;
/** Words in a row, as only an English text has them; names stand in either language. */
const ENGLISH = /[a-z]+ [a-z]+ [a-z]+/;

type Word = ReturnType<typeof useWords>;

/** An error in two parts: what its code means, in the words of the screen; what the server says of this case, in English. */
interface SaidError {
  readonly meaning: string | null;
  readonly detail: string | null;
}

/** Words that say what was not done, with `{why}`. */
type WhyNotWord = Extract<WordId, `${string}.failed`>;

/**
 * What an error means in the words of the screen and, marked where it is in the other language, what the server says of this case: in the
 * language of the screen when it was asked, or in English where it holds no other.
 */
export function ErrorText({ error }: { readonly error: Error }) {
  const { meaning, detail } = errorSaid(useWords(), error);
  return (
    <>
      {meaning}
      {meaning !== null && detail !== null ? ' ' : null}
      {detail === null ? null : <ErrorDetail className={meaning === null ? undefined : 'note'}>{detail}</ErrorDetail>}
    </>
  );
}

/** What the server says of this case, marked where it is in the other language than the screen. */
export function ErrorDetail({ className, children }: { readonly className: string | undefined; readonly children: string }) {
  const language = useLanguage();
  const said = CHINESE.test(children) && !ENGLISH.test(children) ? 'zh' : 'en';
  return (
    <span lang={said === language ? undefined : LANGUAGE_TAGS[said]} className={className}>
      {children}
    </span>
  );
}

/** How an error is said. */
function errorSaid(word: Word, error: Error): SaidError {
  if (!(error instanceof ProblemError)) return { meaning: null, detail: error.message };
  if (error.problem === null) {
    const { status, isRead } = error;
    if (status === null) return { meaning: word('error.unreachable'), detail: null };
    return { meaning: word(isRead ? 'error.answered.read' : 'error.answered', { status }), detail: null };
  }
  const { code } = error.problem;
  const id = `problem.${code}`;
  const meaning = isWordId(id) ? word(id) : null;
  const detail = withFieldsNamed(error.problem.detail, CHINESE.test(meaning ?? '') ? 'zh' : 'en', (column) => fieldWord(word, column));
  if (isUnderReview(error)) return { meaning: word('pending.fault.review'), detail };
  // Where it is not held in Chinese, the server says what the code means before it.
  if (meaning !== null && detail !== meaning && detail.startsWith(meaning)) return { meaning: null, detail };
  // What was told in English before the screen turned Chinese is not shown there.
  if (meaning !== null && CHINESE.test(meaning) && !CHINESE.test(detail)) return { meaning, detail: null };
  return { meaning, detail: detail === meaning ? null : detail };
}

/** What a column is called; null where it has no name. */
function fieldWord(word: Word, column: string): string | null {
  const id = `field.${column}`;
  return isWordId(id) ? word(id) : null;
}

/** How an error is said within a sentence: both parts in one line. */
export function errorLine(word: Word, error: Error): string {
  const { meaning, detail } = errorSaid(word, error);
  return meaning !== null && detail !== null ? word('problem.detail', { meaning, detail }) : (meaning ?? detail ?? '');
}

/** Why an act in a row was refused, told as soon as it stands there; nothing where it was not. */
export function Refusal({ error }: { readonly error: Error | null }) {
  if (!error) return null;
  return (
    <span role="alert" className="small breach">
      <ErrorText error={error} />
    </span>
  );
}

/** Why a write was refused, in the words of its form, told as soon as it stands there; nothing where it was not. */
export function WhyNot({ said, error }: { readonly said: WhyNotWord; readonly error: Error | null | undefined }) {
  const word = useWords();
  if (!error) return null;
  return (
    <span role="alert" className="why-not small breach">
      {word(said, { why: errorLine(word, error) })}
    </span>
  );
}
