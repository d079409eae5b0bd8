import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stageOfComponents, vocabulary } from '@westgate/domain';

test('the stage of a project follows from its components, whatever their order', () => {
  assert.equal(stageOfComponents([]), null);
  assert.equal(stageOfComponents(['done', 'done']), 'done');
  assert.equal(stageOfComponents(['not-started', 'not-started']), 'not-started');
  assert.equal(stageOfComponents(['done', 'not-started']), 'under-way');
  assert.equal(stageOfComponents(['not-known', 'under-way']), 'under-way');
  assert.equal(stageOfComponents(['not-known', 'done']), 'not-known');
  for (const a of vocabulary.COMPONENT_STAGES) {
    for (const b of vocabulary.COMPONENT_STAGES) {
      for (const c of vocabulary.COMPONENT_STAGES) assert.equal(stageOfComponents([a, b, c]), stageOfComponents([c, a, b]));
    }
  }
});

test('what is not known never makes a project done or not begun', () => {
  for (const known of ['done', 'not-started'] as const) assert.equal(stageOfComponents([known, known, 'not-known']), 'not-known');
});
