import type { HeldFaults } from '@westgate/contract';
import { useHeldFaults } from '../api/questions.ts';
import { useDistrictFrame } from '../frame/district-context.ts';
import { isWordId, useWords } from '../messages/words.ts';
import { ThingLink } from './thing-link.tsx';

/** The held values of one record that would be refused today; nothing where there are none. */
export function HeldFaultsOf({ kind, id }: { readonly kind: string; readonly id: string }) {
  const word = useWords();
  const items = (useHeldFaults().data?.items ?? []).filter(({ thing }) => thing?.kind === kind && thing.id === id);
  if (items.length === 0) return null;
  return (
    <section className="asked" aria-label={word('heldFault.title')}>
      <b>{word('heldFault.title')}</b>
      <FaultList items={items} />
    </section>
  );
}

/** Every held value that would be refused today, with its record; nothing where there are none. */
export function AllHeldFaults() {
  const word = useWords();
  const { total = 0, items = [] } = useHeldFaults().data ?? {};
  if (total === 0) return null;
  return (
    <section aria-labelledby="held-faults">
      <h2 id="held-faults">
        {word('heldFault.title')} <small>{total}</small>
      </h2>
      <p className="small soft">{word('heldFault.lead')}</p>
      <FaultList items={items} isNamed />
    </section>
  );
}

function FaultList({ items, isNamed = false }: { readonly items: HeldFaults['items']; readonly isNamed?: boolean }) {
  const word = useWords();
  const { days } = useDistrictFrame().district;
  return (
    <ul className="lines gap-list">
      {items.map(({ thing, table, key, column, why, found }) => {
        const field = `field.${column}`;
        return (
          <li key={`${table} ${key} ${column}`}>
            {isNamed && thing ? <ThingLink thing={thing} /> : null}
            <span className="soft small">
              {thing?.id === key ? null : `${key} · `}
              {isWordId(field) ? word(field) : column} · {word(`heldFault.${why}`, { found, first: days.first, last: days.last })}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
