import type { RecordOf } from '@westgate/contract';
import { useFeedbackSender } from '../api/questions.ts';
import { useWords } from '../messages/words.ts';
import { Await } from '../parts/await.tsx';
import { Fact } from '../parts/fact.tsx';
import { useMayChange } from '../scope/may-change.ts';

/** On the page of feedback: who reads the answer, and, for who may answer, who wrote. */
export function FeedbackSections({ feedback: { id, answeredOn } }: { readonly feedback: RecordOf<'feedback'> }) {
  const word = useWords();
  const mayAnswer = useMayChange('update');
  return (
    <>
      {answeredOn ? (
        <section className="section" aria-labelledby="feedback-public">
          <h2 id="feedback-public">{word('feedback.public')}</h2>
          <p>{word('feedback.public.note')}</p>
        </section>
      ) : null}
      {mayAnswer ? <SenderSection id={id} /> : null}
    </>
  );
}

function SenderSection({ id }: { readonly id: string }) {
  const word = useWords();
  return (
    <section className="section no-print" aria-labelledby="feedback-sender">
      <h2 id="feedback-sender">{word('feedback.sender')}</h2>
      <Await query={useFeedbackSender(id)}>
        {({ standing, name, reach, person }) =>
          standing === 'known' ? (
            <>
              <dl className="facts">
                <Fact name={word('feedback.sender.name')}>{name}</Fact>
                {reach ? <Fact name={word('feedback.sender.reach')}>{reach}</Fact> : null}
              </dl>
              <p className="small soft">{word('feedback.sender.note', { person: person ?? '' })}</p>
            </>
          ) : (
            <p>{word(standing === 'left' ? 'feedback.sender.left' : 'feedback.sender.erased')}</p>
          )
        }
      </Await>
    </section>
  );
}
