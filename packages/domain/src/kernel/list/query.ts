import type { Said } from '@westgate/base';
import { OPERATORS } from '../kinds/kind.ts';
import { askable, type ColumnSaid } from './column.ts';
import { type Condition, wrongCondition } from './conditions.ts';

/** A column that a list is put in order by, and which way. */
export interface SortKey {
  readonly column: string;
  readonly isDown: boolean;
}

/** What is asked of a list, beside which page of it. */
export interface ListQuery {
  /** The columns shown, in their order; null: those that the list shows where nothing is said. */
  readonly columns: readonly string[] | null;
  /** The first decides, the next where it leaves two rows alike; none: the order of the list. */
  readonly sort: readonly SortKey[];
  /** A row must fit all of them. */
  readonly filter: readonly Condition[];
  readonly group: string | null;
  /** What the groups are set against. */
  readonly pivot: string | null;
  /** What is added up. */
  readonly sums: readonly string[];
}

/** The same as it stands in an address. */
export interface ListAddress {
  readonly columns?: string | undefined;
  readonly sort?: string | undefined;
  readonly filter?: string | undefined;
  readonly group?: string | undefined;
  readonly pivot?: string | undefined;
  readonly sums?: string | undefined;
}

/** What cannot be asked: where it stands, what was expected there, and what came. */
export interface QueryFault {
  readonly at: keyof ListAddress;
  readonly expected: Said;
  readonly found: string;
}

/** Most columns shown, keys of an order, conditions, and sums of one question. */
export const MOST_ASKED = { columns: 100, sort: 4, filter: 12, sums: 20 } as const;
/** What stands for what is not known. */
const UNKNOWN = '~';

/** Reads what is asked of a list of these columns. A fault for each part that cannot be asked. */
export function readListQuery(
  address: ListAddress,
  columns: readonly ColumnSaid[],
): { readonly query: ListQuery; readonly faults: readonly QueryFault[] } {
  const faults: QueryFault[] = [];
  const wrong = (at: QueryFault['at'], found: string, expected: Said): null => {
    faults.push({ at, expected, found });
    return null;
  };
  const named = new Map(columns.map((column) => [column.id, column]));
  const which = (may: (column: ColumnSaid) => boolean): Said => {
    const ids = columns.filter(may).map(({ id }) => id);
    return { zh: `以下各栏之一：${ids.join('、')}`, en: `a column, one of ${ids.join(', ')}` };
  };
  const known = (at: QueryFault['at'], id: string, may: (column: ColumnSaid) => boolean): string | null => {
    const column = named.get(id);
    return column && may(column) ? id : wrong(at, id, which(may));
  };
  const several = <Part>(
    at: 'columns' | 'sort' | 'filter' | 'sums',
    parts: readonly string[],
    read: (part: string) => Part | null,
  ): readonly Part[] => {
    const most = MOST_ASKED[at];
    if (parts.length > most) wrong(at, String(parts.length), { zh: `至多 ${most} 项`, en: `at most ${most} of them` });
    return parts.slice(0, most).flatMap((part) => read(part) ?? []);
  };
  const condition = (part: string): Condition | null => {
    const read = readCondition(part);
    if (read === null) return wrong('filter', part, CONDITION);
    const column = named.get(read.column);
    if (!column)
      return wrong(
        'filter',
        part,
        which(() => true),
      );
    const expected = wrongCondition(column, read);
    return expected === null ? read : wrong('filter', part, expected);
  };
  const any = (): boolean => true;
  const sorts = (column: ColumnSaid): boolean => askable(column).sorts;
  const groups = (column: ColumnSaid): boolean => askable(column).groups;
  const sums = (column: ColumnSaid): boolean => askable(column).sums;
  const { group, pivot } = address;
  const query: ListQuery = {
    columns: address.columns ? several('columns', once(address.columns), (id) => known('columns', id, any)) : null,
    sort: several('sort', partsOf(address.sort, ','), (part) => {
      const column = known('sort', part.replace(/^-/, ''), sorts);
      return column === null ? null : { column, isDown: part.startsWith('-') };
    }),
    filter: several('filter', partsOf(address.filter, ';'), condition),
    group: group ? known('group', group, groups) : null,
    pivot: pivot ? known('pivot', pivot, groups) : null,
    sums: address.sums ? several('sums', once(address.sums), (id) => known('sums', id, sums)) : [],
  };
  if (pivot && !group) wrong('pivot', pivot, { zh: '同时给出 group', en: 'group beside it' });
  if (pivot && pivot === group) wrong('pivot', pivot, { zh: '与 group 不同的栏', en: 'a column other than that of group' });
  return { query, faults };
}

/** A question as it stands in an address: what asks for nothing is left out. */
export function writeListQuery({ columns, sort, filter, group, pivot, sums }: ListQuery): ListAddress {
  return {
    ...(columns === null ? {} : { columns: columns.join(',') }),
    ...(sort.length === 0 ? {} : { sort: sort.map(({ column, isDown }) => `${isDown ? '-' : ''}${column}`).join(',') }),
    ...(filter.length === 0 ? {} : { filter: filter.map(writeCondition).join(';') }),
    ...(group === null ? {} : { group }),
    ...(pivot === null ? {} : { pivot }),
    ...(sums.length === 0 ? {} : { sums: sums.join(',') }),
  };
}

/** A fault in words: where, what was expected, what came. */
export function queryFaultSaid({ at, expected, found }: QueryFault): Said {
  const short = found.length <= 80 ? found : `${found.slice(0, 80)}…`;
  return { zh: `${at}：应为${expected.zh}，现为“${short}”`, en: `${at}: expected ${expected.en}, got "${short}"` };
}

const CONDITION: Said = {
  zh: `栏:比较:值，多个条件以 ; 隔开，比较为 ${OPERATORS.join('、')} 之一`,
  en: `column:operator:value, several separated by ;, with an operator of ${OPERATORS.join(', ')}`,
};

/** `column:operator:value`, with several values separated by commas, `~` for what is not known, a backslash before each of these signs in a value. */
function readCondition(part: string): Condition | null {
  const [column = '', asked = '', ...rest] = part.split(':');
  const operator = OPERATORS.find((each) => each === asked);
  if (operator === undefined) return null;
  const text = rest.join(':');
  if (rest.length === 0 || text === '') return { column, operator, values: [] };
  if (operator === 'has') return { column, operator, values: [plain(text)] };
  return { column, operator, values: partsOf(text, ',').map((value) => (value === UNKNOWN ? null : plain(value))) };
}

function writeCondition({ column, operator, values }: Condition): string {
  return [column, operator, ...(values.length === 0 ? [] : [values.map(written).join(',')])].join(':');
}

function written(value: string | null): string {
  if (value === null) return UNKNOWN;
  const marked = value.replace(/[\\;,]/g, '\\$&');
  return marked.startsWith(UNKNOWN) ? `\\${marked}` : marked;
}

/** A value without the backslashes that mark its signs. */
function plain(text: string): string {
  return text.replace(/\\([\\;,~])/g, '$1');
}

/** The parts of a text between signs that no backslash marks, none of them empty. */
function partsOf(text: string | undefined, sign: ',' | ';'): readonly string[] {
  const pattern = sign === ',' ? /(?:\\.|[^\\,])+/gs : /(?:\\.|[^\\;])+/gs;
  return text?.match(pattern) ?? [];
}

function once(text: string): readonly string[] {
  return [...new Set(partsOf(text, ','))];
}
