import { useNavigate } from '@tanstack/react-router';
import type { Standing } from '@westgate/contract';
import { useId, useState } from 'react';
import { useClearDistrict, useLoadExample } from '../../api/start.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { letGo } from '../../parts/let-go.ts';
import { useWho } from '../../parts/use-who.ts';
import { useKeyOf } from '../../record/use-key-of.ts';
import { WhoField } from '../../start/who-field.tsx';
import { ImportFaults } from './import-faults.tsx';

/** Clears what is held in one action, and loads the example again. Each is one deed, taken back by one undo. */
export function ExampleWay({ standing: { held, example, seq } }: { readonly standing: Standing }) {
  const word = useWords();
  const say = useSay();
  const prefix = useId();
  const navigate = useNavigate();
  const keyOf = useKeyOf();
  const [who, setWho] = useWho();
  const [isUnnamed, setUnnamed] = useState(false);
  const [clear, load] = [useClearDistrict(), useLoadExample()];
  const isBusy = clear.isPending || load.isPending;
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
          <button
            type="button"
            className="button filled"
            disabled={isBusy}
            onClick={named((by) =>
              clear.mutate(
                { who: by, key: keyOf({ clear: seq }) },
                { onSuccess: () => letGo(() => navigate({ to: '/start', search: { way: 'new' } })) },
              ),
            )}
          >
            {word('start.clear.send')}
          </button>
          {clear.error ? <ImportFaults error={clear.error} /> : null}
        </section>
      ) : null}
      {example ? (
        <section className="start-act">
          <h2>{word('start.example')}</h2>
          <p>{word(held && !isExample ? 'start.example.replaces' : 'start.example.about', { example: say(example.name), name })}</p>
          <button
            type="button"
            className={held ? 'button' : 'button filled'}
            disabled={isBusy}
            onClick={named((by) =>
              load.mutate(
                { who: by, key: keyOf({ load: seq }) },
                { onSuccess: () => letGo(() => navigate({ to: '/', search: { asOf: undefined } })) },
              ),
            )}
          >
            {word(load.isPending ? 'start.example.loading' : 'start.example.send')}
          </button>
          {load.error ? <ImportFaults error={load.error} /> : null}
        </section>
      ) : null}
    </div>
  );
}
