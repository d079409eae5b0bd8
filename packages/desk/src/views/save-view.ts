import { WestgateError } from '@westgate/base';
import { type DayForm, type Register, type Row, viewsFor } from '@westgate/domain';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { newId } from '../deeds/new-id.ts';
import { presentRow, putChanges } from '../deeds/put-changes.ts';
import { requireDay } from '../deeds/require-forms.ts';
import type { Changing } from '../deeds/work.ts';

/** Names and values as an address writes them. */
const QUERY = /^[\w.,:;~*+=&%/-]{0,2000}$/;

/** What in an address names days. */
const DAYS_ASKED: readonly (readonly [name: string, form: DayForm])[] = [
  ['asOf', 'day'],
  ['since', 'day'],
  ['month', 'month'],
];

/**
 * Keeps a view under a name: without accounts it is everyone's. Throws `WG_INPUT_INVALID` for an address that is none or names a day that is none of the
 * district, and where no department is there to share it with.
 */
export function saveView(register: Register, ask: Ask<'save-view'>, at: AskedAt): Changing {
  return { changes: putChanges(register, [['saved_view', rowOf(register, ask, at)]]) };
}

/** Drops a view; who does it is told of none that is not offered. Throws `WG_NOT_FOUND`. */
export function dropView(register: Register, { id }: Ask<'drop-view'>, { reader }: AskedAt): Changing {
  const offered = new Map(viewsFor(register, reader).map((row) => [row.id as string, row]));
  return { changes: [{ table: 'saved_view', key: id, before: presentRow<'saved_view'>(offered, 'saved_view', id), after: null }] };
}

function rowOf(
  register: Register,
  { name, screen, query, sharedWith }: Ask<'save-view'>,
  { seq, reader }: AskedAt,
): Readonly<Record<string, unknown>> {
  const { person: owner = null, department = null } = reader ?? {};
  if (!QUERY.test(query))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: 'query：应为地址里的名称和值', en: 'query: expected names and values of an address' },
      { field: 'query' },
    );
  const asked = new URLSearchParams(query);
  for (const [name, form] of DAYS_ASKED) for (const text of asked.getAll(name)) if (text !== '') requireDay(register, name, form, text);
  const [zh, en] = [name.zh?.trim() || null, name.en?.trim() || null];
  if (zh === null && en === null) {
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: 'name：至少用一种语言写名称', en: 'name: expected a name in one language at least' },
      { field: 'name' },
    );
  }
  if (sharedWith === 'department' && department === null) {
    throw new WestgateError(
      'WG_INPUT_INVALID',
      {
        zh: 'sharedWith：您不属于任何部门，没有可共享的部门',
        en: 'sharedWith: expected a department to share it with; you belong to none',
      },
      { field: 'sharedWith' },
    );
  }
  return {
    id: newId(register, 'saved_view', { name_en: en }, seq),
    name_zh: zh,
    name_en: en,
    screen,
    query: query === '' ? EMPTY : query,
    visibility: visibilityOf(sharedWith, owner),
    department: sharedWith === 'department' ? department : null,
    owner,
  };
}

/** A screen with nothing in its address. */
const EMPTY = '-';

/** Without an owner it is everyone's. */
function visibilityOf(sharedWith: Ask<'save-view'>['sharedWith'], owner: string | null): Row<'saved_view'>['visibility'] {
  if (owner === null || sharedWith === 'all') return 'district';
  return sharedWith === 'department' ? 'department' : 'confidential';
}
