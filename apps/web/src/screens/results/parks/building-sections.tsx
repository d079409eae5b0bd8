import { Link } from '@tanstack/react-router';
import type { RecordOf } from '@westgate/contract';
import { keyOf, sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { DayText } from '../../../parts/day-text.tsx';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { Unknown } from '../../../parts/fact.tsx';
import { ConfidenceBar, SourceNote } from '../../../parts/source-note.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { PartSection } from '../../../record/form/part-form.tsx';
import { WithdrawButton } from '../../../record/form/row-acts.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { Area, Share } from './space-words.tsx';

type Building = RecordOf<'building'>;

/** On the page of a building: its floor areas day by day, its tenants by industry, and where they are recorded. */
export function BuildingSections({ building }: { readonly building: Building }) {
  const word = useWords();
  const { id, park } = building;
  return (
    <>
      <section className="section" aria-labelledby="areas">
        <h2 id="areas">{word('space.records')}</h2>
        <AreaTable building={building} />
        <PartSection kind="floor_area" of={{ building: id }} />
      </section>
      <section className="section" aria-labelledby="tenants">
        <h2 id="tenants">{word('space.industries')}</h2>
        <TenantTable building={building} />
        <PartSection kind="tenancy" of={{ building: id }} />
      </section>
      <ParkLink park={park.id} />
    </>
  );
}

/** The way from a record to the space of its park. */
export function ParkLink({ park }: { readonly park: string }) {
  const word = useWords();
  return (
    <p className="part-start no-print">
      <Link className="button" to="/results/parks" search={{ park }}>
        {word('space.ofPark')}
      </Link>
    </p>
  );
}

function AreaTable({ building: { id, name, records } }: { readonly building: Building }) {
  const word = useWords();
  const say = useSay();
  if (records.length === 0) return <EmptyState>{word('space.noRecords')}</EmptyState>;
  const columns: readonly TableColumn<Building['records'][number]>[] = [
    { head: word('space.on'), isRowHead: true, of: ({ on }) => <DayText on={on} /> },
    { head: word('space.total'), beside: <small> m²</small>, isNumber: true, of: ({ total }) => <Area m2={total} /> },
    { head: word('space.let'), isNumber: true, of: (areas) => <Area m2={areas.let} /> },
    { head: word('space.vacant'), isNumber: true, of: ({ vacant }) => <Area m2={vacant} /> },
    { head: word('space.works'), isNumber: true, of: ({ works }) => <Area m2={works} /> },
    { head: word('space.largest'), isNumber: true, of: ({ largestVacant }) => <Area m2={largestVacant} /> },
    { head: word('space.occupancy'), isNumber: true, of: ({ occupancy }) => <Share share={occupancy} /> },
    { head: word('figures.source'), of: ({ source }) => <SourceNote source={source} /> },
    { head: word('confidence'), of: ({ confidence }) => <ConfidenceBar confidence={confidence} /> },
    { head: word('record.note'), headed: 'bare', className: 'soft', of: ({ note }) => say(note) },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: ({ on, rev }) => (
        <WithdrawButton
          edit={{ action: 'withdraw', table: 'floor_area', key: keyOf('floor_area', { building: id, on }), rev }}
          name={`${say(name)} ${on}`}
        />
      ),
    },
  ];
  return <Table columns={columns} rows={[...records].reverse()} keyOf={({ on }) => on} />;
}

function TenantTable({ building: { id, name, tenants } }: { readonly building: Building }) {
  const word = useWords();
  const say = useSay();
  const { tagNames } = useDistrictFrame();
  if (tenants.length === 0) return <EmptyState>{word('space.noTenants')}</EmptyState>;
  const columns: readonly TableColumn<Building['tenants'][number]>[] = [
    {
      head: word('space.need.tag'),
      isRowHead: true,
      headed: 'bare',
      of: ({ industry }) => say(tagNames.get(industry) ?? { zh: industry, en: industry }),
    },
    { head: word('space.on'), of: ({ on }) => <DayText on={on} /> },
    { head: word('space.let'), beside: <small> m²</small>, isNumber: true, of: ({ areaM2 }) => <Area m2={areaM2} /> },
    { head: word('space.firms'), isNumber: true, of: ({ firms }) => (firms === null ? <Unknown /> : sayNumber(firms)) },
    {
      head: word('part.withdraw'),
      headed: 'unseen',
      of: ({ on, industry, rev }) => (
        <WithdrawButton
          edit={{ action: 'withdraw', table: 'tenancy', key: keyOf('tenancy', { building: id, on, sector: industry }), rev }}
          name={`${say(name)} ${on}`}
        />
      ),
    },
  ];
  return <Table columns={columns} rows={[...tenants].reverse()} keyOf={({ on, industry }) => `${on} ${industry}`} />;
}
