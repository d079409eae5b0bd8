import type { HeldFaults } from '@westgate/contract';
import { useAsk } from '../api/ask.ts';
import { useHeldFaults } from '../api/questions.ts';
import { isWordId, useWords } from '../messages/words.ts';
import { useDistrictFrame } from '../scope/district-context.ts';
import { useLanguage } from '../scope/use-view.ts';
import { foundIn } from './said-fault.ts';
import { ThingLink } from './thing-link.tsx';

/** The held values of one record that would be refused today; nothing where there are none. */
export function HeldFaultsOf({ kind, id }: { readonly kind: string; readonly id: string }) {
  const word = useWords();
  const { data } = useAsk('held-faults', { query: { of: `${kind}:${id}` } });
  if (!data || data.total === 0) return null;
  return (
    <section className="asked" aria-label={word('heldFault.title')}>
      <b>{word('heldFault.title')}</b>
      <FaultList faults={data} />
    </section>
  );
}

/** The held values of the plan shown that would be refused today, each with its record; nothing where there are none. */
export function AllHeldFaults() {
  const word = useWords();
  const { data } = useHeldFaults();
  if (!data || data.total === 0) return null;
  return (
    <section aria-labelledby="held-faults">
      <h2 id="held-faults">
        {word('heldFault.title')} <small>{data.total}</small>
      </h2>
      <p className="small soft">{word('heldFault.lead')}</p>
      <FaultList faults={data} isNamed />
    </section>
  );
}

function FaultList({ faults, isNamed = false }: { readonly faults: HeldFaults; readonly isNamed?: boolean }) {
  const word = useWords();
  const language = useLanguage();
  const { days } = useDistrictFrame().district;
  const left = faults.total - faults.items.length;
  return (
    <ul className="lines gap-list">
      {faults.items.map(({ thing, table, key, column, why, ...fault }) => {
        const field = `field.${column}`;
        return (
          <li key={`${table} ${key} ${column}`}>
            {isNamed && thing ? <ThingLink thing={thing} /> : null}
            <span className="soft small">
              {thing?.id === key ? null : `${key} · `}
              {isWordId(field) ? word(field) : column} ·{' '}
              {word(`heldFault.${why}`, {
                found: foundIn(fault, language),
                first: days.first,
                last: days.last,
              })}
            </span>
          </li>
        );
      })}
      {left > 0 ? <li className="soft small">{word('heldFault.more', { count: left })}</li> : null}
    </ul>
  );
}
