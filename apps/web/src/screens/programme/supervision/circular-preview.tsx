import type { CircularPreview as Preview } from '@westgate/contract';
import { useMemo } from 'react';
import { useAsk } from '../../../api/ask.ts';
import { useWords } from '../../../messages/words.ts';
import { Await } from '../../../parts/await.tsx';
import { Table } from '../../../parts/table.tsx';
import { useScope } from '../../../scope/district-context.ts';
import { useLanguage } from '../../../scope/use-view.ts';

type Block = Preview['lists'][number];

/** What a circular of a period will say, as its paper will say it, before it is made; with what is being written in it. */
export function CircularPreview({
  from,
  to,
  origins,
  words,
}: {
  readonly from: string;
  readonly to: string;
  readonly origins: readonly string[];
  readonly words: string;
}) {
  const word = useWords();
  const lang = useLanguage();
  const scope = useScope();
  const query = useAsk('circular', { query: { ...scope, from, to, lang, origins: origins.join(',') } });
  const lines = words.split(/\n+/).flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
  return (
    <section className="circular-preview" aria-label={word('circular.preview')}>
      <h3>{word('circular.preview')}</h3>
      <Await query={query}>
        {({ opening, lists }) => (
          <>
            <Blocks blocks={opening} />
            <Blocks blocks={lines.map((text) => ({ kind: 'paragraph', text }))} />
            <Blocks blocks={lists} />
          </>
        )}
      </Await>
    </section>
  );
}

function Blocks({ blocks }: { readonly blocks: readonly Block[] }) {
  // A paper is read from above; nothing in it moves.
  const keyed = useMemo(() => blocks.map((block, index) => ({ key: `${index}`, block })), [blocks]);
  return keyed.map(({ key, block }) => {
    if (block.kind === 'heading') return <h4 key={key}>{block.text}</h4>;
    if (block.kind === 'paragraph') return <p key={key}>{block.text}</p>;
    return <Records key={key} block={block} />;
  });
}

function Records({ block: { head, rows } }: { readonly block: Extract<Block, { readonly kind: 'records' }> }) {
  const columns = head.map((name, column) => ({
    head: name,
    ...(column === 0 ? { isRowHead: true as const } : {}),
    of: (row: readonly string[]) => row[column] ?? '',
  }));
  return <Table columns={columns} rows={rows} keyOf={(_row, index) => index} />;
}
