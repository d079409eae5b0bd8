import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commonSchema, editSchema, type ListTable, listSchema } from '@westgate/contract';
import { addressOf, FORM_KINDS } from '@westgate/domain';
import { HARBOUR, openOffice, PLENTY } from './office.ts';

const office = await openOffice(HARBOUR, null, PLENTY);
const DAY = '2025-04-20';
type Ask = Readonly<Record<string, string | undefined>>;

function queryOf(ask: Ask): string {
  const given = Object.entries({ asOf: DAY, ...ask }).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, value]],
  );
  return new URLSearchParams(given).toString();
}

async function table(list: string, ask: Ask = {}): Promise<ListTable> {
  return listSchema.listTable.parse(await office.get(`/api/v1/lists/${list}?${queryOf(ask)}`));
}

async function columnsOf(list: string): Promise<NonNullable<ListTable['columns']>> {
  const { columns } = await table(list, { limit: '1' });
  assert.ok(columns);
  return columns;
}

test('every list shows every column it has, each called in both languages', async () => {
  for (const list of listSchema.LISTS) {
    const columns = await columnsOf(list);
    assert.ok(columns.length > 5, list);
    assert.equal(new Set(columns.map(({ id }) => id)).size, columns.length, list);
    for (const { id, head } of columns) assert.ok(head.zh !== '' && head.en !== '' && !/_/.test(head.zh), `${list}.${id}`);
    const whole = await table(list, { columns: columns.map(({ id }) => id).join(',') });
    assert.deepEqual(
      whole.shown,
      columns.map(({ id }) => id),
    );
    assert.ok(whole.rows.every(({ cells }) => cells.length === columns.length));
  }
});

test('by every column, both ways, the pages hold every row once, and what is not known stands last', async () => {
  for (const list of ['commitments', 'places', 'projects', 'documents'] as const) {
    for (const { id, sorts } of await columnsOf(list)) {
      if (!sorts) continue;
      for (const sort of [id, `-${id}`]) {
        const whole = await table(list, { columns: id, sort, limit: '500' });
        const unknown = whole.rows.map(({ cells }) => cells[0] === null);
        assert.ok(!unknown.includes(true) || unknown.indexOf(true) > unknown.lastIndexOf(false), `${list} ${sort}`);
        const ids: string[] = [];
        for (let after: string | null | undefined; after !== null; ) {
          const page = await table(list, { columns: id, sort, limit: '3', after });
          ids.push(...page.rows.map((row) => row.id));
          after = page.next;
        }
        assert.deepEqual(
          ids,
          whole.rows.map((row) => row.id),
          `${list} ${sort}`,
        );
      }
    }
  }
});

test('the count of every group is what the condition of its key finds', async () => {
  for (const list of ['commitments', 'places', 'projects', 'events', 'documents'] as const) {
    for (const { id } of (await columnsOf(list)).filter(({ groups }) => groups)) {
      for (const { key, count } of (await table(list, { group: id, limit: '1' })).groups ?? []) {
        const asked = key === '' ? '~' : key.replace(/[\\;,]/g, '\\$&');
        assert.equal((await table(list, { filter: `${id}:is:${asked}`, limit: '1' })).total, count, `${list} ${id} ${key}`);
      }
    }
  }
});

test('a file holds exactly the columns, order and rows that are asked for', async () => {
  const ask = { columns: 'title,state,due', sort: '-state,title', filter: 'owner:known', lang: 'en' };
  const shown = await table('commitments', { ...ask, limit: '500' });
  const answer = await office.ask(`/api/v1/exports/commitments.csv?${queryOf(ask)}`);
  assert.equal(answer.status, 200);
  const [head, ...lines] = (await answer.text()).replace('\uFEFF', '').split('\r\n');
  assert.equal(head, 'Commitment,State,Due date');
  assert.equal(lines.indexOf(''), shown.total);
  for (const [at, { cells }] of shown.rows.entries()) {
    const [title] = cells;
    const said = typeof title === 'object' && title !== null && 'en' in title ? (title.en ?? title.zh ?? '') : '';
    assert.ok(said !== '' && lines[at]?.replaceAll('""', '"').includes(said), `line ${at}: ${lines[at]}`);
  }
});

test('what a list does not have is refused in words', async () => {
  const cases: readonly (readonly [Ask, RegExp])[] = [
    [{ sort: 'colour' }, /^sort: expected a column, one of id, .*, got "colour"$/],
    [{ filter: 'state:is:gone' }, /^filter: expected one of .*, got "state:is:gone"$/],
    [{ filter: 'due:has:2025' }, /^filter: expected one of is, not, from, .*, got "due:has:2025"$/],
    [{ group: 'title' }, /^group: expected a column, one of .*, got "title"$/],
    [{ pivot: 'state' }, /^pivot: expected group beside it, got "state"$/],
  ];
  for (const [ask, told] of cases) {
    const answer = await office.ask(`/api/v1/lists/commitments?${queryOf(ask)}`, { headers: { 'accept-language': 'en' } });
    assert.equal(answer.status, 400);
    assert.match(commonSchema.problem.parse(await answer.json()).detail, told);
  }
});

test('a column that is changed in place shows what is stored, of every record', async () => {
  let compared = 0;
  for (const list of listSchema.LISTS) {
    const edited = (await columnsOf(list)).filter(({ edits }) => edits.length > 0);
    if (edited.length === 0) continue;
    const { rows, table: of } = await table(list, { columns: edited.map(({ id }) => id).join(','), limit: '500' });
    for (const { id, of: record = { table: of, id }, cells } of rows) {
      const kind = FORM_KINDS.find((each) => each === record.table);
      // A list of several tables holds what has no form of its own.
      assert.ok(kind ?? of === null, list);
      if (kind === undefined) continue;
      const { fields } = editSchema.recordRow.parse(await office.get(`/api/v1/${addressOf(kind)}/${record.id}/row`));
      for (const [place, { id: column, edits }] of edited.entries()) {
        const cell = cells[place] ?? null;
        for (const stored of edits) {
          const shown: unknown =
            cell === null || typeof cell !== 'object'
              ? cell
              : 'key' in cell
                ? cell.key
                : Reflect.get(cell, stored.endsWith('_zh') ? 'zh' : 'en');
          assert.equal(shown, fields[stored] ?? null, `${list} ${id} ${column}`);
          compared += 1;
        }
      }
    }
  }
  assert.ok(compared > 500, `${compared} values`);
});

test('pages of a grouped list hold every row under each of its values once, in the order of the groups; shut groups hold none', async () => {
  for (const [list, group] of [
    ['projects', 'lead'],
    ['places', 'kind'],
    ['commitments', 'under'],
  ] as const) {
    const { groups } = await table(list, { group, limit: '1' });
    assert.ok(groups && groups.length > 1, list);
    const [first] = groups;
    for (const shut of [undefined, first?.key || '~']) {
      const found: string[] = [];
      for (let after: string | null | undefined; after !== null; ) {
        const page = await table(list, { group, shut, columns: 'id', sort: '-id', limit: '3', after });
        found.push(...page.rows.map((row) => `${row.group}/${row.id}`));
        after = page.next;
      }
      assert.equal(new Set(found).size, found.length, `${list} by ${group}: each once`);
      const left: readonly { readonly key: string; readonly count: number }[] = groups.filter(
        ({ key }) => shut === undefined || key !== first?.key,
      );
      assert.deepEqual(
        [...new Set(found.map((line) => line.slice(0, line.lastIndexOf('/'))))],
        left.map(({ key }) => key),
      );
      for (const { key, count } of left) assert.equal(found.filter((line) => line.startsWith(`${key}/`)).length, count, `${list} ${key}`);
    }
  }
});
