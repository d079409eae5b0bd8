import assert from 'node:assert/strict';
import { test } from 'node:test';
import { boxOf, fromSheet, linesIn, moved, SHEET, sizeKm, toSheet, viewOn, zoomed } from '../../src/start/graticule-view.ts';

const view = viewOn([113.2, 23.1, 113.3, 23.2]);

test('a point of the sheet and its position lead to each other, and a frame fills most of the sheet', () => {
  const [lng, lat] = fromSheet(view, [100, 300]);
  const [x, y] = toSheet(view, [lng, lat]);
  assert.ok(Math.abs(x - 100) < 1e-6 && Math.abs(y - 300) < 1e-6);
  const [left, top] = toSheet(view, [113.2, 23.2]);
  const [right, bottom] = toSheet(view, [113.3, 23.1]);
  assert.ok(left > 0 && top > 0 && right < SHEET.width && bottom < SHEET.height);
  assert.ok(bottom - top > SHEET.height / 2 || right - left > SHEET.width / 2);
});

test('the graticule has a few lines at every scale, and the view stays in the world', () => {
  for (let near = view; near.span < 300; near = zoomed(near, 2)) {
    const { meridians } = linesIn(near);
    assert.ok(meridians.length >= 2 && meridians.length <= 12, `${near.span}: ${meridians.length}`);
  }
  assert.ok(moved({ lng: 179, lat: 80, span: 300 }, 1, 1).lng <= 180);
  assert.deepEqual(boxOf([2, 1], [1, 3]), [1, 1, 2, 3]);
  const [width, height] = sizeKm([0, 0, 1, 1]);
  assert.ok(Math.abs(width - 111.3) < 0.2 && Math.abs(height - 111.3) < 0.2);
});
