import { getRouteApi, Link } from '@tanstack/react-router';
import type { Gathering as GatheringAnswer } from '@westgate/contract';
import { useGathering, usePlaceGathering } from '../../api/questions.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { AimWord } from '../../parts/aim-mark.tsx';
import { Await } from '../../parts/await.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { useSayPlanShown } from '../../parts/plan-menu.tsx';
import { partsOf } from '../../parts/state-parts.ts';
import { StateWord } from '../../parts/state-word.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { MoneyTable } from '../results/leader/money-table.tsx';
import { GatheredLists } from './gathered-lists.tsx';
import { GroupSection } from './group-section.tsx';
import { PublishedSection } from './published-section.tsx';
import './gathering.css';

const route = getRouteApi('/gathering/$by/$id');

/** Everything under a value of an axis of the district, or in a place and its members: `by` is an axis, else `place`. */
export function Gathering() {
  const { by, id } = route.useParams();
  const { axes } = useDistrictFrame().district;
  return by === 'place' && !axes.some((axis) => axis.id === by) ? <OfPlace id={id} /> : <OfValue axis={by} value={id} />;
}

function OfValue({ axis, value }: { readonly axis: string; readonly value: string }) {
  return <Await query={useGathering(axis, value)}>{(found) => <Page found={found} />}</Await>;
}

function OfPlace({ id }: { readonly id: string }) {
  return <Await query={usePlaceGathering(id)}>{(found) => <Page found={found} />}</Await>;
}

function Page({ found }: { readonly found: GatheringAnswer }) {
  const word = useWords();
  const say = useSay();
  const plan = useSayPlanShown();
  const { name, value, place, states, asOf, group } = found;
  useTitle(say(name));
  return (
    <article className="register-main gathering">
      <header className="gathering-head">
        <p className="row small">
          {value ? (
            <Link to="/breakdown" search={{ axis: value.axis }}>
              {say(value.axisName)}
            </Link>
          ) : null}
          {place ? <ThingLink thing={place}>{word('gathering.placePage')}</ThingLink> : null}
          {value ? <Neighbours axis={value.axis} id={value.id} /> : null}
        </p>
        <h1>{value?.axis === 'aim' ? <AimWord aim={value.id} /> : say(name)}</h1>
        <p className="small soft">
          {plan ? `${plan} · ` : ''}
          {word('asOf.title')} <DayText on={asOf} />
        </p>
        <Counts found={found} />
        <p className="row">
          {partsOf(states).map(({ state, count }) => (
            <StateWord key={state} state={state} count={count} />
          ))}
        </p>
      </header>
      {group && place ? <GroupSection group={group} published={found.published.items} /> : null}
      <GatheredLists found={found} />
      <MoneyTable money={found.money} id="gathered-money" />
      <PublishedSection published={found.published} />
    </article>
  );
}

/** How many of each kind there are, each a way to them; what there is none of is said. */
function Counts({ found }: { readonly found: GatheringAnswer }) {
  const word = useWords();
  const lists = [
    ['commitments', 'nouns.commitment'],
    ['projects', 'nouns.project'],
    ['places', 'nouns.place'],
    ['events', 'nouns.event'],
    ['parks', 'nouns.park'],
    ['industries', 'nouns.industry'],
    ['indicators', 'nouns.indicator'],
  ] as const;
  const none = lists.filter(([list]) => found[list].count === 0);
  return (
    <>
      <p className="row gathering-counts">
        {lists
          .filter(([list]) => found[list].count > 0)
          .map(([list, name]) => (
            <a key={list} href={`#gathered-${list}`}>
              {word(name)} <b>{found[list].count}</b>
            </a>
          ))}
      </p>
      {none.length > 0 ? (
        <p className="small soft">
          {word('gathering.none')}
          {none.map(([, name]) => word(name)).join(word('list.comma'))}
        </p>
      ) : null}
    </>
  );
}

/** The other values of the axis. */
function Neighbours({ axis, id }: { readonly axis: string; readonly id: string }) {
  const say = useSay();
  const { axes } = useDistrictFrame().district;
  const values = axes.find((each) => each.id === axis)?.values ?? [];
  return (
    <nav className="segments no-print" aria-label={say(axes.find((each) => each.id === axis)?.name ?? { zh: axis, en: axis })}>
      {values.map((value) => (
        <Link
          key={value.id}
          to="/gathering/$by/$id"
          params={{ by: axis, id: value.id }}
          aria-current={value.id === id ? 'page' : undefined}
        >
          {say(value.name)}
        </Link>
      ))}
    </nav>
  );
}
