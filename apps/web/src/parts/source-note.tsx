import { webAddress } from '@westgate/base';
import type { SourceSaid } from '@westgate/contract';
import { useWords } from '../messages/words.ts';
import { AsWritten } from './as-written.tsx';

/** Where a value was read: the id, a link only where one may be shown; title, kind and date on hover and to a screen reader. That it is withheld is said. */
export function SourceNote({ source }: { readonly source: SourceSaid }) {
  const word = useWords();
  if (source === null || source === 'withheld')
    return <span className="soft">{word(source === null ? 'source.none' : 'source.withheld')}</span>;
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

/** A source in full, for the foot of a page; that there is none, or that it is withheld, is said. */
export function SourceLine({ source }: { readonly source: SourceSaid }) {
  const word = useWords();
  if (source === null || source === 'withheld') return <SourceNote source={source} />;
  return (
    <>
      <SourceNote source={source} /> <AsWritten text={source.title} className="soft" />{' '}
      <span className="soft">
        {word(`source.${source.kind}`)} · {source.dated ?? word('source.undated')}
      </span>
    </>
  );
}
