import type { SearchResult } from '@westgate/contract';
import type { RecordKind } from '../api/record-kinds.ts';
import { useWords } from '../messages/words.ts';
import { SCOPES, scopeCount } from './view-model.ts';

/** The kinds of record with how many hits each has, 0 shown. */
export function ScopeBar({
  counts,
  scope,
  onScope,
}: {
  readonly counts: SearchResult['counts'];
  readonly scope: RecordKind | null;
  readonly onScope: (scope: RecordKind | null) => void;
}) {
  const word = useWords();
  return (
    <fieldset className="scope-bar">
      <legend className="unseen">{word('palette.scopes')}</legend>
      {SCOPES.map((kind) => (
        <button key={kind ?? 'all'} type="button" tabIndex={-1} aria-pressed={scope === kind} onClick={() => onScope(kind)}>
          {kind === null ? word('palette.all') : word(`nouns.${kind}`)} <span>{scopeCount(counts, kind)}</span>
        </button>
      ))}
    </fieldset>
  );
}
