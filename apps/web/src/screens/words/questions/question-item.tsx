import { Link } from '@tanstack/react-router';
import type { Bilingual } from '@westgate/base';
import type { TextQuestion } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { ThingLink } from '../../../parts/thing-link.tsx';

/** What may be decided of a question, before it is known who decides. */
type Decision =
  | { readonly decision: 'follow'; readonly sentence?: string }
  | { readonly decision: 'withdraw' }
  | { readonly decision: 'words'; readonly zh?: string; readonly en?: string };

interface Asked {
  readonly question: TextQuestion;
  readonly isBusy: boolean;
  readonly onAnswer: (decision: Decision) => void;
}

/** One question: the sentence as it was held, what may follow it, and the answers there are. */
export function QuestionItem(asked: Asked) {
  const { question } = asked;
  const word = useWords();
  const say = useSay();
  return (
    <li className="text-question">
      <p>
        <b>{word(`question.kind.${question.kind}`)}</b>{' '}
        <Link to="/sentences/$id" params={{ id: question.sentence.id }}>
          {word('plan.sentence', { number: question.sentence.number })}
        </Link>{' '}
        <span className="soft small">{word('question.links', { links: question.links })}</span>
      </p>
      <p className="quote second">{say(question.sentence.text)}</p>
      {question.subject ? <WordsAsked {...asked} /> : <SentenceAsked {...asked} />}
    </li>
  );
}

function SentenceAsked({ question: { candidates, kind }, isBusy, onAnswer }: Asked) {
  const word = useWords();
  const say = useSay();
  const isSplit = kind === 'split' && candidates.length > 1;
  return (
    <>
      {candidates.length > 0 ? (
        <ul className="text-candidates">
          {candidates.map(({ id, number, text }) => (
            <li key={id}>
              <p>
                <span className="soft">{number}</span> {say(text)}
              </p>
              {isSplit ? null : (
                <button type="button" className="button" disabled={isBusy} onClick={() => onAnswer({ decision: 'follow', sentence: id })}>
                  {word('question.follow')}
                  <span className="unseen"> {number}</span>
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="row">
        {isSplit ? (
          <button type="button" className="button" disabled={isBusy} onClick={() => onAnswer({ decision: 'follow' })}>
            {word('question.followAll')}
          </button>
        ) : null}
        <button type="button" className="button plain" disabled={isBusy} onClick={() => onAnswer({ decision: 'withdraw' })}>
          {word('question.withdraw')}
        </button>
      </p>
    </>
  );
}

function WordsAsked({ question: { kind, subject, sought, words, sentence }, isBusy, onAnswer }: Asked) {
  const word = useWords();
  const say = useSay();
  const take = (taken: Bilingual): void =>
    onAnswer({ decision: 'words', ...(taken.zh === null ? {} : { zh: taken.zh }), ...(taken.en === null ? {} : { en: taken.en }) });
  return (
    <>
      {subject ? (
        <p className="small">
          <ThingLink thing={subject} /> <span className="soft">{word('question.sought', { words: say(sought) })}</span>
        </p>
      ) : null}
      {say(words) ? <p className="small">{word('question.proposed', { words: say(words) })}</p> : null}
      <p className="row">
        {say(words) ? (
          <button type="button" className="button" disabled={isBusy} onClick={() => onAnswer({ decision: 'words' })}>
            {word('question.takeProposed')}
          </button>
        ) : null}
        <button type="button" className="button plain" disabled={isBusy} onClick={() => take(wholeOf(sentence.text, sought))}>
          {word('question.takeWhole')}
        </button>
        {kind === 'phrase' ? (
          <button type="button" className="button plain" disabled={isBusy} onClick={() => onAnswer({ decision: 'withdraw' })}>
            {word('question.dropMention')}
          </button>
        ) : null}
      </p>
    </>
  );
}

/** The whole sentence, in the languages in which words were looked for. */
function wholeOf(text: Bilingual, sought: Bilingual): Bilingual {
  return { zh: sought.zh === null ? null : text.zh, en: sought.en === null ? null : text.en };
}
