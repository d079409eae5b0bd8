import type { ExposedPlace, ExposedRoad } from '@westgate/contract';
import { useIntl } from 'react-intl';
import { useSay, useWords } from '../../../../messages/words.ts';
import { Unknown } from '../../../../parts/fact.tsx';
import { Table, type TableColumn } from '../../../../parts/table.tsx';
import { ThingLink } from '../../../../parts/thing-link.tsx';
import { useSayHours } from '../parts/say-hours.ts';

/** Places under water by arrival, then those beside the model. */
export function ExposureTable({
  items,
  selected,
  onPick,
}: {
  readonly items: readonly ExposedPlace[];
  readonly selected: string | null;
  readonly onPick: (place: ExposedPlace) => void;
}) {
  const word = useWords();
  const say = useSay();
  const { number, sayHours, water, share } = useExposedColumns();
  const columns: readonly TableColumn<ExposedPlace>[] = [
    {
      head: word('noun.place'),
      isRowHead: true,
      of: (each) => (
        <button type="button" className="button plain" aria-pressed={each.place.id === selected} onClick={() => onPick(each)}>
          {say(each.place.name)}
        </button>
      ),
    },
    { head: word('field.kind'), of: ({ kind }) => word(`place.${kind}`) },
    ...water,
    {
      head: word('flood.outBy'),
      of: ({ deadline, activation }) => (
        <>
          {deadline === null ? <Unknown /> : sayHours(deadline)}
          {activation ? (
            <small className="block soft">{word('flood.activation', { asset: say(activation.asset.name), hours: activation.hours })}</small>
          ) : null}
        </>
      ),
    },
    share,
    { head: word('flood.people'), isNumber: true, of: ({ people }) => number(people, 0) },
    { head: word('flood.households'), isNumber: true, of: ({ households }) => number(households, 0) },
    {
      head: word('flood.standsThere'),
      of: ({ place, projects }) => (
        <ul className="plain-list">
          {[place, ...projects].map((thing) => (
            <li key={`${thing.kind}:${thing.id}`}>
              <small className="soft">{word(thing === place ? 'noun.place' : 'noun.project')}</small> <ThingLink thing={thing} />
            </li>
          ))}
        </ul>
      ),
    },
  ];
  return (
    <Table
      columns={columns}
      rows={items}
      keyOf={({ place }) => place.id}
      caption={word('flood.exposure')}
      marks={({ place }) => ({ 'data-id': place.id, ...(place.id === selected ? { className: 'chosen' } : {}) })}
    />
  );
}

/** Roads under water by arrival, then those beside the model. */
export function RoadTable({ roads }: { readonly roads: readonly ExposedRoad[] }) {
  const word = useWords();
  const say = useSay();
  const { water, share } = useExposedColumns();
  const columns: readonly TableColumn<ExposedRoad>[] = [
    { head: word('flood.road'), isRowHead: true, of: ({ id, name }) => (name.zh === null && name.en === null ? id : say(name)) },
    ...water,
    share,
  ];
  return <Table columns={columns} rows={roads} keyOf={({ id }) => id} caption={word('flood.roads')} />;
}

/** The columns of what the water does, and how their values are said. */
function useExposedColumns() {
  const word = useWords();
  const intl = useIntl();
  const sayHours = useSayHours();
  const number = (value: number | null, digits: number) =>
    value === null ? <Unknown /> : intl.formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const water: readonly TableColumn<Exposed>[] = [
    {
      head: word('flood.hazardClass'),
      of: ({ is, hazardClass }) =>
        is === 'beside' ? word('flood.beside') : hazardClass ? word(`flood.hazard.${hazardClass}`) : <Unknown />,
    },
    { head: word('flood.depth'), isNumber: true, of: ({ depth }) => number(depth, 2) },
    { head: word('flood.speed'), isNumber: true, of: ({ speed }) => number(speed, 2) },
    { head: word('flood.arrival'), of: ({ arrival }) => (arrival === null ? <Unknown /> : sayHours(arrival)) },
  ];
  const share: TableColumn<Exposed> = {
    head: word('flood.share'),
    isNumber: true,
    of: (each) => (each.share === null ? <Unknown /> : intl.formatNumber(each.share, { style: 'percent' })),
  };
  return { number, sayHours, water, share };
}

type Exposed = Pick<ExposedRoad, 'is' | 'hazardClass' | 'depth' | 'speed' | 'arrival' | 'share'>;
