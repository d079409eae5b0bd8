import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mapName } from '../src/tiles/map-name.ts';

test('a long name stands on the map in its short form', () => {
  assert.equal(mapName('某某重型特殊机器有限公司（某机）', 'zh'), '某机');
  assert.equal(mapName('某某发电总厂（某某热电）', 'zh'), '某某发电总厂');
  assert.equal(mapName('某地发展行动计划纲要（2022-2025年）', 'zh'), '某地发展行动计划纲要');
  assert.equal(mapName('某某河某某段滞（蓄）洪区', 'zh'), '某某河某某段滞（蓄）洪区');
  assert.equal(mapName('某厂一高炉·科幻大乐园', 'zh'), '某厂一高炉');
  assert.equal(mapName('某地·银行保险产业园', 'zh'), '某地·银行保险产业园');
  assert.equal(mapName('Old Mill (built in the last century)', 'en'), 'Old Mill');
  assert.equal(mapName('Blast Furnace / International Convention Centre', 'en'), 'Blast Furnace');
  assert.equal(mapName('Old Mill', 'en'), 'Old Mill');
});
