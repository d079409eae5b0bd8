import { webAddress } from '@westgate/base';
import type { Source } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { AsWritten } from './as-written.tsx';

/** Where a value was read: the id, a link only where one may be shown; title, kind and date on hover and to a screen reader. */
export function SourceNote({ source }: { readonly source: Source | null }) {
  const word = useWords();
  if (!source) return <span className="soft">{word('source.none')}</span>;
  const kind = `${word(`source.${source.kind}`)} · ${source.dated ?? word('source.undated')}`;
  const about = `${source.title} · ${kind}`;
  const unseen = (
    <span className="unseen">
      {' '}
      <AsWritten text={source.title} /> · {kind}
    </span>
  );
  const address = webAddress(source.url);
  if (address === null) {
    return (
      <span className="source" title={about}>
        {source.id}
        {unseen}
      </span>
    );
  }
  return (
    <a className="source" href={address} title={about} target="_blank" rel="noreferrer">
      {source.id}
      {unseen}
    </a>
  );
}

/** A source in full, for the foot of a page; that there is none is said. */
export function SourceLine({ source }: { readonly source: Source | null }) {
  const word = useWords();
  if (!source) return <SourceNote source={null} />;
  return (
    <>
      <SourceNote source={source} /> <AsWritten text={source.title} className="soft" />{' '}
      <span className="soft">
        {word(`source.${source.kind}`)} · {source.dated ?? word('source.undated')}
      </span>
    </>
  );
}
