import type { Gathering } from '@westgate/contract';
import { sayNumber } from '@westgate/domain';
import { useSay, useWords } from '../../messages/words.ts';
import { Unknown } from '../../parts/fact.tsx';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useSayUnit } from '../../parts/use-say-unit.ts';
import { AreaText, FigureText } from './gathered-lists.tsx';

type Group = NonNullable<Gathering['group']>;
type Sum = Group['sums'][number];
type Published = Gathering['published']['items'];

/** What adds up over the members of a place, of how many of them it is known, what is published of the whole, and of which nothing is known. */
export function GroupSection({ group, published }: { readonly group: Group; readonly published: Published }) {
  const word = useWords();
  const say = useSay();
  const sayUnit = useSayUnit();
  const { members, sums, space, nothingKnown } = group;
  const columns: readonly TableColumn<Sum>[] = [
    { head: word('figures.what'), isRowHead: true, headed: 'bare', of: ({ label }) => say(label) },
    {
      head: word('gathering.sum'),
      isNumber: true,
      of: ({ sum, unitName }) => (
        <>
          <b>{sayNumber(sum)}</b> <small className="soft">{sayUnit(unitName)}</small>
        </>
      ),
    },
    { head: word('leader.knownOf'), of: ({ known, of }) => word('gathering.knownMembers', { known, of }) },
    {
      head: word('gathering.parts'),
      of: ({ parts }) => (
        <ul className="gathering-figures">
          {parts.map(({ place, figure }) => (
            <li key={place.id}>
              <ThingLink thing={place} />: <FigureText figure={figure} />
            </li>
          ))}
        </ul>
      ),
    },
    {
      head: word('gathering.whole'),
      of: ({ label }) => {
        const same = published.filter(({ figure }) => figure.value !== null && say(figure.label) === say(label));
        return same.length === 0 ? (
          <Unknown />
        ) : (
          <ul className="gathering-figures">
            {same.map(({ figure }) => (
              <li key={figure.id}>
                <FigureText figure={figure} />
              </li>
            ))}
          </ul>
        );
      },
    },
  ];
  return (
    <section className="section" aria-labelledby="gathered-group">
      <h2 id="gathered-group">
        {word('gathering.group')} <small>{word('gathering.members', { count: members })}</small>
      </h2>
      {sums.length === 0 ? (
        <p className="small soft">{word('gathering.noSums')}</p>
      ) : (
        <Table className="stacking" columns={columns} rows={sums} keyOf={({ label }) => say(label)} />
      )}
      <dl className="facts">
        {(['total', 'let', 'vacant', 'works'] as const).map((name) => (
          <div className="fact" key={name}>
            <dt>{word(`gathering.space.${name}`)}</dt>
            <dd>
              <AreaText area={space[name]} />{' '}
              {space[name].known === 0 ? (
                <small className="soft">{word('gathering.knownMembers', { known: 0, of: space[name].of })}</small>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
      {nothingKnown.length === 0 ? null : (
        <p className="gathering-unknown">
          {word('gathering.nothingOf', { count: nothingKnown.length, of: members })}{' '}
          {nothingKnown.map((place, at) => (
            <span key={place.id}>
              {at > 0 ? word('list.comma') : null}
              <ThingLink thing={place} />
            </span>
          ))}
        </p>
      )}
    </section>
  );
}
