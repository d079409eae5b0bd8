import type { FloodWetShares } from '@westgate/contract';
import { useIntl } from 'react-intl';
import { useAsk } from '../../../../api/ask.ts';
import { useSay, useWords } from '../../../../messages/words.ts';
import { Await } from '../../../../parts/await.tsx';
import { Table } from '../../../../parts/table.tsx';
import { ThingLink } from '../../../../parts/thing-link.tsx';

/** The places of the register by the share of the runs in which they are under water. */
export function WetShares({ case: id, run }: { readonly case: string; readonly run: string }) {
  const shares = useAsk('flood-wet-shares', { params: { id }, query: { run } });
  return <Await query={shares}>{(found) => <Places found={found} />}</Await>;
}

function Places({ found: { items, runs, total, counts } }: { readonly found: FloodWetShares }) {
  const word = useWords();
  const say = useSay();
  const intl = useIntl();
  return (
    <>
      <h3>{word('search.places')}</h3>
      <p className="small soft">
        {word('search.placesCounts', counts)} {total > items.length ? word('search.firstOf', { shown: items.length, total }) : null}
      </p>
      {items.length > 0 ? (
        <Table
          rows={items}
          keyOf={({ place }) => place.id}
          caption={word('search.places')}
          columns={[
            { head: word('noun.place'), isRowHead: true, of: ({ place }) => <ThingLink thing={place}>{say(place.name)}</ThingLink> },
            { head: word('field.kind'), of: ({ kind }) => word(`place.${kind}`) },
            {
              head: word('search.wetRuns'),
              isNumber: true,
              of: ({ wet, isWhole }) =>
                isWhole || wet === runs
                  ? word('search.ofRuns', { wet, runs, share: intl.formatNumber(wet / runs, { style: 'percent' }) })
                  : word('search.ofRunsAtLeast', { wet, runs }),
            },
          ]}
        />
      ) : null}
    </>
  );
}
