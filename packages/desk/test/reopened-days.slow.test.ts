import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { addDays, type DayString, dayOf } from '@westgate/base';
import { type Desk, openDesk } from '@westgate/desk';
import { heldDayFaults } from '@westgate/domain';
import { HARBOUR } from './folders.ts';
import { seeded } from './seeded.ts';

const BY = { who: 'Ada' };
const DEEDS = 40;
/** A clock that runs ahead of that of the store: what is written by it may lie after the day of its deed. */
const now = (): Date => new Date('2037-01-01T12:00:00Z');

/** What counts of the held register and what does not. */
function judged(desk: Desk): unknown {
  const faults = heldDayFaults(desk.held()).map(({ table, key, column, why }) => `${table} ${key} ${column} ${why}`);
  return {
    faults: faults.sort(),
    outcomes: [...desk.register.outcome],
    milestones: [...desk.register.milestone],
    held: [...desk.held().outcome],
  };
}

test('what was ahead when it was written is the same before and after the desk is opened again', async () => {
  const dataDir = await mkdtemp(join(tmpdir(), 'westgate-days-'));
  const dice = seeded(7);
  const one = <T>(from: readonly T[]): T => {
    const found = from[Math.floor(dice() * from.length)];
    assert.ok(found !== undefined);
    return found;
  };
  try {
    let desk = await openDesk({ dataDir, districtFolder: HARBOUR, now });
    const began = dayOf((await desk.deed(1))?.at.slice(0, 10) ?? '');
    const day = (): DayString => addDays(began, Math.floor(dice() * 700) - 200);
    const [project] = desk.register.project.keys();
    const done: number[] = [];
    for (let turn = 0; turn < DEEDS; turn += 1) {
      const way = dice();
      const own = [...desk.held().outcome.values()].filter(({ id }) => id.startsWith('w'));
      if (own.length < 5 || way < 0.4) {
        const dates = way < 0.1 ? day().slice(0, 7) : day();
        const fields = { id: `w${turn}`, subject_kind: 'project', subject_id: project, what: 'progress', dates, confidence: 'high' };
        done.push((await desk.edit([{ action: 'create', table: 'outcome', fields }], BY)).deed.seq);
      } else if (way < 0.8) {
        const { id: key, rev } = one(own);
        const fields = way < 0.6 ? { note_en: `turn ${turn}` } : { dates: day() };
        done.push((await desk.revise({ table: 'outcome', key, rev, fields }, BY)).seq);
      } else if (way < 0.9) {
        const { id: key, rev } = one(own);
        done.push((await desk.edit([{ action: 'withdraw', table: 'outcome', key, rev }], BY)).deed.seq);
      } else {
        const last = done.pop();
        if (last !== undefined) await desk.undo(last, BY);
      }
    }
    const live = judged(desk);
    assert.ok(heldDayFaults(desk.held()).length > 2, 'some were ahead');
    await desk.close();
    desk = await openDesk({ dataDir, now });
    assert.deepEqual(judged(desk), live);
    await desk.close();
  } finally {
    await rm(dataDir, { recursive: true });
  }
});
