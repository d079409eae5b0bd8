import assert from 'node:assert/strict';
import { test } from 'node:test';
import { vocabulary } from '@westgate/domain';
import {
  type BoardItem,
  type BoardLevel,
  chokepointOf,
  isMarked,
  levelBoard,
  medianOf,
  neededFrom,
  signOf,
  staysOf,
  widthOf,
} from '../../src/screens/programme/board/level-model.ts';
import { boardItem, thing } from '../board-item.ts';

const { GATE_LEVELS, PROJECT_KINDS } = vocabulary;
const none = { zh: null, en: null };

/** Numbers from 0 up to below `of`, the same in every run. */
function seeded(seed: number): (of: number) => number {
  let state = seed;
  return (of) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * of);
  };
}

test('over 300 seeded programmes each project stands once on the board, under its level and its gate, and the heads count all of them', () => {
  const any = seeded(7);
  for (let round = 0; round < 300; round += 1) {
    const ladders = PROJECT_KINDS.slice(0, any(6)).map((kind) => ({
      kind,
      gates: GATE_LEVELS.flatMap((level, at) =>
        any(3) === 0 ? [] : [{ id: `${kind}-${at}`, position: at, name: none, level: any(9) === 0 ? null : level }],
      ),
    }));
    const items = Array.from({ length: any(40) }, (_, index): BoardItem => {
      const kind = PROJECT_KINDS[any(PROJECT_KINDS.length)] ?? 'park';
      const gates = ladders.find((ladder) => ladder.kind === kind)?.gates ?? [];
      const gate = gates[any(gates.length + 1)];
      const old = { id: 'old', position: 9, name: none, level: GATE_LEVELS[any(5)] ?? null };
      const open = any(8) === 0 ? old : (gate ?? null);
      const level = open ? open.level : (GATE_LEVELS[any(6)] ?? null);
      return boardItem(`p${index}`, {
        kind,
        gates: gates.length,
        level,
        open: open && { ...open, like: open.id },
        levelBy: open ? 'passes' : 'evidence',
      });
    });
    const { rows, levels } = levelBoard(items, ladders);
    const placed = rows.flatMap(({ kind, cells }) =>
      cells.flatMap(({ level, gates }) => gates.flatMap((box) => box.items.map((item) => ({ kind, level, box, item })))),
    );
    assert.deepEqual(placed.map(({ item }) => item.project.id).sort(), items.map(({ project }) => project.id).sort());
    for (const { kind, level, box, item } of placed) {
      assert.equal(kind, item.kind);
      assert.equal(level, item.level ?? ('none' satisfies BoardLevel));
      assert.equal(box.gate?.id ?? null, item.open?.id ?? null);
      assert.equal(box.outside === null, item.open !== null);
    }
    assert.equal(
      levels.reduce((sum, { items: here }) => sum + here.length, 0),
      items.length,
    );
    for (const { level } of levels) assert.ok(widthOf(level, rows, () => false) >= 1);
  }
});

test('a project is drawn by the gravest that holds of it, and a stay that is not known is left out of the median', () => {
  const waits = [{ of: thing('department', 'fire'), since: '2024-11-01' }];
  assert.equal(signOf(boardItem('a', { why: ['due-not-known'], waits, slipDays: 3 })), 'unanswered');
  assert.equal(signOf(boardItem('a', { why: ['late'], waits, slipDays: 3 })), 'late');
  assert.equal(signOf(boardItem('a', { why: ['reopened'], waits, slipDays: 3 })), 'reopened');
  assert.equal(signOf(boardItem('a', { why: ['unsourced', 'blocked'], waits, slipDays: 3 })), 'unsourced');
  assert.equal(signOf(boardItem('a', { why: ['blocked', 'waiting'], waits, slipDays: 3 })), 'blocked');
  assert.equal(signOf(boardItem('a', { why: ['waiting'], waits, slipDays: 3 })), 'waiting');
  assert.equal(signOf(boardItem('a', { waits, slipDays: 3 })), 'slipping');
  assert.equal(signOf(boardItem('a', { waits })), 'needing', 'what a gate needs from others is no block');
  assert.equal(signOf(boardItem('a', { waits: null, levelBy: 'passes' })), 'none', 'of a past day it is not known what the gate needed');
  assert.equal(signOf(boardItem('a', { slipDays: 3 })), 'slipping');
  assert.equal(signOf(boardItem('a')), 'silent', 'nothing is recorded of it');
  assert.equal(signOf(boardItem('a', { levelBy: 'passes' })), 'none');
  const stays = staysOf(
    [boardItem('a', { levelSince: '2024-12-01' }), boardItem('b'), boardItem('c', { levelSince: '2024-11-30' })],
    '2024-12-31',
  );
  assert.deepEqual([stays, medianOf(stays), medianOf([])], [[30, 31], 30, null]);
});

test('a head counts as blocked the projects whose reasons say so, whatever graver holds of them, and no others', () => {
  const any = seeded(11);
  const reasons = ['due-not-known', 'late', 'reopened', 'unsourced', 'blocked', 'waiting'] as const;
  const items = Array.from({ length: 400 }, (_, index) =>
    boardItem(`p${index}`, {
      level: GATE_LEVELS[any(GATE_LEVELS.length)] ?? null,
      why: reasons.filter(() => any(3) === 0),
      waits: any(2) === 0 ? [] : [{ of: thing('department', 'fire'), since: null }],
      slipDays: any(2) === 0 ? null : any(9),
    }),
  );
  for (const { level, items: here } of levelBoard(items, []).levels) {
    const own = items.filter((item) => (item.level ?? 'none') === level);
    for (const sign of ['late', 'reopened', 'unsourced', 'blocked', 'waiting'] as const)
      assert.equal(
        here.filter((item) => isMarked(item, sign)).length,
        own.reduce((sum, { why }) => sum + (why.some((each) => each === sign) ? 1 : 0), 0),
        `${level} ${sign}`,
      );
  }
  for (const item of items) assert.equal(isMarked(item, 'needing'), (item.waits ?? []).length > 0);
  assert.ok(items.every((item) => signOf(item) !== 'blocked' || item.why.some((each) => each === 'blocked')));
});

test('from whom gates need something is told once with how many projects and since when, and a row names what most of its projects lack', () => {
  const [fire, water] = [thing('department', 'fire'), thing('department', 'water')];
  const items = [
    boardItem('a', { lacks: ['opinion'], waits: [{ of: fire, since: '2024-11-10' }] }),
    boardItem('b', {
      lacks: ['opinion', 'consent'],
      waits: [
        { of: fire, since: '2024-11-01' },
        { of: null, since: null },
      ],
    }),
    boardItem('c', { lacks: ['consent'], waits: [{ of: water, since: null }] }),
    boardItem('d', { lacks: ['consent', 'consent-2'] }),
  ];
  assert.deepEqual(
    neededFrom(items).map(({ of, count, since }) => [of?.id ?? null, count, since]),
    [
      ['fire', 2, '2024-11-01'],
      [null, 1, null],
      ['water', 1, null],
    ],
  );
  const asked = ['opinion', 'consent'].map((id) => ({ id, name: { zh: id, en: id } }));
  assert.deepEqual(
    chokepointOf(items, asked),
    { name: { zh: 'opinion', en: 'opinion' }, count: 2 },
    'the gate of project d needs nobody else',
  );
  assert.equal(chokepointOf(items.slice(3), asked), null);
  const past = [boardItem('e', { missing: null, lacks: null, waits: null })];
  assert.deepEqual([neededFrom(past), chokepointOf(past, asked)], [[], null]);
});
