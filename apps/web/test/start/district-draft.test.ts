import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Field, fieldsOf } from '@westgate/domain';
import { changedColumns, mergedDraft } from '../../src/screens/settings/settings-form.tsx';
import { AIM_AXIS, type AxisDraft, columnsOfDraft, draftFaults, newDraft, newValue, slugOf } from '../../src/start/district-draft.ts';
import { USUAL_UNITS } from '../../src/start/offered-units.ts';

const empty = newDraft('Asia/Shanghai');
const whole = { ...empty, id: 'mill', name: { zh: '磨坊镇', en: 'Mill Town' }, frame: ['113.2', '23.1', '113.3', '23.2'] as const };

test('an empty draft names every field that is missing, in the order of the form', () => {
  assert.deepEqual(
    draftFaults(empty, ' ').map(({ field }) => field),
    ['name', 'id', 'frame', 'who'],
  );
  assert.deepEqual(draftFaults(whole, 'Ada'), []);
  assert.equal(draftFaults({ ...whole, frame: ['113.3', '23.1', '113.2', '23.2'] }, 'Ada')[0]?.field, 'frame');
  assert.equal(draftFaults({ ...whole, timeZone: 'Asia/Nowhere' }, 'Ada')[0]?.field, 'time_zone');
});

test('what has a control of its own in the form of the district is said by its description; all other settings are typed as their kind says', () => {
  const apart = Object.entries<Field>(fieldsOf('district')).filter(
    ([column, { kind, shape }]) => shape !== undefined || kind === 'id' || column.startsWith('name_'),
  );
  assert.deepEqual(
    apart.map(([, { shape = '' }]) => shape),
    ['', '', '', 'extent', 'projection', 'time-zone', 'languages', 'axes', 'units', 'levels'],
  );
  assert.deepEqual(
    apart.filter(([column]) => column in empty.settings),
    [],
  );
  for (const typed of ['notice_zh', 'first_day', 'opens_on', 'feedback_days']) assert.ok(typed in empty.settings, typed);
});

test('names in a language the district does not keep are left out, and the system for metres is the one of the frame', () => {
  const columns = columnsOfDraft({ ...whole, languages: ['en'], units: USUAL_UNITS.slice(0, 1) });
  assert.deepEqual([columns.name_zh, columns.name_en, columns.metre_crs], [null, 'Mill Town', 'EPSG:4547']);
  assert.deepEqual(columns.units, { items: { zh: null, en: 'items' } });
  assert.equal(columnsOfDraft({ ...whole, timeZone: 'Europe/Berlin' }).metre_crs, 'EPSG:32649');
});

test('each new aim has a colour, a pattern and an id that no other has', () => {
  let aims: AxisDraft = { id: AIM_AXIS, name: { zh: '目标', en: 'Aim' }, values: [] };
  for (const _ of [1, 2, 3, 4]) aims = { ...aims, values: [...aims.values, { ...newValue(aims), name: { zh: '一', en: 'Same' } }] };
  const { axes } = columnsOfDraft({ ...whole, axes: [aims] });
  const [{ values }] = JSON.parse(JSON.stringify(axes));
  for (const key of ['id', 'colour', 'pattern'])
    assert.equal(new Set(values.map((value: Record<string, string>) => value[key])).size, 4, key);
});

test('only what was typed is sent, and what another changed meanwhile is kept', () => {
  const typed = { ...whole, name: { zh: '磨坊镇', en: 'Mill' } };
  assert.deepEqual(changedColumns(whole, typed), { name_en: 'Mill' });
  const fresh = { ...whole, settings: { ...whole.settings, notice_en: 'Sample' } };
  assert.deepEqual(mergedDraft(whole, typed, fresh), { ...fresh, name: typed.name });
  const days = { ...typed, settings: { ...typed.settings, feedback_days: '20' } };
  assert.deepEqual(changedColumns(whole, days), { name_en: 'Mill', feedback_days: 20 });
  assert.deepEqual(mergedDraft(whole, days, fresh), { ...days, settings: { ...days.settings, notice_en: 'Sample' } });
  const outside = draftFaults({ ...whole, settings: { ...whole.settings, feedback_days: '91' } }, 'Ada');
  assert.deepEqual(
    outside.map(({ field }) => field),
    ['feedback_days'],
  );
  const turned = { ...whole.settings, first_day: '2030-01-01', last_day: '2029-12-31' };
  assert.deepEqual(draftFaults({ ...whole, settings: turned }, 'Ada'), [{ field: 'first_day', word: 'settings.fault.days' }]);
  assert.equal(slugOf('Mill Town’s Éast'), 'mill-towns-east');
  assert.equal(slugOf('磨坊'), '');
});
