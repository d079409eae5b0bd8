import { inLanguage, type Language } from '@westgate/base';
import type { Reporting } from '@westgate/contract';
import { PLURALS } from '@westgate/contract/addresses';
import { described, fitsTags, STATE_ORDER, tagsAsked, valuesIn } from '@westgate/domain';
import type { Params } from '../../api/client.ts';
import { fileAddress } from '../../api/client.ts';
import type { ViewSearch } from '../../frame/view-search.ts';
import { type Arranged, type Arranging, arrange, type ListAsk, type Order } from '../../lists/arrange.ts';
import { type Cell, NOUNS, type RegisterNoun, type RegisterRow } from './rows.ts';

/** Rows on a page. */
const PAGE_SIZE = 50;

/** What a list is narrowed to, and its order. In the register the state of a place is its stage. */
export type RegisterAsk = ListAsk & Pick<ViewSearch, 'state' | 'aim' | 'kind' | 'tag'>;

/** The list asked for; commitments unless another is named. */
export function nounAsked(noun: string | undefined): RegisterNoun {
  return NOUNS.find((each) => each === noun) ?? 'commitment';
}

/** A page of the rows that fit, in order and by groups. */
export function pageOfRows(
  rows: readonly RegisterRow[],
  ask: RegisterAsk,
  aspects: Arranging<RegisterRow>,
  language: Language,
): Arranged<RegisterRow> {
  const { state, aim, kind } = ask;
  const tags = tagsAsked(ask.tag);
  const fitting = rows.filter(
    (row) =>
      (state === undefined || row.state === state) &&
      (aim === undefined || (row.aim ?? 'none') === aim) &&
      (kind === undefined || row.kind === kind) &&
      (row.under === null || fitsTags(tags, (axis) => valuesIn(row.under ?? [], axis))),
  );
  return arrange(fitting, ask, aspects, { hayOf, language, pageSize: PAGE_SIZE });
}

function hayOf({ id, name }: RegisterRow): string {
  return `${id} ${name.zh ?? ''} ${name.en ?? ''}`;
}

/** What a list can be put in order by: its columns. */
export function sortsOf(columns: readonly { readonly id: string }[], language: Language): readonly Order<RegisterRow>[] {
  return columns.map(({ id }, index) => ({ id, orderOf: ({ cells }) => sortValue(cells[index] ?? null, language) }));
}

/** What a field is ordered by; what is not known stands last either way. */
function sortValue(cell: Cell | null, language: Language): string | number | null {
  if (cell === null) return null;
  switch (cell.kind) {
    case 'thing':
      return inLanguage(cell.thing.name, language) ?? cell.thing.id;
    case 'source':
      return cell.title;
    case 'text':
      return cell.text;
    case 'word':
      return cell.word;
    case 'state':
      return STATE_ORDER.indexOf(cell.state);
    case 'stage':
      return cell.stage === 'not-known' ? null : STAGE_RANKS.indexOf(cell.stage);
    case 'aim':
      return cell.aim;
    case 'plans':
      return cell.plans.join(' ');
    case 'day':
    case 'aged':
      return cell.day;
    case 'reporting':
      return reportingRank(cell.reporting);
    case 'number':
      return cell.value;
  }
}

/** The longest late first, then by the day that is due next; where nobody is asked, last. */
function reportingRank({ standing }: Reporting): string | null {
  return standing ? `${standing.name === 'given' ? 1 : 0} ${standing.dueOn}` : null;
}

const STAGE_RANKS: readonly string[] = ['candidate', 'under-way', 'done'];

/** The values of `pick` that occur, each with how often, most often first. */
export function occurring(
  rows: readonly RegisterRow[],
  pick: (row: RegisterRow) => string | null,
): readonly { readonly value: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = pick(row);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count);
}

/** How many rows stand under each value of each axis, null for none of them; found in one pass. */
export function countsUnder(
  rows: readonly Pick<RegisterRow, 'under'>[],
  axes: readonly { readonly id: string }[],
): ReadonlyMap<string, ReadonlyMap<string | null, number>> {
  const counts = new Map(axes.map(({ id }) => [id, new Map<string | null, number>()]));
  for (const { under } of rows) {
    for (const [axis, counted] of counts) {
      const values = valuesIn(under ?? [], axis);
      for (const value of values.length > 0 ? new Set(values) : [null]) counted.set(value, (counted.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** The list as it is narrowed, as files: the same filters as above it. */
export function filesOf(
  noun: RegisterNoun,
  { q, ...asked }: ViewSearch,
  { lang, ...scope }: Params & { readonly lang: Language },
): readonly { readonly label: string; readonly href: string }[] {
  const filters = { ...asked, stage: asked.state };
  const narrowed = Object.fromEntries((described(noun).filters ?? []).map((field) => [field, filters[field]]));
  return (['csv', 'xlsx'] as const).map((format) => ({
    label: format.toUpperCase(),
    href: fileAddress(`export-${PLURALS[noun]}-${format}`, { query: { lang, ...scope, q, ...narrowed } }),
  }));
}
