import type { MonthlySince } from '@westgate/contract';
import { useAsk } from '../../api/ask.ts';
import { useSay, useWords } from '../../messages/words.ts';
import { ThingLink } from '../../parts/thing-link.tsx';

/** What the ledger now tells otherwise than a report that froze a month. */
export function SinceFrozen({ number }: { readonly number: number }) {
  const word = useWords();
  const { data } = useAsk('monthly-since', { params: { number } });
  if (!data) return null;
  if (data.items.length === 0) return <p className="small soft">{word('monthly.unchanged')}</p>;
  return (
    <details className="since-frozen small">
      <summary>{word('monthly.changed', { count: data.items.length })}</summary>
      <ul className="lines">
        {data.items.map((item) => (
          <ChangedLine key={`${item.project.id} ${item.what}`} item={item} />
        ))}
      </ul>
    </details>
  );
}

function ChangedLine({ item: { project, what, frozen, now } }: { readonly item: MonthlySince['items'][number] }) {
  const word = useWords();
  const say = useSay();
  const said = (pair: typeof frozen): string => (pair ? say(pair) : '') || word('unknown');
  return (
    <li>
      <span>
        {what === 'gone' ? say(project.name) : <ThingLink thing={project} />} · {word(`monthly.what.${what}`)}
        {what === 'came' || what === 'gone' ? null : word('monthly.fromTo', { from: said(frozen), to: said(now) })}
      </span>
    </li>
  );
}
