import type { HealthCheck } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { STATE_SIGNS } from '../../../parts/state-word.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useFieldWord } from '../../../record/form/field-words.ts';
import { stepsOf } from './check-model.ts';
import { FoundValue, StepWord } from './check-words.tsx';

type Problem = HealthCheck['problems'][number];

/** From what was measured over the project to what was measured again: every problem with how far it is. */
export function ProblemTable({ problems }: { readonly problems: HealthCheck['problems'] }) {
  const word = useWords();
  const say = useSay();
  const field = useFieldWord('issue');
  const columns: readonly TableColumn<Problem>[] = [
    { head: word('noun.issue'), isRowHead: true, headed: 'bare', of: ({ issue }) => <ThingLink thing={issue} /> },
    { head: field('place'), of: ({ place }) => (place ? <ThingLink thing={place} /> : word('check.whole')) },
    {
      head: word('check.before'),
      of: ({ before, unitName, raisedOn }) => (
        <>
          <FoundValue found={before} unitName={unitName} />{' '}
          {raisedOn ? (
            <small className="soft">
              <DayText on={raisedOn} />
            </small>
          ) : null}
        </>
      ),
    },
    {
      head: field('project'),
      of: ({ project, noProjectReason }) =>
        project ? (
          <>
            <ThingLink thing={project} />{' '}
            <span title={word(`state.${project.state}`)}>
              <span aria-hidden="true">{STATE_SIGNS[project.state]}</span>
              <span className="unseen">{word(`state.${project.state}`)}</span>
            </span>
          </>
        ) : (
          say(noProjectReason) || <span className="unknown">{word('check.noProject')}</span>
        ),
    },
    {
      head: word('check.after'),
      of: ({ after, unitName }) =>
        after ? (
          <>
            <FoundValue found={after} unitName={unitName} />{' '}
            {after.on ? (
              <small className="soft">
                <DayText on={after.on} />
              </small>
            ) : null}
          </>
        ) : (
          <span className="soft">{word('check.notAgain')}</span>
        ),
    },
    { head: field('due_on'), of: ({ dueOn }) => (dueOn ? <DayText on={dueOn} /> : <Unknown />) },
    { head: field('owner'), of: ({ owner }) => (owner ? <ThingLink thing={owner} /> : <Unknown />) },
    { head: word('check.step'), of: ({ standing }) => <StepWord step={standing} /> },
  ];
  return (
    <section className="section" aria-labelledby="check-problems">
      <h2 id="check-problems">
        {word('check.problems')} <small>{problems.length > 0 ? problems.length : ''}</small>
      </h2>
      <p className="row small">
        {stepsOf(problems).map(([step, count]) => (
          <StepWord key={step} step={step} count={count} />
        ))}
        <span className="soft">{word('check.closing')}</span>
      </p>
      {problems.length === 0 ? (
        <EmptyState>{word('check.noProblems')}</EmptyState>
      ) : (
        <Table columns={columns} rows={problems} keyOf={({ issue }) => issue.id} />
      )}
    </section>
  );
}
