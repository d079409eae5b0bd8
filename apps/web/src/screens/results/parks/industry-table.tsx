import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../../messages/words.ts';
import { Unknown } from '../../../parts/fact.tsx';
import { Table, type TableColumn } from '../../../parts/table.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import type { ParkRow } from './space-model.ts';
import { Area } from './space-words.tsx';

/** Who rents in a park, by industry. Nothing where no tenants are recorded. */
export function IndustryTable({ park: { industries } }: { readonly park: ParkRow }) {
  const word = useWords();
  const say = useSay();
  const { tagNames } = useDistrictFrame();
  if (industries.length === 0) return null;
  const columns: readonly TableColumn<ParkRow['industries'][number]>[] = [
    {
      head: word('space.need.tag'),
      isRowHead: true,
      headed: 'bare',
      of: ({ industry }) => say(tagNames.get(industry) ?? { zh: industry, en: industry }),
    },
    { head: word('space.let'), beside: <small> m²</small>, isNumber: true, of: ({ areaM2 }) => <Area m2={areaM2} /> },
    { head: word('space.firms'), isNumber: true, of: ({ firms }) => (firms === null ? <Unknown /> : sayNumber(firms)) },
  ];
  return (
    <section className="section" aria-labelledby="industries">
      <h3 id="industries">{word('space.industries')}</h3>
      <Table columns={columns} rows={industries} keyOf={({ industry }) => industry} />
    </section>
  );
}
