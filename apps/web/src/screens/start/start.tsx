import { Link } from '@tanstack/react-router';
import type { Standing } from '@westgate/contract';
import { useAsk } from '../../api/ask.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { NextSteps } from '../../parts/next-steps.tsx';
import { sayWho } from '../../parts/say-who.ts';
import { UndoButton } from '../../parts/undo-button.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useMayOpen } from '../../scope/may-open.ts';
import { useView } from '../../scope/use-view.ts';
import { WAYS, type Way } from '../../scope/view-search.ts';
import { BringFiles } from './bring-files.tsx';
import { ExampleWay } from './example-way.tsx';
import { NewDistrict } from './new-district.tsx';
import { OpenOffered } from './open-offered.tsx';
import { TakeAway } from './take-away.tsx';

/** Where a person begins with a district of her own: a new one, files she has, the example, and everything to take away. */
export function Start() {
  const word = useWords();
  const standing = useAsk('district-standing');
  useTitle(word('start.title'));
  return (
    <div className="start">
      <div className="start-main">
        <h1>{word('start.title')}</h1>
        <Await query={standing}>{(held) => <Ways standing={held} />}</Await>
      </div>
    </div>
  );
}

function Ways({ standing }: { readonly standing: Standing }) {
  const word = useWords();
  const say = useSay();
  const { way = 'new' } = useView();
  const { isNone } = useDistrictFrame();
  const mayOpen = useMayOpen();
  const { held, last } = standing;
  return (
    <>
      <p className="start-held">
        {held ? word('start.held', { name: say(held.name) || held.id, count: held.records }) : word('start.none')}
      </p>
      {last ? (
        <output className="receipt" key={last.seq}>
          <b>{word(`start.last.${last.verb}`, { seq: last.seq })}</b>{' '}
          {last.who ? <span className="soft">{sayWho(word, last.who)}</span> : null}{' '}
          {mayOpen('/start') ? <UndoButton seq={last.seq} /> : null}
        </output>
      ) : null}
      {held === null && way !== 'example' ? <OpenOffered standing={standing} /> : null}
      {isNone ? null : <NextSteps isAlways />}
      <nav className="segments start-ways" aria-label={word('start.ways')}>
        {WAYS.filter((each) => mayOpen('/start', each)).map((each) => (
          <Link key={each} to="/start" search={{ way: each }} aria-current={each === way ? 'true' : undefined}>
            {word(`start.way.${each}`)}
          </Link>
        ))}
      </nav>
      <WayShown way={way} standing={standing} />
    </>
  );
}

function WayShown({ way, standing }: { readonly way: Way; readonly standing: Standing }) {
  switch (way) {
    case 'new':
      return <NewDistrict standing={standing} />;
    case 'bring':
      return <BringFiles standing={standing} />;
    case 'example':
      return <ExampleWay standing={standing} />;
    case 'away':
      return <TakeAway standing={standing} />;
  }
}
