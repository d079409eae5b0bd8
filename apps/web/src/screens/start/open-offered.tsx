import { useNavigate } from '@tanstack/react-router';
import type { Standing } from '@westgate/contract';
import { useTellAndSee } from '../../api/use-write.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { useKeyOf } from '../../record/use-key-of.ts';
import { useWho } from '../../scope/signed-in.ts';
import { ImportFaults } from './import-faults.tsx';

/** The districts that Westgate comes with, each opened by one press. It is one deed, taken back by one undo. `isMain`: nothing else is to be done here. */
export function OpenOffered({ standing, isMain = false }: { readonly standing: Standing; readonly isMain?: boolean }) {
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
