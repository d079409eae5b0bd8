import type { BoardRow } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useMemo } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { STATE_SIGNS } from '../../../parts/state-word.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import { ValueMarks, ValueText } from '../../../parts/value-text.tsx';
import { useShownDay } from '../../../scope/district-context.ts';
import { type BoardGroup, boardAxis } from './board-model.ts';
import { SparkLine, SparkYears } from './spark-line.tsx';
import { StandingWord } from './standing-word.tsx';

/** All rows in their groups, under one axis of time. */
export function BoardTable({
  groups,
  rows,
  nameOf,
}: {
  readonly groups: readonly BoardGroup[];
  /** Those of all groups, which the axis is of. */
  readonly rows: readonly BoardRow[];
  readonly nameOf: (key: string) => React.ReactNode;
}) {
  const word = useWords();
  const { day } = useShownDay();
  const axis = useMemo(() => boardAxis(rows, day), [rows, day]);
  const columns = useColumns(axis, day);
  const shown = groups.flatMap((group) => group.rows.map((row, index) => ({ row, group, isFirst: index === 0 })));
  return (
    <Table
      className="table stacking board-table"
      caption={word('board.title')}
      columns={columns}
      rows={shown}
      keyOf={({ row, group }) => `${group.key} ${row.indicator.id}`}
      around={({ group, isFirst }, drawn, count) =>
        isFirst && groups.length > 1 ? (
          <>
            <tr className="board-group">
              <th colSpan={count} scope="colgroup">
                <span className="row">
                  {nameOf(group.key)} <b>{group.rows.length}</b>
                  {(group.key === group.counts[0]?.[0] ? [] : group.counts).map(([standing, of]) => (
                    <StandingWord key={standing} standing={standing} count={of} />
                  ))}
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
  );
}

function useColumns(axis: Parameters<typeof SparkYears>[0]['axis'], day: string): readonly TableColumn<{ readonly row: BoardRow }>[] {
  const word = useWords();
  const say = useSay();
  return [
    {
      head: word('noun.indicator'),
      isRowHead: true,
      headed: 'bare',
      className: 'board-name',
      of: ({ row }) => <ThingLink thing={row.indicator} />,
    },
    {
      head: word('board.latest'),
      isNumber: true,
      of: ({ row: { latest, unitName } }) =>
        latest ? <ValueText value={latest} unitName={unitName} isMarkedBeside={true} /> : <Unknown />,
    },
    {
      head: word('figures.period'),
      of: ({ row: { latest, standing } }) =>
        latest ? (
          <span className="board-period">
            <DayText on={latest.period} /> <ValueMarks value={latest} standing={standing} />
          </span>
        ) : null,
    },
    {
      head: word('board.course'),
      shown: (
        <>
          <span className="unseen">{word('board.course')}</span>
          <SparkYears axis={axis} day={day} />
        </>
      ),
      headed: 'bare',
      className: 'board-course',
      of: ({ row }) => <SparkLine row={row} axis={axis} day={day} />,
    },
    {
      head: word('board.status'),
      of: ({ row }) => (
        <span title={say(row.why)}>
          <StandingWord standing={row.standing} />
          <span className="unseen"> {say(row.why)}</span>
        </span>
      ),
    },
    { head: word('board.gap'), isNumber: true, of: ({ row }) => <GapOrTarget row={row} /> },
    { head: word('board.measures'), of: ({ row }) => <Measured row={row} /> },
    {
      head: word('board.owner'),
      of: ({ row: { owner } }) => (owner ? <ThingLink thing={owner} /> : <span className="soft">{word('board.noOwner')}</span>),
    },
    { head: word('figures.source'), of: ({ row: { latest, target } }) => <SourceNote source={latest?.source ?? target?.source ?? null} /> },
  ];
}

/** How far the value is from the path; without a path the target alone. */
function GapOrTarget({ row: { gap, target } }: { readonly row: BoardRow }) {
  const word = useWords();
  if (gap !== null) {
    const amount = sayNumber(Math.abs(gap));
    return <>{gap === 0 ? word('board.exact') : word(gap < 0 ? 'board.short' : 'board.ahead', { amount })}</>;
  }
  return target ? <span className="soft">{word('board.target', { amount: sayNumber(target.value) })}</span> : null;
}

/** What the indicator measures, each with the sign of its state. */
function Measured({ row: { measured, measuredCount } }: { readonly row: BoardRow }) {
  const word = useWords();
  if (measured.length === 0) return <span className="soft">{word('board.measuresNothing')}</span>;
  return (
    <span className="board-measured">
      {measured.map((thing) => (
        <span key={`${thing.kind} ${thing.id}`}>
          <ThingLink thing={thing} />{' '}
          <span title={word(`state.${thing.state}`)}>
            <span aria-hidden="true">{STATE_SIGNS[thing.state]}</span>
            <span className="unseen">{word(`state.${thing.state}`)}</span>
          </span>
        </span>
      ))}
      {measuredCount > measured.length ? (
        <small className="soft nowrap">{word('board.more', { count: measuredCount - measured.length })}</small>
      ) : null}
    </span>
  );
}
