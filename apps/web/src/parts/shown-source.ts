import type { Source, SourceSaid } from '@westgate/contract';

/** The source that is shown of a value; null where none is named or it is withheld. */
export function shownSource(source: SourceSaid | undefined): Source | null {
  return source === undefined || source === 'withheld' ? null : source;
}
