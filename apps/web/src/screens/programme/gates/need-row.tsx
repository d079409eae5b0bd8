import { Link } from '@tanstack/react-router';
import { isDay } from '@westgate/base';
import type { GateStanding, Need, Thing } from '@westgate/contract';
import { useState } from 'react';
import { useAsk } from '../../../api/ask.ts';
import { fileAddress } from '../../../api/client.ts';
import { useTell } from '../../../api/use-write.ts';
import { useSay, useSayBare, useWords } from '../../../messages/words.ts';
import { Button } from '../../../parts/button.tsx';
import { CopyText } from '../../../parts/copy-text.tsx';
import { DayField } from '../../../parts/day-field.tsx';
import { DayText, useSayPeriod } from '../../../parts/day-text.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { EvidenceForm } from '../../../record/evidence/evidence-form.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import type { FormFault } from '../../../record/form/form-values.ts';
import { SignedForm, useSignedForm } from '../../../record/form/signed-form.tsx';
import { FormField } from '../../../record/form-field.tsx';
import { useDistrictFrame, useSaid } from '../../../scope/district-context.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { AskForm } from './ask-form.tsx';
import { needAct, needSign } from './view-model.ts';

/** One thing a gate asks for: met by what and when, or missing with who can supply it; and the way to supply it, right there. */
export function NeedRow({ need, standing, isOpen }: { readonly need: Need; readonly standing: GateStanding; readonly isOpen: boolean }) {
  const say = useSay();
  const word = useWords();
  const { requirement, by, on, why } = need;
  const sign = needSign(need);
  return (
    <li className={by === null ? (requirement.optional ? 'optional' : 'missing') : 'met'}>
      <span className="need-sign" aria-hidden="true">
        {sign}
      </span>
      <div>
        <span className="unseen">{word(by === null ? 'gates.missing' : 'gates.met')} </span>
        {need.drill ? (
          <>
            {say(requirement.name)} · <ThingLink thing={need.drill} />
          </>
        ) : need.file ? (
          <a href={fileAddress('evidence-file', { params: { id: need.file.id } })} target="_blank" rel="noreferrer">
            {say(requirement.name)}
          </a>
        ) : (
          say(requirement.name)
        )}
        {requirement.optional ? <small> {word('gates.optional')}</small> : null}
        {why ? <small className="block">{word(`gates.why.${why}`)}</small> : null}
        {need.answer && say(need.answer.words) ? <small className="block">{say(need.answer.words)}</small> : null}
      </div>
      <span className="need-who">{on ? <DayText on={on} /> : <SupplierName need={need} />}</span>
      <AskedLine need={need} project={standing.project} />
      {isOpen ? <NeedActs need={need} standing={standing} /> : null}
    </li>
  );
}

function SupplierName({ need: { supplier } }: { readonly need: Need }) {
  const word = useWords();
  const [first, ...others] = supplier.departments;
  if (!first) return <>{word(`supplier.${supplier.role}`)}</>;
  return (
    <>
      <ThingLink thing={first} />
      {others.length > 0 ? ` +${others.length}` : null}
    </>
  );
}

/** What can be done about a need of the open gate: supply it, or ask who can. One form at a time, named in the address. */
function NeedActs({ need, standing }: { readonly need: Need; readonly standing: GateStanding }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { edit } = useView();
  // Who may be asked for it may supply it, of whatever department.
  const mayUpdate = useMayChange(
    'update',
    need.mayBeAsked.map(({ id }) => id),
  );
  const mayAsk = useMayChange('edit-all');
  const act = needAct(need);
  const { id, name } = need.requirement;
  const canSupply = mayUpdate && act !== 'land' && act !== 'drill' && !(need.by !== null && act === 'file');
  const canAsk = mayAsk && act !== 'land' && need.by === null && need.ask === null;
  const close = (): void => setView({ edit: undefined }, { replace: true });
  if (canSupply && edit === `need:${id}`) return <SupplyForm need={need} project={standing.project.id} onDone={close} />;
  if (canAsk && edit === `ask:${id}`) return <AskForm need={need} standing={standing} onDone={close} />;
  const canDrill = mayUpdate && act === 'drill';
  if (!canSupply && !canAsk && !canDrill) return null;
  return (
    <p className="need-acts">
      {canDrill ? (
        <Link className="small" to="/register" search={{ noun: 'drill' }}>
          {word('gates.act.drill')}
        </Link>
      ) : null}
      {canSupply ? (
        <Button
          look="plain"
          name={word(need.answer ? 'gates.act.again' : `gates.act.${act}`)}
          of={say(name)}
          className="small"
          onClick={() => setView({ edit: `need:${id}` })}
        />
      ) : null}
      {canAsk ? (
        <Button look="plain" name={word('need.ask')} of={say(name)} className="small" onClick={() => setView({ edit: `ask:${id}` })} />
      ) : null}
    </p>
  );
}

function SupplyForm({ need, project, onDone }: { readonly need: Need; readonly project: string; readonly onDone: () => void }) {
  const files = useAsk('evidence', { query: { of: `project:${project}` } }).data;
  if (needAct(need) !== 'file') return <AnswerForm need={need} project={project} onDone={onDone} />;
  if (!files) return null;
  return (
    <EvidenceForm
      subject={{ kind: 'project', id: project }}
      requirement={need.requirement}
      most={files.mostBytes}
      endings={files.endings}
      onDone={onDone}
    />
  );
}

/** That what is missing was asked for, of whom and by when; it leads to the ask, and is copied as a message for a chat. */
function AskedLine({ need, project }: { readonly need: Need; readonly project: Thing }) {
  const word = useWords();
  const say = useSay();
  const sayWhen = useSayPeriod();
  const { district } = useDistrictFrame();
  const { ask } = need;
  if (!ask || need.by !== null) return null;
  const of = say(ask.of.name) || ask.of.id;
  const dueOn = sayWhen(ask.dueOn);
  const lines = [
    word('message.ask', {
      district: say(district.name),
      project: say(project.name) || project.id,
      of,
      name: say(need.requirement.name) || need.requirement.id,
      dueOn,
    }),
  ];
  return (
    <p className="asked-line small">
      <Link to="/supervision/$id" params={{ id: ask.matter }}>
        {word('need.asked', { of, askedOn: sayWhen(ask.askedOn), dueOn })}
      </Link>
      {ask.lateBy > 0 ? <span className="breach"> {word('need.late', { count: ask.lateBy })}</span> : null}{' '}
      <CopyText
        lines={lines}
        path={`/projects/${encodeURIComponent(project.id)}?edit=${encodeURIComponent(`need:${need.requirement.id}`)}`}
        of={say(need.requirement.name)}
      />
    </p>
  );
}

/** Yes or no to what a gate asks, in words and with the day: a decision or an answer. One deed. */
function AnswerForm({ need, project, onDone }: { readonly need: Need; readonly project: string; readonly onDone: () => void }) {
  const word = useWords();
  const say = useSay();
  const sayBare = useSayBare();
  const said = useSaid();
  const { district } = useDistrictFrame();
  const fieldWord = useFieldWord('answer-requirement');
  const form = useSignedForm(onDone);
  const [answer, setAnswer] = useState<string>(need.answer?.answer ?? '');
  const [words, setWords] = useState(need.answer ? sayBare(need.answer.words) : '');
  const [on, setOn] = useState(need.answer?.on ?? district.today);
  const move = useTell('answer-requirement');
  const isDecision = need.requirement.kind === 'approval';
  const send = (): void => {
    const found: FormFault[] = [];
    if (answer === '') found.push({ field: 'answer', word: 'form.fault.choose' });
    if (!isDay(on)) found.push({ field: 'on', word: 'form.fault.day' });
    form.send(move, found, ({ who, keyOf }) => {
      const department = isDecision ? (need.supplier.departments[0]?.id ?? null) : null;
      const body = { who, requirement: need.requirement.id, answer, words: said(words), on, department };
      return { params: { id: project }, body, key: keyOf(body) };
    });
  };
  return (
    <SignedForm
      form={form}
      label={say(need.requirement.name)}
      className="record-form need-form"
      error={move.error}
      save={word('form.save')}
      isBusy={move.isPending}
      onSend={send}
      onLeave={onDone}
    >
      <fieldset className="yes-no" id={form.idOf('answer')} tabIndex={-1}>
        <legend>{word(isDecision ? 'gates.decision' : 'gates.answer')}</legend>
        {(['yes', 'no'] as const).map((each) => (
          <label key={each}>
            <input type="radio" name={form.idOf('answer-of')} checked={answer === each} onChange={() => setAnswer(each)} />{' '}
            {word(`${isDecision ? 'gates.decision' : 'gates.answer'}.${each}`)}
          </label>
        ))}
      </fieldset>
      <FormField id={form.idOf('words')} label={fieldWord('words')} fault={null}>
        <input value={words} maxLength={500} autoComplete="off" onChange={(event) => setWords(event.target.value)} />
      </FormField>
      <FormField id={form.idOf('on')} label={fieldWord('on')} fault={form.faultOf('on')}>
        <DayField within="past" value={on} onDay={setOn} onEmpty={() => setOn('')} aria-label={fieldWord('on')} />
      </FormField>
    </SignedForm>
  );
}
