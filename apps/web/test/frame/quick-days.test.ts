import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { District } from '@westgate/contract';
import { quickDays } from '../../src/frame/quick-days.ts';
import { NO_DISTRICT } from '../../src/scope/no-district.ts';

const document = (kind: District['documents'][number]['kind'], covers: string | null): District['documents'][number] => ({
  ...{ id: `${kind} ${covers}`, title: { zh: null, en: null }, wording: 'official', publisher: { zh: null, en: null }, publishedOn: null },
  ...{ source: null, note: { zh: null, en: null }, rev: 1, sentenceCount: 0, implementedBy: [], implementedByCount: 0, kind, covers },
});
const offered = (documents: District['documents'], today: string): readonly string[] =>
  quickDays({ ...NO_DISTRICT, documents, today }).map(({ on }) => on);

test('today is offered first, then the last day of each own plan, the latest first, each day once', () => {
  const plans = [document('plan', '2024'), document('plan', '2025-01-01/2025-12-31'), document('plan', '2025'), document('plan', null)];
  assert.deepEqual(offered(plans, '2026-11-28'), ['2026-11-28', '2025-12-31', '2024-12-31']);
  assert.deepEqual(offered(plans, '2024-12-31'), ['2024-12-31', '2025-12-31']);
  assert.deepEqual(
    offered([document('linked-plan', '2022/2025')], '2026-11-28'),
    ['2026-11-28'],
    'a plan that is only referred to ends no year here',
  );
});
