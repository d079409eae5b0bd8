import { getRouteApi, Link } from '@tanstack/react-router';
import type { MatterDetail } from '@westgate/contract';
import { isSettled, vocabularyName } from '@westgate/domain';
import { useMatter } from '../../../api/questions.ts';
import { useSay, useWords } from '../../../messages/words.ts';
import { AsWritten } from '../../../parts/as-written.tsx';
import { Await } from '../../../parts/await.tsx';
import { DayText } from '../../../parts/day-text.tsx';
import { Fact } from '../../../parts/fact.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useTitle } from '../../../parts/use-title.ts';
import { FilesSection } from '../../../record/evidence/files-section.tsx';
import { ActionButton } from '../../../record/form/action-button.tsx';
import { ActionForm } from '../../../record/form/action-form.tsx';
import { RowActs } from '../../../record/form/row-acts.tsx';
import { HistoryList } from '../../../record/page/history-list.tsx';
import { NounPage } from '../../../record/page/noun-page.tsx';
import { useMayAct } from '../../../scope/may-change.ts';
import { useSetView, useView } from '../../../scope/use-view.ts';
import { MatterForm } from '../../../supervision/matter-form.tsx';
import { LightWord, MatterMessage } from '../../../supervision/matter-line.tsx';
import { StepLadder } from './step-ladder.tsx';

const route = getRouteApi('/supervision/$id');

/** One matter under supervision: its light, who owes what by when, its steps with their stamps, its files, its history. */
export function MatterPage() {
  const word = useWords();
  const { id } = route.useParams();
  useTitle(word('noun.supervision'));
  return <Await query={useMatter(id)}>{(matter) => <MatterOf key={matter.id} matter={matter} />}</Await>;
}

function MatterOf({ matter }: { readonly matter: MatterDetail }) {
  const word = useWords();
  const say = useSay();
  const setView = useSetView();
  const { edit } = useView();
  const { id, subject, lead, departments, dueOn, registeredOn, source, instruction } = matter;
  return (
    <NounPage
      kind="supervision"
      id={id}
      answering={lead}
      name={matter.asked}
      about={
        <>
          <LightWord light={matter.light} lateBy={matter.lateBy} /> <MatterMessage matter={matter} />
        </>
      }
      links={
        <>
          <h2>{word('matter.about')}</h2>
          <p>
            {word(`noun.${subject.kind}`)} <ThingLink thing={subject} />
          </p>
        </>
      }
    >
      <div className="project-sheet">
        <StepLadder matter={matter} />
        <div>
          <dl className="facts">
            {matter.ask ? (
              <Fact name={word('need.what')}>
                <Link to="/projects/$id" params={{ id: subject.id }} hash="gates">
                  {say(matter.ask.name)}
                </Link>
              </Fact>
            ) : null}
            <Fact name={word('record.lead')}>
              <ThingLink thing={lead} />
            </Fact>
            {departments.length > 0 ? (
              <Fact name={word('matter.departments')}>
                {departments.map((each) => (
                  <span key={each.id} className="block">
                    <ThingLink thing={each} />
                  </span>
                ))}
              </Fact>
            ) : null}
            {matter.askedBy ? (
              <Fact name={word('matter.askedBy')}>
                <ThingLink thing={matter.askedBy} />
              </Fact>
            ) : null}
            {matter.decision ? (
              <Fact name={word('noun.decision')}>
                <ThingLink thing={matter.decision} />
              </Fact>
            ) : null}
            <Fact name={word('due.name')}>
              <DayText on={dueOn} />
            </Fact>
            {matter.escalated ? (
              <Fact name={word('matter.escalated')}>
                {say(matter.escalated.to)} · {say(vocabularyName('escalation', matter.escalated.level))} ·{' '}
                <DayText on={matter.escalated.on} />
              </Fact>
            ) : null}
            <Fact name={word('matter.registered')}>
              <DayText on={registeredOn} />
            </Fact>
            {say(instruction) || source ? (
              <Fact name={word('matter.instruction')}>
                <AsWritten text={say(instruction)} /> {source ? <SourceNote source={source} /> : null}
              </Fact>
            ) : null}
          </dl>
          {edit === 'matter' ? (
            <MatterForm subject={subject} held={matter} onDone={() => setView({ edit: undefined }, { replace: true })} />
          ) : (
            <RowActs
              open="matter"
              edit={{ action: 'withdraw', table: 'supervision', key: id, rev: matter.rev, withAll: true }}
              name={say(matter.asked)}
              right="edit-all"
            />
          )}
        </div>
      </div>
      <Escalation matter={matter} />
      <FilesSection subject={{ kind: 'supervision', id }} />
      <HistoryList kind="supervision" id={id} />
    </NounPage>
  );
}

/** The way to the level that must decide; nothing where the matter was escalated, is settled, or is an ask. */
function Escalation({ matter: { id, lead, askedBy, escalated, ask, stands } }: { readonly matter: MatterDetail }) {
  const setView = useSetView();
  const { edit } = useView();
  const record = { askedBy, escalatedOn: escalated?.on ?? null, requirement: ask?.requirement ?? null };
  const mayEscalate = useMayAct()('escalate-matter', record, [askedBy?.id ?? lead.id]);
  if (!mayEscalate || isSettled(stands)) return null;
  if (edit === 'escalate-matter')
    return <ActionForm name="escalate-matter" params={{ id }} onDone={() => setView({ edit: undefined }, { replace: true })} />;
  return (
    <p className="part-start no-print">
      <ActionButton name="escalate-matter" />
    </p>
  );
}
