import type { SpaceBoard } from '@westgate/contract';
import { useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { ThingLink } from '../../../parts/thing-link.tsx';
import type { BuildingRow, OfferRow, ParkRow } from './space-model.ts';
import { Area, FitWord, FromWhen, Reasons, Rents } from './space-words.tsx';

interface Shown {
  readonly rank: number;
  readonly offer: OfferRow;
  readonly building: BuildingRow;
  readonly park: ParkRow;
}

/** Offers in their order, each with its reasons, its day and its source. */
export function OfferTable({
  board,
  offers,
  isOfPark,
  isAsked,
}: {
  readonly board: SpaceBoard;
  readonly offers: readonly OfferRow[];
  readonly isOfPark: boolean;
  /** A need is asked: each offer tells how it answers it. */
  readonly isAsked: boolean;
}) {
  const word = useWords();
  const rows = offers.flatMap((offer, index): readonly Shown[] => {
    const park = board.parks.find((each) => each.park.id === offer.park);
    const building = park?.buildings.find((each) => each.building.id === offer.building);
    return park && building ? [{ rank: index + 1, offer, park, building }] : [];
  });
  const answered: readonly TableColumn<Shown>[] = [
    { head: word('space.fit'), of: ({ offer }) => <FitWord fit={offer.fit} /> },
    { head: word('space.reasons'), of: ({ offer }) => <Reasons answers={offer.answers} /> },
  ];
  const columns: readonly TableColumn<Shown>[] = [
    { head: word('space.rank'), isNumber: true, of: ({ rank }) => rank },
    { head: word('noun.building'), isRowHead: true, headed: 'bare', of: ({ building }) => <ThingLink thing={building.building} /> },
    ...(isOfPark ? [] : [{ head: word('noun.park'), of: ({ park }: Shown) => <ThingLink thing={park.park} /> }]),
    ...(isAsked ? answered : []),
    {
      head: word('space.kind'),
      of: ({ offer }) => (offer.areaM2 === null ? <Unknown /> : word(offer.kind === 'vacant' ? 'space.vacant' : 'space.works')),
    },
    { head: word('space.area'), beside: <small> m²</small>, isNumber: true, of: ({ offer }) => <Area m2={offer.areaM2} /> },
    { head: word('space.piece'), beside: <small> m²</small>, isNumber: true, of: ({ offer }) => <Area m2={offer.largestM2} /> },
    { head: word('space.from'), of: ({ offer }) => <FromWhen offer={offer} asOf={board.asOf} /> },
    {
      head: word('space.need.rent'),
      isNumber: true,
      of: ({ building }) => <Rents rents={{ low: building.rentLow, high: building.rentHigh }} />,
    },
    {
      head: word('space.asOf'),
      of: ({ building: { areas } }) =>
        areas ? (
          <span className="nowrap">
            <DayText on={areas.on} /> <SourceNote source={areas.source} />
          </span>
        ) : (
          <Unknown />
        ),
    },
  ];
  return (
    <Table
      className="stacking space-table"
      caption={word('space.offers')}
      columns={columns}
      rows={rows}
      keyOf={({ offer }) => `${offer.building} ${offer.kind}`}
    />
  );
}
