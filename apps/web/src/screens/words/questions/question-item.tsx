import { Link } from '@tanstack/react-router';
import type { TextQuestion } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { type Decision, wholeOf, wordsOf } from './question-answers.ts';

interface Asked {
  readonly question: TextQuestion;
  readonly isBusy: boolean;
  /** True for the one that the keys answer. */
  readonly isCurrent: boolean;
  readonly onAnswer: (decision: Decision) => void;
}

/** One question: the sentence as it was held, what may follow it, and the answers there are. */
export function QuestionItem(asked: Asked) {
  const { question, isCurrent } = asked;
  const word = useWords();
  const say = useSay();
  return (
    <li className="text-question" data-question={question.id} tabIndex={-1} aria-current={isCurrent ? 'true' : undefined}>
      <p>
        <b>{word(question.isOfEarlier && question.kind === 'removed' ? 'question.notHere' : `question.kind.${question.kind}`)}</b>{' '}
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

function SentenceAsked({ question: { candidates, kind, isOfEarlier }, isBusy, onAnswer }: Asked) {
  const word = useWords();
  const say = useSay();
  const isSplit = kind === 'split' && candidates.length > 1;
  return (
    <>
      {candidates.length > 0 ? (
        <ul className="text-candidates">
          {candidates.map(({ id, number, text }, at) => (
            <li key={id}>
              <p>
                <span className="soft">{number}</span> {say(text)}
              </p>
              {isSplit ? null : (
                <button type="button" className="button" disabled={isBusy} onClick={() => onAnswer({ decision: 'follow', sentence: id })}>
                  {word('question.follow')}
                  <span className="unseen"> {number}</span> <kbd>{at + 1}</kbd>
                </button>
              )}
            </li>
          ))}
        </ul>
      ) : null}
      <p className="row">
        {isSplit ? (
          <Button name={word('question.followAll')} keys="A" disabled={isBusy} onClick={() => onAnswer({ decision: 'follow' })} />
        ) : null}
        <Button
          look="plain"
          name={word(isOfEarlier ? 'question.leave' : 'question.withdraw')}
          keys="R"
          disabled={isBusy}
          onClick={() => onAnswer({ decision: 'withdraw' })}
        />
      </p>
    </>
  );
}

function WordsAsked({ question: { kind, subject, sought, words, sentence }, isBusy, onAnswer }: Asked) {
  const word = useWords();
  const say = useSay();
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
          <Button name={word('question.takeProposed')} keys="A" disabled={isBusy} onClick={() => onAnswer({ decision: 'words' })} />
        ) : null}
        <Button
          look="plain"
          name={word('question.takeWhole')}
          keys="W"
          disabled={isBusy}
          onClick={() => onAnswer(wordsOf(wholeOf(sentence.text, sought)))}
        />
        {kind === 'phrase' ? (
          <Button
            look="plain"
            name={word('question.dropMention')}
            keys="R"
            disabled={isBusy}
            onClick={() => onAnswer({ decision: 'withdraw' })}
          />
        ) : null}
      </p>
    </>
  );
}
