import type { ExposedPlace } from '@westgate/contract';
import { useIntl } from 'react-intl';
import { useSay, useWords } from '../../../../messages/words.ts';
import { Unknown } from '../../../../parts/fact.tsx';
import { Table, type TableColumn } from '../../../../parts/table.tsx';
import { ThingLink } from '../../../../parts/thing-link.tsx';

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
  const intl = useIntl();
  const sayHours = (seconds: number): string => {
    const minutes = Math.round(seconds / 60);
    return word('flood.after', { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') });
  };
  const number = (value: number | null, digits: number) =>
    value === null ? <Unknown /> : intl.formatNumber(value, { minimumFractionDigits: digits, maximumFractionDigits: digits });
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
    {
      head: word('flood.hazardClass'),
      of: ({ is, hazardClass }) =>
        is === 'beside' ? word('flood.beside') : hazardClass ? word(`flood.hazard.${hazardClass}`) : <Unknown />,
    },
    { head: word('flood.depth'), isNumber: true, of: ({ depth }) => number(depth, 2) },
    { head: word('flood.speed'), isNumber: true, of: ({ speed }) => number(speed, 2) },
    { head: word('flood.arrival'), of: ({ arrival }) => (arrival === null ? <Unknown /> : sayHours(arrival)) },
    {
      head: word('flood.outBy'),
      of: ({ deadline }) =>
        deadline === null ? <Unknown /> : deadline < 0 ? word('flood.beforeStart', { time: hoursOf(-deadline) }) : sayHours(deadline),
    },
    {
      head: word('flood.share'),
      isNumber: true,
      of: ({ share }) => (share === null ? <Unknown /> : intl.formatNumber(share, { style: 'percent' })),
    },
    { head: word('flood.people'), isNumber: true, of: ({ people }) => number(people, 0) },
    { head: word('flood.households'), isNumber: true, of: ({ households }) => number(households, 0) },
    {
      head: word('flood.standsThere'),
      of: ({ place, projects }) => (
        <ul className="plain-list">
          {[...projects, place].map((thing) => (
            <li key={`${thing.kind}:${thing.id}`}>
              <ThingLink thing={thing} />
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

function hoursOf(seconds: number): string {
  const minutes = Math.round(seconds / 60);
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}
