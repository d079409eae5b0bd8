import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { aimOf, linksOf, objectsOf, stageOf, traceOf } from '@westgate/domain';
import { day, districtOf, link, outcome } from '../district.ts';

const sentence = (id: string, position: number, cells = {}) => ({
  id,
  document: 'plan',
  paragraph: 1,
  position,
  kind: 'promise',
  ...cells,
});
const mention = (id: string, thing: string, cells = {}) => {
  const [kind, thingId] = thing.split(':');
  return { sentence: id, thing_kind: kind, thing_id: thingId, ...cells };
};

/** Two sentences: s1 promises the dike by a project on the river bank; s2 only mentions the group of works. */
const register = districtOf({
  document: [
    { id: 'plan', kind: 'plan' },
    { id: 'older', kind: 'linked-plan' },
  ],
  department: [{ id: 'water', name_en: 'Water' }],
  sentence: [sentence('s2', 2, { tags: ['aim:blue'] }), sentence('s1', 1), sentence('s3', 3)],
  commitment: [{ id: 'c1', sentence: 's1', title_en: 'Dike', verb_class: 'construct-series', owner: 'water' }],
  place: [
    { id: 'bank', name_en: 'Bank', is_site: true },
    { id: 'works', name_en: 'Works' },
    { id: 'kiln', name_en: 'Kiln', is_site: true },
    { id: 'hall', name_en: 'Hall' },
    { id: 'far', name_en: 'Far', is_site: true },
  ],
  project: [
    { id: 'dike', name_en: 'Dike', lead: 'water' },
    { id: 'oven', name_en: 'Oven' },
  ],
  event: [{ id: 'fair', name_en: 'Fair', dates: '2024-05-01', place: 'hall' }],
  park: [{ id: 'yard', name_en: 'Yard', place: 'far', project: 'oven' }],
  indicator: [{ id: 'km', name_en: 'Length', unit: 'km' }],
  mention: [mention('s2', 'place:works'), mention('s1', 'event:fair', { aim: 'red' }), mention('s3', 'place:far')],
  link: [
    link('project:dike', 'serves', 'commitment:c1'),
    link('project:dike', 'stands-on', 'place:bank'),
    link('project:oven', 'stands-on', 'place:kiln'),
    link('place:kiln', 'member-of', 'place:works'),
    link('indicator:km', 'measures', 'project:dike'),
    link('commitment:c1', 'implements', 'document:older'),
  ],
  outcome: [outcome('project:dike', 'started', '2024-03-29'), outcome('project:oven', 'completed', '2024-05-01')],
});
const trace = traceOf(register);

describe('the walk from a sentence to places and back', () => {
  it('goes through commitments, projects, venues and members', () => {
    assert.deepEqual(trace.placesOfSentence('s1'), ['hall', 'bank']);
    assert.deepEqual(trace.placesOfSentence('s2'), ['works', 'kiln']);
    assert.deepEqual(trace.placesOfCommitment('c1'), ['bank']);
    assert.deepEqual(trace.projectsOfSentence('s1'), ['dike']);
    assert.deepEqual(trace.indicatorsOfSentence('s1'), ['km']);
    assert.deepEqual(trace.commitmentsOfSentence('s1'), ['c1']);
  });
  it('never goes upward from a member to its group, nor from a place to the projects on it', () => {
    assert.deepEqual(trace.sentencesOfPlace('works'), ['s2']);
    assert.deepEqual(trace.projectsOfSentence('s2'), []);
    assert.deepEqual(trace.placesOfSentence('s3'), ['far']);
  });
  it('goes back exactly as it went', () => {
    for (const id of register.sentence.keys()) {
      for (const place of register.place.keys()) {
        assert.equal(trace.placesOfSentence(id).includes(place), trace.sentencesOfPlace(place).includes(id), `${id} ${place}`);
      }
      for (const project of register.project.keys()) {
        assert.equal(trace.projectsOfSentence(id).includes(project), trace.sentencesOfProject(project).includes(id), `${id} ${project}`);
      }
    }
    assert.deepEqual(trace.commitmentsOfPlace('bank'), ['c1']);
    assert.deepEqual(trace.commitmentsOfIndicator('km'), ['c1']);
  });
  it('is built once per register', () => {
    assert.equal(traceOf(register), trace);
  });
});

describe('the links of a record', () => {
  const ids = (kind: string, id: string) =>
    Object.fromEntries(
      Object.entries(linksOf(register, kind, id)).flatMap(([noun, reached]) =>
        reached.length === 0 ? [] : [[noun, reached.map((each: { id: string; via: string }) => `${each.id} ${each.via}`)]],
      ),
    );
  it('of a sentence, with how each stands', () => {
    assert.deepEqual(ids('sentence', 's1'), {
      commitments: ['c1 sentence'],
      places: ['hall event', 'bank commitment'],
      projects: ['dike commitment'],
      indicators: ['km commitment'],
      events: ['fair mention'],
      departments: ['water commitment'],
      documents: ['older commitment', 'plan document'],
    });
  });
  it('of a place: what stands on it and what promises it', () => {
    assert.deepEqual(ids('place', 'bank'), {
      sentences: ['s1 commitment'],
      commitments: ['c1 project'],
      projects: ['dike stands-on'],
      indicators: ['km project'],
      departments: ['water project'],
    });
    assert.deepEqual(ids('place', 'hall'), { sentences: ['s1 event'], events: ['fair venue'] });
  });
  it('of a project, a park, a department, an indicator and a linked plan', () => {
    assert.deepEqual(ids('project', 'dike'), {
      sentences: ['s1 commitment'],
      commitments: ['c1 serves'],
      places: ['bank stands-on'],
      indicators: ['km measures'],
      departments: ['water lead'],
    });
    assert.deepEqual(ids('park', 'yard'), { places: ['far park', 'kiln project'], projects: ['oven park'] });
    assert.deepEqual(ids('department', 'water'), { sentences: ['s1 commitment'], commitments: ['c1 owner'], projects: ['dike lead'] });
    assert.deepEqual(ids('indicator', 'km'), { sentences: ['s1 commitment'], commitments: ['c1 project'], projects: ['dike measures'] });
    assert.deepEqual(ids('document', 'older'), { sentences: ['s1 commitment'], commitments: ['c1 implements'] });
  });
});

describe('objects, aims and stages', () => {
  it('the objects of a commitment are what it names and what serves it', () => {
    assert.deepEqual(objectsOf(register, 'c1'), [{ kind: 'project', id: 'dike', via: 'serves' }]);
  });
  it('an aim comes from the record’s tag, its mention, or the first sentence that reaches it', () => {
    assert.equal(aimOf(register, 'sentence', 's2'), 'blue');
    assert.equal(aimOf(register, 'sentence', 's1'), 'red');
    assert.equal(aimOf(register, 'event', 'fair'), 'red');
    assert.equal(aimOf(register, 'place', 'kiln'), 'blue');
    assert.equal(aimOf(register, 'commitment', 'c1'), 'red');
    assert.equal(aimOf(register, 'place', 'far'), null);
  });
  it('the stage of a place follows the projects on it', () => {
    assert.equal(stageOf(register, 'bank', day('2024-01-31')), 'candidate');
    assert.equal(stageOf(register, 'bank', day('2024-12-31')), 'under-way');
    assert.equal(stageOf(register, 'kiln', day('2024-01-31')), 'not-known');
    assert.equal(stageOf(register, 'kiln', day('2024-12-31')), 'done');
    assert.equal(stageOf(register, 'far', day('2024-12-31')), 'candidate');
    assert.equal(stageOf(register, 'hall', day('2024-12-31')), 'not-known');
  });
});
