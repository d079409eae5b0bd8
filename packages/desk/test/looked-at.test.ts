import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { dayOf } from '@westgate/base';
import { type Desk, openDesk, readValues, takeValues, type ValueSheet } from '@westgate/desk';
import { HARBOUR } from './folders.ts';

const MONTHS = 240;
const SOURCES = ['plan-2025', 'gazette', 'contract-wall'];
const VALUES = MONTHS * SOURCES.length;
const TODAY = dayOf('2026-11-30');
const STANDARDS = { source: null, status: 'final', confidence: 'high' } as const;

let desk: Desk;
let sheet: ValueSheet;
before(async () => {
  desk = await openDesk({ memory: true, districtFolder: HARBOUR });
  sheet = await sheetOf(0);
});
after(() => desk.close());

/** A sheet of monthly values of one indicator, as three sources tell them. */
function sheetOf(more: number): Promise<ValueSheet> {
  const lines = Array.from({ length: VALUES }, (_line, n) => {
    const month = n % MONTHS;
    const period = `${2005 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
    return `doors-fitted,${period},${n + more},${SOURCES[Math.floor(n / MONTHS)]}`;
  });
  const bytes = Buffer.from(`indicator,period,value,source\n${lines.join('\n')}\n`);
  return readValues(desk.register, { bytes, fileName: 'values.csv', asking: { names: [] } });
}

const taking = (of: ValueSheet, rows: 'all' | 'clear' = 'all', standards: Parameters<typeof takeValues>[1]['standards'] = STANDARDS) =>
  takeValues(of, { standards, rows, today: TODAY });

test('what was thought out of a sheet that was looked at is what is taken of it, by whoever takes it and when', async () => {
  const { seq } = desk;
  await desk.thinkAhead(taking(sheet), { who: 'westgate' });
  assert.equal(desk.seq, seq, 'nothing is stored');
  const first = await desk.write(taking(sheet), { who: 'Lin', reason: 'of this month' });
  assert.deepEqual([first.deed?.seq, first.deed?.who, first.deed?.reason], [seq + 1, 'Lin', 'of this month']);
  assert.equal(first.counts.new, VALUES);
  const [key] = [...desk.register.indicator_value.keys()].slice(-1);
  const [since] = desk.since('indicator_value', key ?? '');
  assert.deepEqual([since?.field, since?.seq, since?.who, since?.at], ['*', seq + 1, 'Lin', first.deed?.at]);
});

test('it is thought out anew where the district is not as it stood, or something else is asked for', async () => {
  const other = await sheetOf(1);
  await desk.thinkAhead(taking(other), { who: 'westgate' });
  const held = [...desk.register.indicator_value.values()].find(({ source, period }) => source === 'gazette' && period === '2005-01');
  assert.ok(held);
  const key = `doors-fitted|actual|2005-01|gazette`;
  await desk.revise({ table: 'indicator_value', key, rev: held.rev, fields: { value: MONTHS + 1, source: 'gazette' } }, { who: 'Wang' });
  const taken = await desk.write(taking(other), { who: 'Lin' });
  assert.equal(taken.counts.changed, VALUES - 1, 'the value that another entered meanwhile is the same by now');
  assert.equal(desk.register.indicator_value.get(key)?.rev, held.rev + 1);
  await desk.undo(desk.seq, { who: 'Lin' });
  const low = taking(other, 'all', { ...STANDARDS, confidence: 'low' });
  await desk.thinkAhead(taking(other), { who: 'westgate' });
  const again = await desk.write(low, { who: 'Lin' });
  assert.equal(again.counts.changed, VALUES - 1);
});

test('of a large change that is refused nothing is told, and an undo of one brings back who recorded what it took out', async () => {
  const before = desk.register.indicator_value.size;
  const third = await sheetOf(2);
  await desk.thinkAhead(taking(third), { who: 'westgate' });
  await assert.rejects(desk.write(taking(third), { who: 'a line\nbreak' }), { code: 'WG_INPUT_INVALID' });
  const taken = await desk.write(taking(third), { who: 'Zhao' });
  assert.equal(desk.register.indicator_value.size, before);
  const key = 'doors-fitted|actual|2005-02|gazette';
  const sinceValue = () => desk.since('indicator_value', key).find(({ field }) => field === 'value');
  assert.equal(sinceValue()?.who, 'Zhao');
  await desk.undo(taken.deed?.seq ?? 0, { who: 'Lin' });
  assert.equal(sinceValue()?.who, 'Lin');
});
