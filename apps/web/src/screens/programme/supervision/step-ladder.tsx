import type { MatterDetail } from '@westgate/contract';
import { variantOf } from '@westgate/domain';
import { useId, useState } from 'react';
import { fileAddress, isSamePerson } from '../../../api/client.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { DayText, useSayInstant } from '../../../parts/day-text.tsx';
import { sayWho } from '../../../parts/say-deed.ts';
import { ActionForm } from '../../../record/form/action-form.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { useMayAct, useMayChange } from '../../../scope/may-change.ts';
import { owesWord, SupplyLink } from '../../../supervision/matter-line.tsx';

/** The steps of a matter as a ladder, each with its day and the stamp of its deed; the next one is its form. */
export function StepLadder({ matter }: { readonly matter: MatterDetail }) {
  const word = useWords();
  const mayAct = useMayAct();
  const mayAnswer = useMayChange('update', [matter.askedBy?.id ?? null]);
  const { steps, next, registered, registeredOn } = matter;
  return (
    <section className="section gates" aria-labelledby="steps">
      <h2 id="steps">
        {word('matter.steps')} <small>{word(`matter.${matter.stands}`)}</small>
      </h2>
      {matter.reopened ? <p className="warn">{word('matter.reopened')}</p> : null}
      <ol className="ladder">
        <StepRung number={0} step="registered" on={registeredOn} stamp={registered} />
        {steps.map((each) => (
          <StepRung key={each.position} number={each.position} {...each} />
        ))}
        {next[0] ? (
          <li className="rung open" aria-current="step">
            <span className="rung-mark" aria-hidden="true">
              {steps.length + 1}
            </span>
            <div>
              <p className="rung-name">{word(`matter.owes.${next[0]}`)}</p>
              {mayAct('take-step') || (matter.owedBy === 'asker' && mayAnswer) ? (
                <NextStep key={matter.rev + steps.length} matter={matter} first={next[0]} />
              ) : null}
            </div>
          </li>
        ) : null}
        <AskRung matter={matter} />
      </ol>
    </section>
  );
}

/** The next step: its form, and where two may follow which of them. */
function NextStep({ matter: { id, next }, first }: { readonly matter: MatterDetail; readonly first: MatterDetail['next'][number] }) {
  const word = useWords();
  const say = useSay();
  const stepWord = useFieldWord('take-step');
  const group = useId();
  const [step, setStep] = useState(first);
  const [tries, again] = useState(0);
  return (
    <>
      {next.length > 1 ? (
        <fieldset className="yes-no">
          <legend>{stepWord('step')}</legend>
          {next.map((each) => (
            <label key={each}>
              <input type="radio" name={group} checked={step === each} onChange={() => setStep(each)} />{' '}
              {say(variantOf('take-step', { step: each })?.label ?? { zh: null, en: null })}
            </label>
          ))}
        </fieldset>
      ) : null}
      <ActionForm
        key={`${step} ${tries}`}
        name="take-step"
        params={{ id }}
        given={{ step }}
        level={null}
        isStanding
        refusalOf={(error) =>
          isSamePerson(error) ? (
            <p role="alert" className="breach">
              {word('matter.samePerson')}
            </p>
          ) : undefined
        }
        onDone={() => again(tries + 1)}
      />
    </>
  );
}

/** Where an ask stands: open until what is asked for is there, then with what answered it. */
function AskRung({ matter }: { readonly matter: MatterDetail }) {
  const word = useWords();
  const say = useSay();
  const { ask } = matter;
  if (!ask) return null;
  const { answer, lostAnswer } = ask;
  return (
    <li className={`rung ${answer ? 'passed' : 'open'}`} aria-current={answer ? undefined : 'step'}>
      <span className="rung-mark" aria-hidden="true">
        1
      </span>
      <div>
        <p className="rung-name">
          {word(owesWord(matter))} {answer?.on ? <DayText on={answer.on} /> : null}
        </p>
        {lostAnswer ? (
          <p className="small">
            {word('need.lostAnswer')} <DayText on={lostAnswer.on} /> · <span className="warn">{word(`gates.lost.${lostAnswer.why}`)}</span>
          </p>
        ) : null}
        <p className="small soft">
          {word(answer ? `need.answer.${answer.why}` : 'need.answerHow')}{' '}
          {answer?.file ? (
            <a href={fileAddress('evidence-file', { params: { id: answer.file } })} target="_blank" rel="noreferrer">
              {say(ask.name)}
            </a>
          ) : null}
        </p>
        <p>
          <SupplyLink matter={matter} />
        </p>
      </div>
    </li>
  );
}

type Rung = Pick<MatterDetail['steps'][number], 'on' | 'stamp'> &
  Partial<Pick<MatterDetail['steps'][number], 'words' | 'department' | 'lost'>> & {
    readonly number: number;
    readonly step: MatterDetail['stands'];
  };

function StepRung({ number, step, on, stamp, words, department, lost = false }: Rung) {
  const word = useWords();
  const say = useSay();
  const sayAt = useSayInstant();
  return (
    <li className={lost ? 'rung ahead' : 'rung passed'}>
      <span className="rung-mark" aria-hidden="true">
        {number}
      </span>
      <div>
        <p className="rung-said">
          <b>{word(`matter.${step}`)}</b>{' '}
          <span className="rung-day">
            <DayText on={on} />
          </span>
        </p>
        {lost ? <p className="small warn">{word('matter.stepLost')}</p> : null}
        {words && say(words) ? (
          <p>
            <AsWritten text={say(words)} />
          </p>
        ) : null}
        <small className="block soft">
          {department ? `${say(department.name)} · ` : ''}
          {stamp ? word('matter.stamp', { who: sayWho(word, stamp.who), at: sayAt(stamp.at), seq: stamp.seq }) : word('matter.noStamp')}
        </small>
      </div>
    </li>
  );
}
