import { type Bilingual, inLanguage, type Said } from '@westgate/base';
import { entryName, fieldsOf, PUBLIC_STANDINGS, vocabulary } from '@westgate/domain';
import { nameByKey, nameOfRow, PUBLISHED_KINDS, type Stood, subjectOf } from '../../present/publishing.ts';
import { NO_TEXT } from '../../present/text.ts';
import {
  booleanColumn,
  type Column,
  fieldOf,
  plainColumn,
  type Seen,
  severalColumn,
  thingColumn,
  wordColumn,
  wordsColumn,
} from './column.ts';

const NOTHING: Said = { zh: '—', en: '—' };

/** How records stand towards the public, and why; their own visibility is changed for several kinds at once. */
export const PUBLICITY_COLUMNS: readonly Column<Stood>[] = [
  plainColumn('id', ['编号', 'Id'], ({ kind, id }) => `${kind}:${id}`, { width: 24 }),
  wordsColumn('name', ['记录', 'Record'], ({ kind, row }, { view }) => nameOfRow(view.whole, kind, row), { width: 40, isTold: true }),
  recordColumn('of', ['所属记录', 'Belongs to'], { zh: '独立记录', en: 'independent' }, (stood, { view }) => {
    const subject = subjectOf(view.whole, stood);
    return subject && `${subject.kind}:${subject.id}`;
  }),
  wordColumn('kind', ['类别', 'Kind'], ['noun', PUBLISHED_KINDS], ({ kind }) => kind, { width: 12, isTold: true }),
  thingColumn('department', ['部门', 'Department'], 'department', ({ department }) => department, {
    width: 20,
    isTold: true,
    none: { zh: '无', en: 'none' },
  }),
  wordColumn(
    'visibility',
    ['可见范围', 'Visibility'],
    ['visibility', vocabulary.VISIBILITIES],
    ({ row }) => vocabulary.VISIBILITIES.find((each) => each === row.visibility) ?? null,
    {
      width: 14,
      none: { zh: '随所属记录', en: 'as its record' },
      storedAs: (table) => (table === null || 'visibility' in fieldsOf(table) ? ['visibility'] : []),
    },
  ),
  wordColumn('standing', ['公开情况', 'Status'], ['publish.standing', PUBLIC_STANDINGS], ({ standing }) => standing, { width: 20 }),
  recordColumn('under', ['随其不公开的记录', 'Withheld with'], NOTHING, ({ publicity }) =>
    publicity.is === 'under' ? `${publicity.of.table}:${publicity.of.id}` : null,
  ),
  severalColumn('without', ['不公开的栏目', 'Columns withheld'], withoutOf, {
    width: 24,
    none: NOTHING,
    nameOf: calledIn,
  }),
  booleanColumn('withheld', ['不公开', 'Withheld'], ({ publicity }) => publicity.is !== 'public', { width: 8 }),
];

/** A record of any kind, by `table:id`. */
function recordColumn(
  id: string,
  [zh, en]: readonly [string, string],
  none: Said,
  of: (stood: Stood, seen: Seen) => string | null,
): Column<Stood> {
  const nameOf = (key: string, { view }: Seen): Bilingual | null => nameByKey(view.whole, key);
  return {
    id,
    head: { zh, en },
    field: fieldOf('ref'),
    links: 'any',
    none,
    width: 30,
    isWorded: true,
    of,
    nameOf,
    order(stood, seen) {
      const key = of(stood, seen);
      return key === null ? null : (inLanguage(nameOf(key, seen) ?? NO_TEXT, seen.language) ?? key);
    },
    paper(stood, seen, { say }) {
      const key = of(stood, seen);
      return key === null ? null : say.of(nameOf(key, seen) ?? NO_TEXT);
    },
  };
}

/** What is withheld of a record that is told, a text in both languages once. */
function withoutOf({ publicity }: Stood): readonly string[] {
  return publicity.is === 'public' ? [...new Set(publicity.without.map((column) => column.replace(/_(?:zh|en)$/, '')))] : [];
}

/** What a column is called, in whichever kind of record has it. */
function calledIn(column: string): Said {
  for (const kind of PUBLISHED_KINDS) {
    const name = entryName(kind, column);
    if (name) return name;
  }
  return { zh: column, en: column };
}
