import { Link } from '@tanstack/react-router';
import type { SpaceBoard } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import type { ViewSearch } from '../../../scope/view-search.ts';
import { SpaceBar } from './space-bar.tsx';
import { knownAreas, type ParkRow, scaleOf } from './space-model.ts';
import { Share, SumOf } from './space-words.tsx';

/** Every park with its space, all on one scale. */
export function ParkList({ board }: { readonly board: SpaceBoard }) {
  const word = useWords();
  const say = useSay();
  const most = scaleOf(Math.max(0, ...board.parks.map(({ space }) => knownAreas(space).total ?? 0))).at(-1) ?? 0;
  const sum = (head: string, of: (park: ParkRow) => ParkRow['space']['total']): TableColumn<ParkRow> => ({
    head,
    isNumber: true,
    of: (park) => <SumOf sum={of(park)} />,
  });
  const columns: readonly TableColumn<ParkRow>[] = [
    {
      head: word('noun.park'),
      isRowHead: true,
      headed: 'bare',
      of: ({ park }) => (
        <Link to="/results/parks" search={(before: ViewSearch) => ({ ...before, park: park.id })}>
          {say(park.name)}
        </Link>
      ),
    },
    { head: word('space.course'), headed: 'unseen', of: ({ space }) => <SpaceBar areas={knownAreas(space)} most={most} /> },
    { ...sum(word('space.total'), ({ space }) => space.total), beside: <small> m²</small> },
    sum(word('space.let'), ({ space }) => space.let),
    sum(word('space.vacant'), ({ space }) => space.vacant),
    sum(word('space.works'), ({ space }) => space.works),
    sum(word('space.coming'), ({ space }) => space.coming),
    { head: word('space.occupancy'), isNumber: true, of: ({ space }) => <Share share={space.occupancy} /> },
    { head: word('space.since'), of: ({ space: { since } }) => (since ? <DayText on={since} /> : <Unknown />) },
  ];
  return (
    <>
      <Table
        className="stacking space-table"
        caption={word('space.parks')}
        columns={columns}
        rows={board.parks}
        keyOf={({ park }) => park.id}
      />
      <p className="note">{word('space.legend')}</p>
    </>
  );
}
