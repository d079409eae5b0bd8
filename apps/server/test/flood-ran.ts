import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Run } from '@westgate/contract';
import { EMPTY_DESIGN, type FloodDesign } from '@westgate/domain';
import type { TestOffice } from './office.ts';
import type { Headers } from './people-office.ts';

/** A plain of 30 × 16 cells of 20 m by the harbour that falls to the east, with a ditch along its middle. */
const [COLUMNS, ROWS, WEST, SOUTH] = [30, 16, 563_000, 5_933_000];
const height = (column: number, row: number): string => (5 - column * 0.02 + Math.min(2, Math.abs(row - 7) * 0.4)).toFixed(2);
const LINES = Array.from({ length: ROWS }, (_, row) =>
  Array.from({ length: COLUMNS }, (_, column) => height(column, ROWS - 1 - row)).join(' '),
);
const PLAIN = `ncols ${COLUMNS}\nnrows ${ROWS}\nxllcorner ${WEST}\nyllcorner ${SOUTH}\ncellsize 20\nNODATA_value -9999\n${LINES.join('\n')}\n`;

/** In the ditch, on its bank, and far from the ground. */
export const IN_DITCH = [9.955273, 53.543431] as const;
export const ON_BANK = [9.955248, 53.542353] as const;
export const FAR = [9.99, 53.55] as const;
export const DESIGN: FloodDesign = {
  ...EMPTY_DESIGN,
  inflows: [
    {
      id: 'river',
      line: [
        [9.951, 53.54335],
        [9.951, 53.54355],
      ],
      discharge: { base_m3s: 2, peak_m3s: 25, start_h: 0, rise_h: 0.3, fall_h: 0.3 },
    },
  ],
  outflows: [
    {
      id: 'out',
      line: [
        [9.95963, 53.5432],
        [9.95963, 53.5436],
      ],
      kind: 'free',
    },
  ],
  sections: [
    {
      id: 'mouth',
      name: 'Mouth',
      line: [
        [9.9585, 53.5425],
        [9.9585, 53.5445],
      ],
    },
  ],
};
const CASE = { name_en: 'River high', ground: 'harbour-plain', hours: 0.7, design: DESIGN };

/** A ground with its file and a case on it. */
export async function caseMade(
  office: Pick<TestOffice, 'desk' | 'ask'>,
  as: Headers,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const ground = { id: 'harbour-plain', name_en: 'Harbour plain', crs: 'EPSG:32632', vertical_unit: 'm', manning: 0.03, confidence: 'low' };
  await office.desk.edit(
    [
      { action: 'create', table: 'ground', fields: ground },
      { action: 'create', table: 'flood_case', fields: { id: 'river-high', ...CASE, ...more } },
    ],
    { who: 'westgate' },
  );
  const form = new FormData();
  const said = { who: 'Ada', subjectKind: 'ground', subjectId: 'harbour-plain', titleEn: 'Heights', on: '2025-01-31' };
  for (const [name, value] of Object.entries(said)) form.append(name, value);
  form.append('file', new Blob([PLAIN]), 'plain.asc');
  const answer = await office.ask('/api/v1/evidence', { method: 'POST', headers: as, body: form });
  assert.equal(answer.status, 200, await answer.text());
}

/** A run of that case that is done; its id. */
export async function ranOnce(office: Pick<TestOffice, 'send' | 'ask'>, as: Headers): Promise<string> {
  const started = await office.send('POST', '/api/v1/runs', { kind: 'flood', ask: { floodCase: 'river-high' } }, as);
  assert.equal(started.status, 200, await started.clone().text());
  const { id } = (await started.json()) as Run;
  for (;;) {
    const { items } = (await (await office.ask('/api/v1/runs', { headers: as })).json()) as { readonly items: readonly Run[] };
    const run = items.find((each) => each.id === id);
    if (run?.state === 'done') return id;
    assert.ok(run?.state === 'queued' || run?.state === 'running', JSON.stringify(run));
    await sleep(50);
  }
}
