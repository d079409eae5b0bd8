import type { Source } from '@westgate/contract';
import { useWords } from '../messages/words.ts';

/** Where a value was read: the id, a link only where one may be shown; title, kind and date on hover and to a screen reader. */
export function SourceNote({ source }: { readonly source: Source | null }) {
  const word = useWords();
  if (!source) return <span className="soft">{word('source.none')}</span>;
  const about = `${source.title} · ${word(`source.${source.kind}`)} · ${source.dated ?? word('source.undated')}`;
  if (!source.url) {
    return (
      <span className="source" title={about}>
        {source.id}
        <span className="unseen"> {about}</span>
      </span>
    );
  }
  return (
    <a className="source" href={source.url} title={about} target="_blank" rel="noreferrer">
      {source.id}
      <span className="unseen"> {about}</span>
    </a>
  );
}

/** A source in full, for the foot of a page. */
export function SourceLine({ source }: { readonly source: Source }) {
  const word = useWords();
  return (
    <>
      <SourceNote source={source} /> <span className="soft">{source.title}</span>{' '}
      <span className="soft nowrap">
        {word(`source.${source.kind}`)} · {source.dated ?? word('source.undated')}
      </span>
    </>
  );
}
