import { Link } from '@tanstack/react-router';
import type { FloodAdoptions } from '@westgate/contract';
import { useIntl } from 'react-intl';
import { useAsk } from '../../../../api/ask.ts';
import { useSay, useWords } from '../../../../messages/words.ts';
import { DayText } from '../../../../parts/day-text.tsx';
import { Table, type TableColumn } from '../../../../parts/table.tsx';
import { ThingLink } from '../../../../parts/thing-link.tsx';

type Adoption = FloodAdoptions['items'][number];

/** What a project adopted of runs, or what was adopted of the runs of a case; nothing where nothing was. */
export function AdoptionsSection({ of, id }: { readonly of: 'case' | 'project'; readonly id: string }) {
  const word = useWords();
  const say = useSay();
  const intl = useIntl();
  const { data } = useAsk('flood-adoptions', { query: { [of]: id } });
  if (!data || data.items.length === 0) return null;
  const flow = (value: number): string => intl.formatNumber(Math.round(value));
  const columns: readonly TableColumn<Adoption>[] = [
    { head: word('flood.adoptedOn'), isRowHead: true, of: ({ on }) => <DayText on={on} /> },
    of === 'case'
      ? { head: word('noun.project'), of: ({ project }) => <ThingLink thing={project} /> }
      : { head: word('noun.flood_case'), of: ({ case: found }) => <ThingLink thing={found} /> },
    { head: word('flood.minute'), of: ({ minute }) => say(minute) },
    {
      head: word('flood.adoptedPeaks'),
      of: ({ peaks }) =>
        peaks
          .map(({ section, without, with: dammed }) => word('flood.peakFromTo', { section, without: flow(without), with: flow(dammed) }))
          .join(' · '),
    },
    {
      head: word('flood.run'),
      of: ({ case: { id: flood }, run, engine, inputs }) => (
        <>
          <Link to="/flood/$id" params={{ id: flood }} search={{ run }}>
            {word('flood.openRun')}
          </Link>
          <span className="small soft"> {word('flood.computedBy', { engine, hash: inputs.slice(0, 12) })}</span>
        </>
      ),
    },
  ];
  return (
    <section className="section" aria-labelledby="flood-adoptions">
      <h2 id="flood-adoptions">{word('flood.adoptions')}</h2>
      <Table columns={columns} rows={data.items} keyOf={({ id: key }) => key} caption={word('flood.adoptions')} />
      <p className="note">{word('flood.notice')}</p>
    </section>
  );
}
