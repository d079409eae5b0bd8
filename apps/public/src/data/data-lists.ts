import type { Publication } from '@westgate/contract';
import { memo, PLAIN_KINDS, PLURALS, type PlainKind } from '@westgate/domain';
import { isLatest } from '../parts/value-marks.ts';

/** A list of the publication as open data: its file name, the kind of its records, and they themselves. */
export interface DataList {
  readonly name: string;
  readonly kind: PlainKind | 'document' | 'sentence' | 'commitment' | 'place' | 'project' | 'indicator' | 'source' | null;
  readonly records: readonly Readonly<Record<string, unknown>>[];
}

/** Every list of the publication that holds something; the values of indicators as a list of their own. */
export const dataLists = memo((publication: Publication): readonly DataList[] => {
  const own = ['document', 'sentence', 'commitment', 'place', 'project', 'indicator'] as const;
  const values = publication.indicators.flatMap((row) =>
    row.values.map((value) => ({
      indicator: row.id,
      indicatorName: row.name,
      unit: row.unit,
      ...value,
      standing: isLatest(value, row) ? row.status.name : null,
    })),
  );
  const lists: readonly DataList[] = [
    ...own.map((kind) => ({ name: PLURALS[kind], kind, records: publication[PLURALS[kind]] })),
    { name: 'indicator-values', kind: null, records: values },
    ...PLAIN_KINDS.map((kind) => ({ name: PLURALS[kind], kind, records: publication[PLURALS[kind]] as DataList['records'] })),
    { name: 'sources', kind: 'source', records: publication.sources },
  ];
  return lists.filter(({ records }) => records.length > 0);
});

/** Where the files of a list lie in the site. */
export function dataPath(name: string, ending: 'csv' | 'json'): string {
  return `data/${name}.${ending}`;
}
