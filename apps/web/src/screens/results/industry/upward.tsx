import { Link } from '@tanstack/react-router';
import type { IndustryBoard } from '@westgate/contract';
import type { ReactNode } from 'react';
import { Fragment } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { StateWord } from '../../../parts/state-word.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { type UpwardGroup, upwardGroups } from './industry-model.ts';

type Project = IndustryBoard['projects'][number];

/** What is reported upward under each value of an axis: its projects with industries, areas, state and how late; the axis can be changed, and the list taken away as a file. */
export function UpwardSection({ board }: { readonly board: IndustryBoard }) {
  const word = useWords();
  const say = useSay();
  const columns = useColumns(board);
  const { axis } = board;
  if (!axis || board.projects.length === 0) return null;
  const groups = upwardGroups(board);
  const rows = groups.flatMap((group) => group.projects.map((project, index) => ({ project, group, isFirst: index === 0 })));
  const bare = groups.filter(({ projects }) => projects.length === 0);
  const of = `axis.${axis.id}`;
  return (
    <section className="section" aria-labelledby="upward">
      <h2 id="upward">{word('industry.upward', { axis: say(axis.name) })}</h2>
      <div className="row no-print">
        <AxisChoice shown={axis.id} />
        <Link
          className="button plain"
          to="/register"
          search={{
            noun: 'project',
            group: of,
            columns: ['name', of, 'industries', 'lead', 'state', 'timing', 'due_on', 'slip'].join(','),
          }}
        >
          {word('industry.asList')}
        </Link>
      </div>
      <Table
        className="stacking upward-table"
        caption={word('industry.upward', { axis: say(axis.name) })}
        columns={columns}
        rows={rows}
        keyOf={({ project, group }) => `${group.value?.id ?? ''} ${project.project.id}`}
        around={({ group, isFirst }, drawn, count) =>
          isFirst ? (
            <>
              <tr className="board-group">
                <th colSpan={count} scope="colgroup">
                  {group.value ? (
                    <Link to="/gathering/$by/$id" params={{ by: axis.id, id: group.value.id }}>
                      {say(group.value.name)}
                    </Link>
                  ) : (
                    word('industry.noValue')
                  )}{' '}
                  <b>{group.projects.length}</b>{' '}
                  <span className="soft small">
                    {word('industry.lateOf', { count: group.projects.filter(({ lateBy }) => lateBy !== null).length })}
                  </span>
                </th>
              </tr>
              {drawn}
            </>
          ) : (
            drawn
          )
        }
      />
      {bare.length === 0 ? null : (
        <p className="small">
          {word('industry.bareValues', { values: bare.map(({ value }) => (value ? say(value.name) : '')).join(word('list.comma')) })}
        </p>
      )}
    </section>
  );
}

function useColumns(board: IndustryBoard): readonly TableColumn<{ readonly project: Project; readonly group: UpwardGroup }>[] {
  const word = useWords();
  const things = (ids: readonly string[], all: readonly IndustryBoard['areas'][number][]): ReactNode => {
    const found = ids.flatMap((id) => all.filter((each) => each.id === id));
    if (found.length === 0) return <Unknown />;
    return found.map((thing, index) => (
      <Fragment key={thing.id}>
        {index > 0 ? word('list.comma') : null}
        <ThingLink thing={thing} />
      </Fragment>
    ));
  };
  const industries = board.rows.map(({ industry }) => industry);
  return [
    { head: word('noun.project'), isRowHead: true, headed: 'bare', of: ({ project }) => <ThingLink thing={project.project} /> },
    { head: word('nouns.industry'), of: ({ project }) => things(project.industries, industries) },
    { head: word('industry.area'), of: ({ project }) => things(project.areas, board.areas) },
    { head: word('industry.lead'), of: ({ project: { lead } }) => (lead ? <ThingLink thing={lead} /> : <Unknown />) },
    { head: word('industry.state'), of: ({ project }) => <StateWord state={project.state} /> },
    { head: word('due.name'), of: ({ project: { dueOn } }) => (dueOn ? <DayText on={dueOn} /> : <Unknown />) },
    {
      head: word('industry.late'),
      isNumber: true,
      of: ({ project: { lateBy, dueOn } }) =>
        lateBy !== null ? word('industry.days', { days: lateBy }) : dueOn === null ? <Unknown /> : word('industry.notLate'),
    },
  ];
}

function AxisChoice({ shown }: { readonly shown: string }) {
  const word = useWords();
  const say = useSay();
  const { axes } = useDistrictFrame().district;
  return (
    <nav className="segments" aria-label={word('breakdown.axis')}>
      {axes
        .filter(({ id }) => id !== 'aim')
        .map(({ id, name }) => (
          <Link
            key={id}
            to="."
            search={(before: ViewSearch) => ({ ...before, axis: id })}
            resetScroll={false}
            aria-current={id === shown ? 'true' : undefined}
          >
            {say(name)}
          </Link>
        ))}
    </nav>
  );
}
