import { Link, useNavigate } from '@tanstack/react-router';
import type { Standing } from '@westgate/contract';
import { useId, useState } from 'react';
import { useAsk } from '../../api/ask.ts';
import { useTellAndSee } from '../../api/use-write.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { Button } from '../../parts/button.tsx';
import { NextSteps } from '../../parts/next-steps.tsx';
import { sayWho } from '../../parts/say-deed.ts';
import { UndoButton } from '../../parts/undo-button.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { useKeyOf } from '../../record/use-key-of.ts';
import { useDistrictFrame } from '../../scope/district-context.ts';
import { useMayOpen } from '../../scope/may-open.ts';
import { useWho } from '../../scope/signed-in.ts';
import { useView } from '../../scope/use-view.ts';
import { WAYS, type Way } from '../../scope/view-search.ts';
import { WhoField } from '../../start/who-field.tsx';
import { BringFiles } from './bring-files.tsx';
import { ImportFaults } from './import-faults.tsx';
import { NewDistrict } from './new-district.tsx';
import { Oc4idsWay } from './oc4ids/oc4ids-way.tsx';
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
    case 'oc4ids':
      return <Oc4idsWay standing={standing} />;
    case 'example':
      return <ExampleWay standing={standing} />;
    case 'away':
      return <TakeAway standing={standing} />;
  }
}

/** Clears what is held in one action, or opens a district that Westgate comes with. Each is one deed, taken back by one undo. */
function ExampleWay({ standing }: { readonly standing: Standing }) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const navigate = useNavigate();
  const keyOf = useKeyOf();
  const [who, setWho] = useWho();
  const [isUnnamed, setUnnamed] = useState(false);
  const clear = useTellAndSee('clear-district', () => navigate({ to: '/start', search: { way: 'new' } }));
  const { held, example, seq } = standing;
  const named = (act: (who: string) => void) => (): void => {
    setUnnamed(who.trim() === '');
    if (who.trim() === '') document.getElementById(`${prefix}-who`)?.focus();
    else act(who.trim());
  };
  const isExample = held !== null && held.id === example?.id;
  const name = held ? say(held.name) || held.id : '';
  return (
    <div className="start-form">
      <div className="start-send">
        <WhoField id={`${prefix}-who`} who={who} isFaulty={isUnnamed} onWho={setWho} />
      </div>
      {held ? (
        <section className="start-act">
          <h2>{word(isExample ? 'start.clear.example' : 'start.clear')}</h2>
          <p>{word('start.clear.effect', { name, count: held.records })}</p>
          <Button
            look="filled"
            name={word('start.clear.send')}
            disabled={clear.isPending}
            onClick={named((by) => clear.mutate({ body: { who: by }, key: keyOf({ clear: seq }) }))}
          />
          {clear.error ? <ImportFaults error={clear.error} /> : null}
        </section>
      ) : null}
      <OpenOffered standing={standing} isMain={held === null} />
    </div>
  );
}

/** The districts that Westgate comes with, each opened by one press. It is one deed, taken back by one undo. `isMain`: nothing else is to be done here. */
function OpenOffered({ standing, isMain = false }: { readonly standing: Standing; readonly isMain?: boolean }) {
  return (
    <div className="start-offered">
      <Offered which="practice" standing={standing} isMain={isMain} />
      <Offered which="example" standing={standing} isMain={false} />
    </div>
  );
}

function Offered({
  which,
  standing,
  isMain,
}: {
  readonly which: 'example' | 'practice';
  readonly standing: Standing;
  readonly isMain: boolean;
}) {
  const word = useWords();
  const say = useSay();
  const navigate = useNavigate();
  const keyOf = useKeyOf();
  const [who] = useWho();
  const load = useTellAndSee('load-example', () => navigate({ to: '/', search: { asOf: undefined } }));
  const { held, seq } = standing;
  const offered = standing[which];
  if (!offered) return null;
  const replaced = held && held.id !== offered.id ? say(held.name) || held.id : null;
  return (
    <section className="start-act">
      <h2>{word(`start.${which}`)}</h2>
      <p>{word(`start.${which}.about`, { name: say(offered.name) })}</p>
      {replaced === null ? null : <p className="soft">{word('start.offered.replaces', { name: replaced })}</p>}
      <button
        type="button"
        className={isMain ? 'button filled' : 'button'}
        disabled={load.isPending}
        onClick={() => load.mutate({ body: { which, who: who.trim() || word('start.offered.who') }, key: keyOf({ load: seq }) })}
      >
        {word(load.isPending ? 'start.offered.opening' : `start.${which}.send`)}
      </button>
      {load.error ? <ImportFaults error={load.error} /> : null}
    </section>
  );
}
