import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FloodDesign } from '@westgate/domain';
import { caseMade, DESIGN, FAR, IN_DITCH } from './flood-ran.ts';
import { PLENTY } from './office.ts';
import { join, openPeopleOffice } from './people-office.ts';

const office = await openPeopleOffice({ limits: PLENTY });
await join(office, 'Root', null);
const { as } = await join(office, 'Ada', ['programme-office']);
await caseMade(office, as);
const look = (design: unknown) => office.send('POST', '/api/v1/flood-cases/river-high/preview', { design }, as);
const gate = (from: readonly [number, number], id = 'inlet'): FloodDesign['structures'][number] => ({
  ...{ id, name: 'Inlet', kind: 'gate', from, to: IN_DITCH, crest_m: 4, width_m: 5, full_m: 2, rate_m_per_min: 1, opening_m: 0 },
  failures: [],
});
const far = (east: number): readonly [number, number] => [FAR[0] + east, FAR[1]];

test('a design is looked at; a part that lies where it cannot is named with what was expected of it', async () => {
  const good = await look({ ...DESIGN, gauges: [{ id: 'g', name: 'Ditch', at: IN_DITCH }] });
  assert.equal(good.status, 200, await good.clone().text());
  const wrong: readonly [Partial<Record<keyof FloodDesign, unknown>>, RegExp][] = [
    [{ gauges: [{ id: 'bridge', name: 'Bridge', at: FAR }] }, /bridge: expected it on ground with heights/],
    [{ structures: [gate(FAR)] }, /inlet: expected it on ground with heights/],
    [{ crests: [{ id: 'dike', line: [far(0), far(0.01)], crest_m: 9 }] }, /dike: expected it on ground with heights/],
    [{ sections: [{ id: 'mouth', name: 'Mouth', line: [IN_DITCH, IN_DITCH] }] }, /mouth: expected two ends, found the same point twice/],
    [
      {
        outflows: [
          {
            id: 'out',
            kind: 'free',
            line: [
              [9.9555, 53.5432],
              [9.9555, 53.5436],
            ],
          },
        ],
      },
      /out: expected it on the rim of the ground, found it some \d+ m within/,
    ],
    [{ gauges: [{ id: 'constructor', name: 'Bridge', at: IN_DITCH }] }, /gauges\.0\.id: expected letters, digits/],
    [{ structures: [gate(IN_DITCH, '__proto__')] }, /structures\.0\.id: expected letters, digits/],
  ];
  for (const [parts, said] of wrong) {
    const answer = await look({ ...DESIGN, ...parts });
    const text = await answer.text();
    assert.equal(answer.status, 400, text);
    assert.match(text, said);
  }
});
