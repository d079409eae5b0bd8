import type { TextQuestion } from '@westgate/contract';
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useAskAll } from '../../../api/ask.ts';
import { useTellAndSee } from '../../../api/use-write.ts';
import { useWords } from '../../../messages/words.ts';
import { WhyNot } from '../../../parts/error-text.tsx';
import { UndoButton } from '../../../parts/undo-button.tsx';
import { useMayChange } from '../../../scope/may-change.ts';
import { useWho } from '../../../scope/signed-in.ts';
import { isTyping } from '../../../scope/use-global-keys.ts';
import { answersByKey, type Decision } from './question-answers.ts';
import { QuestionItem } from './question-item.tsx';

/** What a replaced text leaves open about a plan, or about one sentence of it, to be decided here by who may change every record; nothing where nothing is open. */
export function TextQuestions({
  of,
  isOpen,
}: {
  readonly of: { readonly document: string } | { readonly sentence: string };
  readonly isOpen: boolean;
}) {
  const { data } = useAskAll('questions', { query: of });
  const answer = useTellAndSee('answer-question');
  const mayAnswer = useMayChange('edit-all');
  if (!mayAnswer || !data || (data.length === 0 && answer.isIdle)) return null;
  return <QuestionList questions={data} isOpen={isOpen} answer={answer} />;
}

function QuestionList({
  questions,
  isOpen,
  answer,
}: {
  readonly questions: readonly TextQuestion[];
  readonly isOpen: boolean;
  readonly answer: ReturnType<typeof useTellAndSee<'answer-question'>>;
}) {
  const word = useWords();
  const whoId = useId();
  const [who, setWho] = useWho();
  const [isMissing, setMissing] = useState(false);
  const answered = answer.data?.seq ?? null;
  const [at, setAt] = useState<string | null>(null);
  const box = useRef<HTMLDetailsElement>(null);
  const undo = useTellAndSee('undo');
  const current = questions.find(({ id }) => id === at) ?? questions[0] ?? null;
  const go = (id: string | undefined): void => {
    if (id === undefined) return;
    setAt(id);
    box.current?.querySelector<HTMLElement>(`[data-question="${CSS.escape(id)}"]`)?.focus();
  };
  const decide = (question: TextQuestion, decided: Decision): void => {
    if (who.trim() === '') {
      setMissing(true);
      return;
    }
    const place = questions.findIndex(({ id }) => id === question.id);
    const next = questions[place + 1] ?? questions[place - 1];
    const body = { ...decided, who: who.trim() };
    const key = `answer-${question.id}-${crypto.randomUUID()}`;
    answer.mutate({ params: { id: question.id }, body, key }, { onSuccess: () => go(next?.id) });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.nativeEvent) || !current) return;
    const key = event.key.toLowerCase();
    const place = questions.findIndex(({ id }) => id === current.id);
    const decided = answersByKey(current).get(key);
    if (key === 'j' || key === 'k') go(questions[place + (key === 'j' ? 1 : -1)]?.id);
    else if (key === 'u' && answered !== null)
      undo.mutate({ params: { seq: answered }, body: { who: who.trim() }, key: `undo-${answered}-${crypto.randomUUID()}` });
    else if (decided && !answer.isPending) decide(current, decided);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <details className="text-questions" open={isOpen || answered !== null} ref={box} onKeyDown={onKeyDown}>
      <summary>{word('question.count', { count: questions.length })}</summary>
      <p className="note keys-only">{word('question.keys')}</p>
      <p className="note">
        {word(questions.some(({ isOfEarlier }) => isOfEarlier) ? 'question.aboutYear' : 'question.about', {
          links: questions.reduce((sum, { links }) => sum + links, 0),
        })}
      </p>
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
      <WhyNot said="question.failed" error={answer.error} />
      <ul className="lines">
        {questions.map((question) => (
          <QuestionItem
            key={question.id}
            question={question}
            isBusy={answer.isPending}
            isCurrent={question.id === current?.id}
            onAnswer={(decided) => decide(question, decided)}
          />
        ))}
      </ul>
    </details>
  );
}
