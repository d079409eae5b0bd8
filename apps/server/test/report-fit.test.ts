import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthlyContentOf, NO_NARRATIVE, type Register, reportContentOf } from '@westgate/domain';
import { LIMITS } from '../src/http/limits.ts';
import { reportDetail } from '../src/present/report.ts';
import { statesOf } from '../src/view/states.ts';
import { viewOf } from '../src/view/view.ts';
import { registerFrom, seededRows } from './attention/seeded-district.ts';

/** Lists that do not grow with the records of a district: what an axis, the plans and the years have. */
const SHORT = new Set(['aims', 'plans', 'plansOver', 'yearsWithoutHolidays']);

/** A seeded district in which every list of both kinds of report has something in it. */
function contents() {
  for (let seed = 1; seed < 500; seed += 1) {
    const { rows: seeded, asOf } = seededRows(seed);
    const rows = { ...seeded, indicator: [{ id: 'i0', name_en: 'Indicator', unit: 'count' }] };
    const register: Register = registerFrom(rows);
    const report = reportContentOf(register, asOf);
    const { attention, commitments, gaps, indicators } = report;
    const lists = [attention?.records ?? [], attention?.events ?? [], attention?.matters ?? [], commitments, gaps, indicators];
    if (lists.every((list) => list.length > 0)) {
      const month = monthlyContentOf(register, asOf.slice(0, 7), NO_NARRATIVE, { asOf });
      if (month.groups.some((group) => group.rows.length > 0)) return { rows, asOf, report, month };
    }
  }
  throw new Error('no seed gives a district with something in every list');
}

/** The value with each list that grows made so long that it has `bytes`. */
function grown(value: unknown, bytes: (name: string) => number, name = ''): unknown {
  if (Array.isArray(value)) {
    const each = name === 'groups' ? value.map((item: unknown) => grown(item, bytes)) : value;
    const size = JSON.stringify(each).length;
    const times = SHORT.has(name) || name === 'groups' || value.length === 0 ? 1 : Math.max(1, Math.ceil(bytes(name) / size));
    return Array.from({ length: times }, () => each).flat();
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, grown(held, bytes, key)]));
}

/** How many things stand in the lists of a value that grow. */
function counted(value: unknown, name = ''): number {
  if (Array.isArray(value)) {
    if (name === 'groups') return value.reduce<number>((sum, item: unknown) => sum + counted(item), 0);
    return SHORT.has(name) ? 0 : value.length;
  }
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, held]) => sum + counted(held, key), 0);
}

const { rows, asOf, report, month } = contents();
const FILLED = ['commitments', 'gaps', 'indicators', 'sources', 'records', 'events', 'matters', 'rows'];

for (const [kind, content] of [
  ['on the promises', report],
  ['of a month', month],
] as const) {
  test(`a report ${kind} is answered within the limit, whichever of its lists are long, and says how much it leaves out`, () => {
    for (const long of [...FILLED, 'every list']) {
      const frozen = grown(content, (name) => (long === 'every list' || long === name ? 1_200_000 : 40_000));
      const held = {
        id: 'report-1',
        number: 1,
        title_zh: '报告',
        title_en: 'Report',
        as_of: asOf,
        made_on: asOf,
        head_seq: 1,
        head_hash: '',
        content: frozen,
      };
      const register = registerFrom({ ...rows, report: [{ ...held, hash: '', visibility: 'district' }] });
      const detail = reportDetail(viewOf(statesOf(register, asOf), { seq: 1, today: asOf, placesSince: null, changed: () => null }), 1);
      const bytes = Buffer.byteLength(JSON.stringify(detail));
      assert.ok(bytes <= LIMITS.answerBytes, `${long}: ${bytes} bytes`);
      assert.equal(counted(detail.content) + detail.leftOut, counted(frozen), `${long}: what is left out is counted`);
    }
  });
}
