import type { Bilingual, Said } from '@westgate/base';
import { emptyIs, type Field, type Fields, list, maybeDay, maybeOneOf, maybeRef, oneOf, pair } from '../fields/fields.ts';
import { CADENCES, type GateLevel, type ThingKind, VISIBILITIES, type Visibility } from '../fields/vocabulary.ts';

/** A value of a plan axis. On the axis `aim` it carries the colour token and pattern it is drawn with. */
export type AxisValue = { readonly id: string; readonly name: Bilingual; readonly colour?: string; readonly pattern?: string };
/** An axis on which the district sorts its promises: aims, strategies, integrations, icons, key projects, tiers. */
export type Axis = { readonly id: string; readonly name: Bilingual; readonly values: readonly AxisValue[] };
/** West, south, east, north in WGS 84 degrees. */
export type Frame = readonly [number, number, number, number];
export type UnitNames = { readonly [code: string]: Bilingual };
/** Names of levels of the programme. */
export type LevelNames = { readonly [level in GateLevel]?: Bilingual };

/** A value and what it rests on: where it was read, how sure it is. Who changes the one says the other anew; else it is gone. */
export interface Based<Column extends string = string> {
  /** The columns of the value. */
  readonly value: readonly Column[];
  /** The columns of its basis. */
  readonly basis: readonly Column[];
  /** The pair of `basis` that tells in words who changed the value without a source; none where the basis holds no words. */
  readonly words?: string;
  /** The words tell of a value that was taken away too, as nothing else says that it is missed. */
  readonly tellsLoss?: true;
}

/** What a record is called in Chinese and in English, several in English, and the word that counts them in Chinese. */
export interface Label {
  readonly zh: string;
  readonly en: string;
  readonly many: string;
  readonly measure: string;
}

/**
 * Who may know of a row. `own`: as its visibility says, and no more than may know of what it is of; `record`: who may know of what it is of;
 * `office`: nobody who did not sign in, as it is the office's own work; `all`: everyone.
 */
export type Audience = 'own' | 'record' | 'office' | 'all';

/**
 * How a row comes and goes. `form`: made, changed and taken out by its fields; `text`: with the text of its plan; `district`: with the district;
 * `making`: made by an action of its own, and then as by a form; `action`: by actions of its own alone. `how` says by which.
 */
export type Written = 'form' | 'text' | 'district' | { readonly by: 'making' | 'action'; readonly how: Said };

/**
 * Which page of the screens a record has: one with links to others, the same as it follows from this description (`plain`), or one that stands alone.
 */
export type Page = 'linked' | 'plain' | 'alone';
/** How much a match in a text tells: its name, its own words, or a remark on it. */
export type SearchWeight = 'name' | 'text' | 'remark';

/** A link that is made together with a new record: `from` where the new record is its first end. */
export interface FormTie {
  readonly relation: 'serves' | 'stands-on' | 'measures' | 'held-for' | 'member-of';
  readonly from: boolean;
  readonly kinds: readonly Exclude<ThingKind, 'district'>[];
}

type Column<F> = keyof F & string;
/** The stem of a pair. */
type Stem<F> = Column<F> extends infer C ? (C extends `${infer S}_zh` ? S : never) : never;
/** A column, or the stem of a pair. */
type Entry<F> = Column<F> | Stem<F>;

/** The form of a table: what is asked first, and all other columns on demand, in the order of the table. */
export interface Form<F extends Fields> {
  readonly first: readonly Entry<F>[];
  /** Columns that are not asked: they follow from the page the form stands on, or from something else. */
  readonly without?: readonly Column<F>[];
  /** The links a new record is made with. */
  readonly ties?: readonly FormTie[];
}

/** A part of the form of a table's one row: its title, what to know of it, and what is asked there. */
interface Section<F extends Fields> {
  readonly label: Said;
  readonly hint?: Said;
  readonly entries: readonly Entry<F>[];
}

/** The form of a table that has one row: `begun` is asked when it is begun and later, `held` later only. A column named nowhere is asked last, under its own name. */
interface Settings<F extends Fields> {
  readonly begun: readonly Section<F>[];
  readonly held: readonly Section<F>[];
  /** Columns that other screens set. */
  readonly elsewhere: readonly Column<F>[];
}

/** A table of the register: its rows, and what is true of them everywhere. `address` and `page` are never where there is none. */
export interface Table<F extends Fields, Address extends string = never, Paged extends Page = never, Asked extends Form<F> = never> {
  readonly label: Label;
  /** Where the rows are kept in a district folder. */
  readonly file: string;
  /** Not every district has rows of it: without rows a folder has no file. */
  readonly isRare?: true;
  /** The rows are the office's, not the district's: no folder holds them, no import changes them. */
  readonly isApart?: true;
  /** The schema that brought the table; folders and journals of older ones lack it. */
  readonly since: number;
  /** What rows of older schemas lack, and are read with. A column entered here stays. */
  readonly was?: { readonly [C in Column<F>]?: unknown };
  /** The columns that identify a row. */
  readonly key: readonly Column<F>[];
  /** The pair of which one language must be filled, if any. */
  readonly named?: string;
  /** What a row is. */
  readonly about: Said;
  /** The columns of the records that a row says something of, or is a part of: the first decides whose it is. */
  readonly of: readonly Column<F>[];
  /** The columns of the records without which a row says nothing: it goes with them. Without others it goes on where the column may be empty, else it holds them back. */
  readonly goesWith: readonly Column<F>[];
  /** The column of the department a row belongs to; none: that of the first record it is of. */
  readonly owner?: Column<F>;
  readonly audience: Audience;
  /** A row that has the first column is told to the public only with the others: a number without its unit or its period says nothing that could be checked. */
  readonly publicWith?: readonly [value: Column<F>, ...needs: readonly Column<F>[]];
  /** Columns that are for the district, where their record may be for the public. */
  readonly forDistrict?: readonly Column<F>[];
  readonly written: Written;
  /** Columns by which departments are measured or asked: once a row is there they are set by those who edit every record. */
  readonly setByOffice?: readonly Column<F>[];
  /** Only those who edit every record take one out, or merge it. */
  readonly takenOutByOffice?: true;
  /** What its writer must be let do with the record it is of: report on it, or only know of it; none: edit it. */
  readonly right?: 'update' | 'read';
  /** The rows tell of what happened on a day: where that day cannot be, nothing is left of them that could be counted. */
  readonly isFact?: true;
  /** The path of its records in the API. */
  readonly address?: Address;
  readonly page?: Paged;
  /** The sign of its records on screens: an SVG path of strokes in a square of 20. */
  readonly icon?: string;
  /** The pairs of texts that are searched, beside the id. */
  readonly search?: { readonly [S in Stem<F>]?: SearchWeight };
  /** The columns that its list shows on a screen where nothing is said, by their names in the list; that of the plan where there are several. */
  readonly list?: readonly string[];
  /** The column that its list is in order of where none is asked for; the name where it is not said. */
  readonly order?: string;
  readonly form?: Asked;
  readonly settings?: Settings<F>;
  /** Its values that have a basis of their own. */
  readonly based?: readonly Based<Column<F>>[];
  readonly fields: F;
}

/** A table, its field types kept. */
export function table<
  F extends Fields,
  const Address extends string = never,
  const Paged extends Page = never,
  Asked extends Form<F> = never,
>(definition: Table<F, Address, Paged, Asked>): Table<F, Address, Paged, Asked> {
  return definition;
}

/** What a record is called: in Chinese, in English, several in English, and the word that counts them in Chinese. */
export function label(zh: string, en: string, many: string, measure: string): Label {
  return { zh, en, many, measure };
}

/** Written by actions of its own alone, with what says by which. */
export function byAction(zh: string, en: string): Written {
  return { by: 'action', how: { zh, en } };
}

/** Until there were accounts every record was for the public. */
export const WAS_PUBLIC = { visibility: 'public' } as const;

/** The names of these columns, in their order. */
export function columnsIn<F extends Fields>(fields: F): readonly (keyof F & string)[] {
  return Object.keys(fields) as (keyof F & string)[];
}

/** These columns with nothing in them. */
export function emptied<F extends Fields>(fields: F): Readonly<Record<keyof F & string, null>> {
  return Object.fromEntries(Object.keys(fields).map((column) => [column, null])) as Record<keyof F & string, null>;
}

/** What the levels of the health check are called. */
export const CHECK_LEVEL_NAMES = {
  dwelling: { zh: '住房', en: 'dwelling' },
  compound: { zh: '小区', en: 'compound' },
  block: { zh: '街区', en: 'block' },
  district: { zh: '城区', en: 'district' },
};

/** What the kinds of dual-use assets are called. */
export const ASSET_KIND_NAMES = {
  'flood-storage': { zh: '蓄滞洪设施', en: 'flood storage' },
  lodging: { zh: '旅游居住设施', en: 'tourism and lodging' },
  medical: { zh: '医疗应急服务点', en: 'emergency medical point' },
  supplies: { zh: '城郊大仓基地', en: 'warehouse base' },
  shelter: { zh: '应急避难场所', en: 'emergency shelter' },
  municipal: { zh: '配套市政设施', en: 'supporting municipal works' },
  other: { zh: '其他', en: 'other' },
};
/** What their modes are called. */
export const ASSET_MODE_NAMES = {
  normal: { zh: '平时', en: 'normal' },
  preparing: { zh: '转换准备', en: 'preparing' },
  emergency: { zh: '急时', en: 'emergency' },
  draining: { zh: '退水', en: 'draining' },
  recovery: { zh: '恢复', en: 'recovery' },
};
/** What the capacities of dual-use assets are counted in is called. */
export const CAPACITY_UNIT_NAMES = {
  m3: { zh: '立方米', en: 'm³' },
  m2: { zh: '平方米', en: 'm²' },
  persons: { zh: '人', en: 'persons' },
  beds: { zh: '床位', en: 'beds' },
  vehicles: { zh: '车位', en: 'vehicles' },
};

/** What each confidence is called. */
export const CONFIDENCE_NAMES = {
  high: { zh: '高', en: 'high' },
  medium: { zh: '中', en: 'medium' },
  low: { zh: '低', en: 'low' },
};

/** Columns that several tables have. */
export const tags = () => list('计划维度的取值，写作 axis:value', 'values of the plan axes, as axis:value');
/** Of a record that stands by itself: a new one is for the district. */
export const visibility = (): { readonly visibility: Field<Visibility> } => ({
  visibility: { ...oneOf(VISIBILITIES, '可见范围', 'who may know of it'), standard: 'district' },
});
/** Of what says something of a record: a new one is no narrower than its record. */
export const visibilityWithin = (): { readonly visibility: Field<Visibility> } => ({
  visibility: {
    ...oneOf(VISIBILITIES, '可见范围，不超出所属记录的可见范围', 'who may know of it, within those who may know of its record'),
    standard: 'public',
  },
});
export const note = () => pair('note', '与记录一并显示的备注', 'a remark shown beside the record');
export const dueFields = {
  due_on: maybeDay('完成时限', 'the day by which it is promised'),
  ...pair('due_basis', '完成时限的依据', 'where the due date comes from'),
  due_source: maybeRef('source', '完成时限的来源', 'the source of the due date'),
};
/** The due date and its basis. */
export const basedDue = { value: ['due_on'], basis: ['due_basis_zh', 'due_basis_en', 'due_source'], words: 'due_basis' } as const;
/** How reports on a record are asked for, where not as the rule of its kind says. */
export const askedFields = {
  cadence: emptyIs(
    maybeOneOf(CADENCES, '填报频次，与该类记录的规定不同时填写', 'how often it is reported on, where not as the rule of its kind says'),
    {
      zh: '按本类规则',
      en: 'as the rule of its kind says',
    },
  ),
  asked_from: maybeDay(
    '起报日期，记录新建或恢复填报的日期晚于规定首日时填写',
    'reports are asked for from this day on, where the record was made, or asked for again, after the first day of the rule',
  ),
};
export const noPlace = () => pair('no_place_reason', '无地点的理由，无地点时填写', 'why it has no place, where it has none');
