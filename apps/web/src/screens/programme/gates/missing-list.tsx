import type { Rung } from '@westgate/contract';
import { useEffect, useRef } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';
import { useMayChange } from '../../../scope/may-change.ts';
import { useSetView } from '../../../scope/use-view.ts';
import { useSaySupplier } from './use-say-supplier.ts';

/** Why a gate stays closed: exactly what is missing, and who can supply each. Takes the focus. */
export function MissingList({ rung, missing }: { readonly rung: Rung; readonly missing: readonly string[] }) {
  const word = useWords();
  const say = useSay();
  const saySupplier = useSaySupplier();
  const setView = useSetView();
  const mayAsk = useMayChange('edit-all');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const needs = rung.needs.filter(({ requirement }) => missing.includes(requirement.id));
  return (
    <div className="fault-summary gate-closed" role="alert" tabIndex={-1} ref={box}>
      <h2>{word('gates.closed', { count: missing.length })}</h2>
      <ul>
        {needs.map(({ requirement, why, supplier, ask }) => (
          <li key={requirement.id}>
            {say(requirement.name)}
            <small>
              {' '}
              {why ? word(`gates.why.${why}`) : null} · {saySupplier(supplier)}
            </small>
            {mayAsk && ask === null && why !== 'land-not-known' ? (
              <button type="button" className="button plain small" onClick={() => setView({ edit: `ask:${requirement.id}` })}>
                {word('need.ask')}
                <span className="unseen"> {say(requirement.name)}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
    </div>
  );
}
