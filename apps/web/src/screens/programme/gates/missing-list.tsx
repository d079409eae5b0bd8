import type { Rung } from '@westgate/contract';
import { useEffect, useRef } from 'react';
import { useSay, useWords } from '../../../messages/words.ts';

/** Why a gate stays closed: exactly what is missing, and who can supply each. Takes the focus. */
export function MissingList({ rung, missing }: { readonly rung: Rung; readonly missing: readonly string[] }) {
  const word = useWords();
  const say = useSay();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  const needs = rung.needs.filter(({ requirement }) => missing.includes(requirement.id));
  return (
    <div className="fault-summary gate-closed" role="alert" tabIndex={-1} ref={box}>
      <h2>{word('gates.closed', { count: missing.length })}</h2>
      <ul>
        {needs.map(({ requirement, why, supplier }) => (
          <li key={requirement.id}>
            {say(requirement.name)}
            <small>
              {' '}
              {why ? word(`gates.why.${why}`) : null} ·{' '}
              {supplier.departments.length > 0
                ? supplier.departments.map(({ name, id }) => say(name) || id).join(word('gates.listComma'))
                : word(`supplier.${supplier.role}`)}
            </small>
          </li>
        ))}
      </ul>
    </div>
  );
}
