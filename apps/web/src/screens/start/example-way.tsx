import { useNavigate } from '@tanstack/react-router';
import type { Standing } from '@westgate/contract';
import { useId, useState } from 'react';
import { useTellAndSee } from '../../api/use-write.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { useKeyOf } from '../../record/use-key-of.ts';
import { useWho } from '../../scope/use-who.ts';
import { WhoField } from '../../start/who-field.tsx';
import { ImportFaults } from './import-faults.tsx';
import { OpenOffered } from './open-offered.tsx';

/** Clears what is held in one action, or opens a district that Westgate comes with. Each is one deed, taken back by one undo. */
export function ExampleWay({ standing }: { readonly standing: Standing }) {
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
          <button
            type="button"
            className="button filled"
            disabled={clear.isPending}
            onClick={named((by) => clear.mutate({ body: { who: by }, key: keyOf({ clear: seq }) }))}
          >
            {word('start.clear.send')}
          </button>
          {clear.error ? <ImportFaults error={clear.error} /> : null}
        </section>
      ) : null}
      <OpenOffered standing={standing} isMain={held === null} />
    </div>
  );
}
