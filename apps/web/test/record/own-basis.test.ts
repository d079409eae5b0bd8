import assert from 'node:assert/strict';
import { test } from 'node:test';
import { basedOf } from '@westgate/domain';
import { layoutOf } from '../../src/record/form/form-layout.ts';
import { emptyValues, type FormValues } from '../../src/record/form/form-values.ts';
import { changedColumns, withBases, withTyped } from '../../src/record/form/own-basis.ts';

const read: FormValues = {
  ...emptyValues('project'),
  name_en: 'Wall',
  kind: 'park',
  due_on: '2025-05-05',
  due_basis_en: 'the contract',
  due_source: 'S1',
  lead: 'works',
  lead_basis_en: 'by its task',
};
const names = (values: FormValues): readonly string[] =>
  withBases('project', read, values, layoutOf('project', false)).first.map(({ name }) => name);

test('a new value empties the basis of the old one in the form, and asks for it right behind the value', () => {
  const values = withTyped('project', read, read, 'due_on', '2025-06-06');
  assert.deepEqual([values.due_basis_en, values.due_source, values.lead_basis_en], ['', '', 'by its task']);
  assert.deepEqual(names(read), ['name', 'kind', 'lead', 'due_on']);
  assert.deepEqual(names(values), ['name', 'kind', 'lead', 'due_on', 'due_basis', 'due_source']);
  assert.deepEqual(changedColumns('project', values, read), { due_on: '2025-06-06', due_basis_en: null, due_source: null });
  assert.deepEqual(withTyped('project', read, values, 'due_on', '2025-05-05'), read);
});

test('the same source said again for a new value is sent, so that it holds for that one', () => {
  const values = withTyped('project', read, withTyped('project', read, read, 'due_on', '2025-06-06'), 'due_source', 'S1');
  assert.deepEqual(changedColumns('project', values, read), { due_on: '2025-06-06', due_basis_en: null, due_source: 'S1' });
});

test('another column touches no basis, and a new record has none to lose', () => {
  assert.deepEqual(withTyped('project', read, read, 'note_en', 'x'), { ...read, note_en: 'x' });
  const fresh = { ...emptyValues('project'), due_source: 'S1' };
  assert.deepEqual(withTyped('project', null, fresh, 'due_on', '2025-06-06'), { ...fresh, due_on: '2025-06-06' });
});

test('every basis of a form is emptied with its value', () => {
  for (const kind of [
    'project',
    'place',
    'commitment',
    'indicator',
    'event',
    'department',
    'document',
    'gate',
    'component',
    'milestone',
  ] as const) {
    for (const { value, basis } of basedOf(kind)) {
      const held: FormValues = { ...emptyValues(kind), ...Object.fromEntries([...value, ...basis].map((column) => [column, 'old'])) };
      const typed = withTyped(kind, held, held, value[0] ?? '', 'new');
      for (const column of basis) assert.notEqual(typed[column], 'old', `${kind}.${column}`);
    }
  }
});
