import type { Said } from '@westgate/base';
import { described, type Fields, fieldsOf, kindOf, type NamedList, type Row, type TableName, vocabularyName } from '@westgate/domain';
import { pair } from '../../present/text.ts';
import { findThing } from '../../present/thing.ts';
import { type Column, wordsColumn } from './column.ts';

/** What stored columns are called that no list tells otherwise; the catalogue of the screens says the same under `field.`. */
const NAMES: Readonly<Record<string, Said>> = {
  asked_from: { zh: '从何日起要求填报', en: 'Asked for reports from' },
  cadence: { zh: '多久填报一次', en: 'How often it is reported on' },
  checked_en: { zh: '英文已由人核对', en: 'The English was checked by a person' },
  checked_zh: { zh: '中文已由人核对', en: 'The Chinese was checked by a person' },
  confidence: { zh: '位置可信度', en: 'Confidence of the position' },
  in_text: { zh: '在现行文本中', en: 'In the present text' },
  kind: { zh: '种类', en: 'Kind' },
  land_title: { zh: '土地权属', en: 'Land' },
  land_title_note: { zh: '权属说明', en: 'What is known of the title' },
  list_closed: { zh: '对象清单已完整', en: 'The list of its objects is complete' },
  paragraph: { zh: '段', en: 'Paragraph' },
  position: { zh: '段内第几句', en: 'Sentence within the paragraph' },
  position_basis: { zh: '位置的依据', en: 'How the position was found' },
  sentence: { zh: '承诺所在的句子', en: 'Sentence that promises it' },
  source_ref: { zh: '在该来源中的编号', en: 'Its number at that source' },
  attribution: { zh: '署名与许可', en: 'Attribution and licence' },
  verb_class: { zh: '动词类别：怎样算办成', en: 'Verb class: what counts as done' },
  visibility: { zh: '可见范围', en: 'Who may know of it' },
  wording: { zh: '文本', en: 'Wording' },
};

/** How the words of a stored column are called, where they are. */
const WORDS: Readonly<Record<string, NamedList>> = {
  'document.kind': 'document.kind',
  verb_class: 'verbClass',
  wording: 'plan.wording',
  land_title: 'title',
  cadence: 'cadence',
  visibility: 'visibility',
  confidence: 'confidence',
};

/** Numbers that say where something stands. */
const PLACES: ReadonlySet<string> = new Set(['paragraph', 'position']);

/** Columns whose value a list tells under another name, or as a part of one. */
const TOLD: ReadonlySet<string> = new Set(['due_on', 'tags']);

/** The columns of a table that are not among those a list tells in its own way, as the table describes them: two of one text are one. */
export function storedColumns<T extends TableName>(table: T, told: ReadonlySet<string>): readonly Column<Row<T>>[] {
  const fields = fieldsOf(table);
  return Object.keys(fields).flatMap((column) => {
    const stem = column.replace(/_(?:zh|en)$/, '');
    const isPair = stem !== column && fields[`${stem}_zh`]?.kind === 'text' && fields[`${stem}_en`]?.kind === 'text';
    if (isPair && column.endsWith('_en')) return [];
    const id = isPair ? stem : column;
    if (told.has(id) || TOLD.has(id)) return [];
    return isPair ? [pairColumn<Row<T>>(id)] : storedColumn<Row<T>>(table, column, fields);
  });
}

/** The stored columns that the value of a column of a list stands in and is changed by, alone or as a text in both languages; none where it is computed. */
export function editedBy(table: TableName, id: string): readonly string[] {
  const { form, written } = described(table);
  if (form === undefined || (written !== 'form' && written !== 'text')) return [];
  const fields = fieldsOf(table);
  const named = id in fields ? [id] : id === 'due' ? ['due_on'] : [`${id}_zh`, `${id}_en`];
  const may = (column: string): boolean => {
    const field = fields[column];
    return field !== undefined && kindOf(field).isReviewable && field.table !== 'source' && form.without?.includes(column) !== true;
  };
  return named.every(may) ? named : [];
}

/** What a stored column is called. */
function headOf(id: string): Said {
  return NAMES[id] ?? { zh: id, en: id };
}

function pairColumn<R extends object>(id: string): Column<R> {
  const { zh, en } = headOf(id);
  const textOf = (row: R, language: 'zh' | 'en'): string | null => {
    const text = cellOf(row, `${id}_${language}`);
    return typeof text === 'string' ? text : null;
  };
  return wordsColumn<R>(id, [zh, en], (row) => pair(textOf(row, 'zh'), textOf(row, 'en')), { without: 'nothing' });
}

function storedColumn<R extends object>(table: TableName, id: string, fields: Fields): readonly Column<R>[] {
  const field = fields[id];
  if (!field || kindOf(field).order === null) return [];
  const words = WORDS[`${table}.${id}`] ?? WORDS[id];
  const pointed = field.kind === 'ref' && field.table === 'sentence' ? field.table : null;
  return [
    {
      id,
      head: headOf(id),
      field,
      of: (row) => cellOf(row, id),
      ...(PLACES.has(id) ? { sums: false as const } : {}),
      ...(words ? { nameOf: (key: string) => vocabularyName(words, key) } : {}),
      ...(pointed ? { nameOf: (key: string, { view }) => findThing(view.register, pointed, key)?.name ?? null } : {}),
      paper(row, _seen, { say }) {
        const value = cellOf(row, id);
        if (value === null || value === undefined) return null;
        if (typeof value === 'boolean') return value ? say.text('是', 'yes') : say.text('否', 'no');
        return typeof value === 'number' ? value : words ? say.word(words, String(value)) : kindOf(field).writeText(value);
      },
    },
  ];
}

function cellOf(row: object, column: string): unknown {
  return Reflect.get(row, column);
}
