import type { Language, Said } from '@westgate/base';
import { ACTION_NAMES, type ActionName, type ActionVerb, actionNamed, verbsOf } from './actions/actions.ts';
import type { Field } from './kernel/field.ts';
import { capital, nounOf, nounsOf } from './register/described.ts';
import { COLUMN_NAMES, type ColumnNamed } from './register/fields/column-names.ts';
import { fieldsOf, TABLE_NAMES, TABLES, type TableName } from './register/tables.ts';
import { NAMES } from './register/vocabulary-names.ts';

/** Terms that screens and public pages have in common beside the words of closed lists, the kinds of records and the names of columns. */
const COMMON = {
  'aim.none': { zh: '不分目标', en: 'no aim' },
  'atlas.legend.aims': { zh: '填充是目标', en: 'Fill is the aim' },
  'atlas.legend.shapes': { zh: '形状是种类', en: 'Shape is the kind' },
  'atlas.legend.stages': { zh: '外框是阶段', en: 'Outline is the stage' },
  'atlas.shape.area': { zh: '片区', en: 'Area' },
  'atlas.shape.campus': { zh: '园区', en: 'Business' },
  'atlas.shape.compound': { zh: '小区', en: 'Housing' },
  'atlas.shape.court': { zh: '平房', en: 'Courts' },
  'atlas.shape.factory': { zh: '厂房', en: 'Works' },
  'atlas.shape.landmark': { zh: '地标', en: 'Landmark' },
  'atlas.shape.park': { zh: '公园', en: 'Park' },
  'atlas.shape.relic': { zh: '文物', en: 'Heritage' },
  'atlas.shape.river': { zh: '河堤', en: 'Water' },
  'atlas.shape.station': { zh: '车站', en: 'Station' },
  'atlas.shape.tower': { zh: '楼宇', en: 'Building' },
  'atlas.shape.venue': { zh: '场馆', en: 'Venue' },
  confidence: { zh: '可信度', en: 'Confidence' },
  'place.illustrative': { zh: '示意：自绘，不是测绘', en: 'illustrative: drawn by hand, not surveyed' },
  'place.site': { zh: '可更新地块', en: 'a site' },
  'source.none': { zh: '无来源', en: 'no source' },
  'source.undated': { zh: '日期未知', en: 'date not known' },
  'source.withheld': { zh: '来源未公开', en: 'source not public' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknown: { zh: '未知', en: 'not known' },
} as const satisfies Readonly<Record<string, Said>>;

type Lists = typeof NAMES;
/** A term by the list it stands in: `state.late`, `action.pass-gate`, which `verb.deed.pass-gate` says was done and `undo.deed.pass-gate` undoes, `field.due_on`, `noun.park`, `nouns.park` where it begins a line, `table.park` within one, `rows.park` counted. */
export type TermName =
  | { [L in keyof Lists]: `${L}.${keyof Lists[L] & string}` }[keyof Lists]
  | `action.${ActionName}`
  | `verb.deed.${ActionVerb}`
  | `field.${ColumnNamed}`
  | `${'noun' | 'nouns' | 'table' | 'rows'}.${TableName}`
  | keyof typeof COMMON;

/** Every term in a language: what the catalogues of screens and public pages begin with. */
export function termsIn(language: Language): Readonly<Record<TermName, string>> {
  const lists = Object.entries(NAMES).flatMap(([list, words]) => entriesOf(list, words));
  const nouns = TABLE_NAMES.flatMap((table) => [
    [`noun.${table}`, capital(nounOf(table))] as const,
    [`nouns.${table}`, capital(nounsOf(table))] as const,
    [`table.${table}`, nounsOf(table)] as const,
    [`rows.${table}`, countedOf(table)] as const,
  ]);
  const actions = ACTION_NAMES.flatMap((name): readonly (readonly [string, Said])[] => {
    const { label, undo } = actionNamed(name);
    const undone = undo
      ? verbsOf(name).flatMap(([verb]) => [[`undo.deed.${verb}`, undo.label] as const, [`undone.deed.${verb}`, undo.done] as const])
      : [];
    return [[`action.${name}`, label], ...verbsOf(name).map(([verb, done]) => [`verb.deed.${verb}`, done] as const), ...undone];
  });
  const fields = TABLE_NAMES.flatMap((table) =>
    Object.entries(fieldsOf(table)).flatMap(([column, field]) => saidOf(`${table}.${column}`, field)),
  );
  const all: readonly (readonly [string, Said])[] = [
    ...lists,
    ...nouns,
    ...actions,
    ...fields,
    ...entriesOf('field', COLUMN_NAMES),
    ...Object.entries(COMMON),
  ];
  return Object.fromEntries(all.map(([term, said]) => [term, said[language]])) as Readonly<Record<TermName, string>>;
}

/** What a field calls itself, its words, and the lack of a value. */
function saidOf(term: string, { label, names = {}, none }: Field): readonly (readonly [string, Said])[] {
  return [
    ...(label ? [[`field.${term}`, label] as const] : []),
    ...(none ? [[`none.${term}`, none] as const] : []),
    ...entriesOf(`word.${term}`, names),
  ];
}

/** So many records of a table, as a text with a place for `count`. */
function countedOf(table: TableName): Said {
  const { zh, en, many, measure } = TABLES[table].label;
  return { zh: `{count} ${measure}${zh}`, en: `{count, plural, one {# ${en}} other {# ${many}}}` };
}

function entriesOf(list: string, words: Readonly<Record<string, Said>>): readonly (readonly [string, Said])[] {
  return Object.entries(words).map(([word, said]) => [`${list}.${word}`, said]);
}
