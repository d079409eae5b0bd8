import assert from 'node:assert/strict';
import { test } from 'node:test';
import { described, entryColumns, entryName, fieldsOf, MADE_KINDS, PLURALS } from '@westgate/domain';
import { ProblemError } from '../../src/api/client.ts';
import { formKind } from '../../src/api/form-kinds.ts';
import { catalogueIn, isWordId } from '../../src/messages/words.ts';
import { valueWordId } from '../../src/record/form/field-words.ts';
import { layoutOf } from '../../src/record/form/form-layout.ts';
import { columnsFrom, emptyValues, faultsOf, mergedValues, valuesOf } from '../../src/record/form/form-values.ts';
import { creationEdits, openedForm } from '../../src/record/form/new-record.ts';
import { unitFaults } from '../../src/record/form/new-unit.ts';
import { changedColumns } from '../../src/record/form/own-basis.ts';
import { serverFaults } from '../../src/record/form/server-faults.ts';

const DISTRICT = { id: 'd', rev: 3, units: [{ code: 'doors', name: { zh: '扇', en: 'doors' } }] };
/** Names of texts are known once a catalogue is here. */
await catalogueIn('en');
const KINDS = [...MADE_KINDS, 'sentence'] as const;

test('every column that may be edited stands in its form once, and has its name and its words', () => {
  for (const kind of KINDS) {
    const { first, more } = layoutOf(kind, true);
    const columns = [...first, ...more].flatMap(entryColumns);
    assert.equal(new Set(columns).size, columns.length, kind);
    // The day a record is asked for reports from is said by the deed that makes it.
    // What the table leaves out of its form is said by actions of its own.
    const apart: readonly string[] = ['asked_from', ...(described(kind).form?.without ?? [])];
    const left = Object.keys(fieldsOf(kind)).filter((column) => !columns.includes(column) && !apart.includes(column));
    if (kind !== 'sentence') assert.deepEqual(left, [], kind);
    for (const entry of [...first, ...more]) {
      assert.ok(
        entryName(kind, entry.name),
        `${kind}.${entry.name} is called nothing: give its field a label, or column-names.ts an entry`,
      );
      for (const value of entry.field.values ?? [])
        assert.ok(
          entry.field.names?.[value] ?? valueWordId(kind, entry.name, value),
          `${kind}.${entry.name}: its field must say the name of ${value}`,
        );
    }
    assert.ok(kind === 'sentence' || isWordId(`nouns.${kind}`), kind);
    assert.equal(formKind(kind), kind);
    assert.ok(PLURALS[kind]);
  }
  assert.equal(formKind('district'), null);
});

test('a project is opened with six fields', () => {
  const { first, ties } = layoutOf('project', true);
  assert.equal(first.length + ties.length, 6);
  assert.deepEqual(
    first.map(({ name }) => name),
    ['name', 'kind', 'lead', 'due_on'],
  );
});

test('a project, what it serves and where it stands become one deed', () => {
  const opened = openedForm('project', { kind: 'place', id: 'mill' }, '2026-01-01', null);
  const ties = opened.ties.map((each) => (each.tie.relation === 'serves' ? { ...each, picked: { kind: 'commitment', id: 'c1' } } : each));
  const { edits, at } = creationEdits(
    'project',
    { ...opened.values, name_en: 'Rope', kind: 'heritage', due_on: '2026-01-31' },
    ties,
    DISTRICT,
  );
  assert.equal(at, 0);
  assert.deepEqual(edits.map((edit) => ('fields' in edit ? edit.fields : {})).slice(1), [
    { relation: 'serves', from_kind: 'project', from_id: '$0', to_kind: 'commitment', to_id: 'c1' },
    { relation: 'stands-on', from_kind: 'project', from_id: '$0', to_kind: 'place', to_id: 'mill' },
  ]);
  const [made] = edits;
  assert.ok(made?.action === 'create' && !('id' in made.fields) && made.fields.due_on === '2026-01-31' && made.fields.lead === null);
});

test('a form opened from a record fills in the column that points to it', () => {
  assert.equal(openedForm('commitment', { kind: 'sentence', id: 'p1s2' }, '2026-01-01', null).values.sentence, 'p1s2');
  assert.equal(openedForm('project', { kind: 'department', id: 'works' }, '2026-01-01', null).values.lead, 'works');
  assert.equal(openedForm('event', { kind: 'place', id: 'mill' }, '2026-01-01', null).values.place, 'mill');
  // Who may change the records of one department alone makes one of it, unless another is meant.
  assert.equal(openedForm('issue', { kind: 'project', id: 'p' }, '2026-01-01', 'housing').values.owner, 'housing');
  assert.equal(openedForm('project', { kind: 'department', id: 'works' }, '2026-01-01', 'housing').values.lead, 'works');
});

test('a unit that the district lacks is given to it in the same deed, named in each of its languages', () => {
  const values = { ...emptyValues('indicator'), name_en: 'Visitors', unit: '+', new_unit_en: 'doors', new_unit_zh: '' };
  assert.deepEqual(
    unitFaults(values, { languages: ['zh', 'en'] }).map(({ field }) => field),
    ['new_unit_zh'],
  );
  const { edits, at } = creationEdits(
    'indicator',
    values,
    [{ tie: { relation: 'measures', from: true, kinds: ['project'] }, picked: { kind: 'project', id: 'p' } }],
    DISTRICT,
  );
  assert.equal(at, 1);
  const [unit, indicator, link] = edits;
  assert.ok(unit?.action === 'revise' && unit.table === 'district' && unit.rev === 3);
  assert.deepEqual(unit.fields.units, { doors: { zh: '扇', en: 'doors' }, 'doors-2': { zh: null, en: 'doors' } });
  assert.ok(indicator?.action === 'create' && indicator.fields.unit === 'doors-2');
  assert.ok(link?.action === 'create' && link.fields.from_id === '$1');
});

test('what is lacking or malformed is told at each field; a position without its shape, basis or reason as well', () => {
  const place = emptyValues('place');
  const told = (values: typeof place): readonly string[] => faultsOf('place', values, true).map(({ field }) => field);
  assert.deepEqual(told(place), ['name', 'kind']);
  const named = { ...place, name_zh: '磨坊', kind: 'factory' };
  assert.deepEqual(told(named), []);
  assert.deepEqual(told({ ...named, position: 'known' }), ['geometry']);
  assert.deepEqual(told({ ...named, position: 'assumed', geometry: { type: 'Point', coordinates: [9, 53] } }), ['position_basis']);
  assert.deepEqual(told({ ...named, position: 'none' }), ['no_place_reason']);
  assert.deepEqual(told({ ...named, id: 'two words' }), ['id']);
  const event = { ...emptyValues('event'), name_en: 'Day', dates: 'soon', confidence: 'low' };
  assert.deepEqual(
    faultsOf('event', event, true).map(({ field }) => field),
    ['dates'],
  );
});

test('a place that is no longer placed loses its shape, one that is placed loses the reason why it was not', () => {
  const values = { ...emptyValues('place'), position: 'not-known', geometry: { type: 'Point' as const, coordinates: [9, 53] as const } };
  assert.equal(columnsFrom('place', values).geometry, null);
  const placed = { ...values, position: 'known', no_place_reason_en: 'nobody knows' };
  assert.equal(columnsFrom('place', placed).no_place_reason_en, null);
});

test('only what was changed is sent, and a row reads back as it was', () => {
  const row = { name_zh: '甲', name_en: null, kind: 'heritage', tags: ['aim:beauty'], due_on: '2026-01-31', lead: null };
  const read = valuesOf('project', row);
  assert.deepEqual(changedColumns('project', read, read), {});
  assert.deepEqual(changedColumns('project', { ...read, due_on: '', tags: [] }, read), { due_on: null, tags: [] });
});

test('beside another’s change what was typed is kept, what was left alone takes theirs, what both changed is named', () => {
  const read = valuesOf('project', { name_en: 'A', kind: 'heritage', tags: [] });
  const typed = { ...read, name_en: 'B', tags: ['aim:beauty'] };
  const now = { ...read, name_en: 'C', kind: 'park' };
  const { values, clashes, isTaken } = mergedValues(typed, read, now);
  assert.deepEqual([values.name_en, values.kind, values.tags], ['B', 'park', ['aim:beauty']]);
  assert.deepEqual(clashes, [{ field: 'name_en', theirs: 'C' }]);
  assert.equal(isTaken, true);
});

test('what the server refuses of single columns is told there; a refusal of another edit is told as a whole', () => {
  const problem = { type: '', title: '', status: 400, code: 'WG_INPUT_INVALID', detail: 'x', requestId: 'r' };
  const refusal = (details: Readonly<Record<string, unknown>>) => new ProblemError('x', { ...problem, details: { ...details } }, false);
  const faults = [{ field: 'clause_en', expected: 'words of the sentence', found: 'others' }];
  assert.deepEqual(serverFaults(refusal({ faults, edit: 0 }), ['clause_en']), [
    { field: 'clause_en', told: 'words of the sentence; others' },
  ]);
  assert.deepEqual(serverFaults(refusal({ faults, edit: 1 }), ['clause_en']), []);
  assert.deepEqual(serverFaults(refusal({ issues: [{ field: 'edits.0.fields.kind', message: 'wrong' }] }), ['kind']), [
    { field: 'kind', told: 'wrong' },
  ]);
  assert.deepEqual(serverFaults(refusal({ why: 'review', fields: ['due_on', 'lead'] }), ['lead', 'kind']), [
    { field: 'lead', word: 'pending.fault.review' },
  ]);
  assert.deepEqual(serverFaults(new Error('x'), ['kind']), []);
});

test('in Chinese what the server refuses is never told in English: what it says in Chinese, else what its code means', async (t) => {
  await catalogueIn('zh');
  Object.assign(globalThis, { document: { documentElement: { lang: 'zh-CN' } } });
  t.after(() => Reflect.deleteProperty(globalThis, 'document'));
  const told = (details: Readonly<Record<string, unknown>>) => {
    const problem = { type: '', title: '', status: 400, code: 'WG_INPUT_INVALID', detail: 'x', requestId: 'r', details: { ...details } };
    return serverFaults(new ProblemError('x', problem, false), ['kind']);
  };
  const fault = { field: 'kind', code: 'unknown-word', expected: 'one of a, b', found: 'other JSON' };
  const issue = { field: 'fields.kind', message: 'wrong, got 1' };
  assert.deepEqual(told({ faults: [{ ...fault, expectedZh: '以下之一：a、b', found: 'c' }] }), [
    { field: 'kind', told: '以下之一：a、b；c' },
  ]);
  assert.deepEqual(told({ faults: [{ ...fault, expectedZh: '一个对象', foundZh: '别的 JSON' }] }), [
    { field: 'kind', told: '一个对象；别的 JSON' },
  ]);
  assert.deepEqual(told({ issues: [{ ...issue, messageZh: '不合要求，现为 1' }] }), [{ field: 'kind', told: '不合要求，现为 1' }]);
  assert.deepEqual(told({ faults: [fault] }), [{ field: 'kind', word: 'fault.unknown-word' }]);
  assert.deepEqual(told({ issues: [issue] }), [{ field: 'kind', word: 'problem.WG_INPUT_INVALID' }]);
});
