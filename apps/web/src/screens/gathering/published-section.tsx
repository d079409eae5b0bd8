import type { Gathering } from '@westgate/contract';
import { useWords } from '../../messages/words.ts';
import { Table, type TableColumn } from '../../parts/table.tsx';
import { ThingLink } from '../../parts/thing-link.tsx';
import { FigureText } from './gathered-lists.tsx';

type Published = Gathering['published']['items'][number];

/** The figures that are published of the whole. */
export function PublishedSection({ published: { items, count } }: Pick<Gathering, 'published'>) {
  const word = useWords();
  if (count === 0) return null;
  const columns: readonly TableColumn<Published>[] = [
    { head: word('figures.what'), isRowHead: true, headed: 'bare', of: ({ figure }) => <FigureText figure={figure} /> },
    { head: word('gathering.of'), of: ({ of }) => <ThingLink thing={of} /> },
  ];
  return (
    <section className="section" aria-labelledby="gathered-published">
      <h2 id="gathered-published">
        {word('gathering.published')} <small>{count}</small>
      </h2>
      <Table className="stacking" columns={columns} rows={items} keyOf={({ figure }) => figure.id} />
      {count > items.length ? <p className="small soft">{word('links.more', { count: count - items.length })}</p> : null}
    </section>
  );
}
