import type { TextQuestion } from '@westgate/contract';
import { useId, useState } from 'react';
import { useAskAll } from '../../../api/ask.ts';
import { useWords } from '../../../messages/words.ts';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useWho } from '../../../parts/use-who.ts';
import { QuestionItem } from './question-item.tsx';
import { useAnswer } from './use-answer.ts';

/** What a replaced text leaves open about a plan, or about one sentence of it, to be decided here; nothing where nothing is open. */
export function TextQuestions({
  of,
  isOpen,
}: {
  readonly of: { readonly document: string } | { readonly sentence: string };
  readonly isOpen: boolean;
}) {
  const { data } = useAskAll<TextQuestion>('questions', of);
  const answer = useAnswer();
  if (!data || (data.length === 0 && answer.isIdle)) return null;
  return <QuestionList questions={data} isOpen={isOpen} answer={answer} />;
}

function QuestionList({
  questions,
  isOpen,
  answer,
}: {
  readonly questions: readonly TextQuestion[];
  readonly isOpen: boolean;
  readonly answer: ReturnType<typeof useAnswer>;
}) {
  const word = useWords();
  const whoId = useId();
  const [who, setWho] = useWho();
  const [isMissing, setMissing] = useState(false);
  const answered = answer.data?.seq ?? null;
  return (
    <details className="text-questions" open={isOpen || answered !== null}>
      <summary>{word('question.count', { count: questions.length })}</summary>
      <p className="note">{word('question.about', { links: questions.reduce((sum, { links }) => sum + links, 0) })}</p>
      {questions.length > 0 ? (
        <p className={isMissing ? 'form-field faulty' : 'form-field'}>
          <label htmlFor={whoId}>{word('record.who')}</label>
          <input
            id={whoId}
            className="field"
            value={who}
            maxLength={80}
            autoComplete="name"
            aria-invalid={isMissing}
            onChange={(event) => {
              setWho(event.target.value);
              setMissing(false);
            }}
          />
          {isMissing ? (
            <span role="alert" className="fault">
              {word('question.whoMissing')}
            </span>
          ) : null}
        </p>
      ) : null}
      {answered !== null ? (
        <p className="small">
          <output>{word('question.done')}</output> <UndoButton key={answered} seq={answered} />
        </p>
      ) : null}
      {answer.error ? (
        <p role="alert" className="small breach">
          {word('question.failed', { why: answer.error.message })}
        </p>
      ) : null}
      <ul className="lines">
        {questions.map((question) => (
          <QuestionItem
            key={question.id}
            question={question}
            isBusy={answer.isPending}
            onAnswer={(decided) => {
              if (who.trim() === '') return setMissing(true);
              const sent = {
                id: question.id,
                answer: { ...decided, who: who.trim() },
                key: `answer-${question.id}-${crypto.randomUUID()}`,
              };
              return answer.mutate(sent);
            }}
          />
        ))}
      </ul>
    </details>
  );
}
