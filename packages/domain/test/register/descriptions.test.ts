import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  described,
  FOLDER_TABLES,
  fieldsOf,
  isOfTheOffice,
  LINKED_KINDS,
  MADE_KINDS,
  pointersOf,
  recordsBelow,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@westgate/domain';

/** What becomes of the rows of each table when a record they point to is taken out: + goes with it, - goes on without, ! holds it back. */
const RESTS: Readonly<Record<TableName, string>> = {
  district: '',
  source: '',
  department: '-source',
  calendar_day: '-source',
  update_rule: '',
  document: '-source',
  sentence: '!document',
  commitment: '!sentence -owner -due_source',
  place: '-source',
  feature: '+place -source',
  project: '-lead -due_source',
  event: '-place -source',
  park: '-place -project',
  indicator: '-source',
  mention: '+sentence +thing_id',
  text_question: '!document !sentence -commitment -mention_id',
  draft_refusal: '!sentence',
  term: '',
  recipe: '-document',
  gate: '-source',
  requirement: '+gate -department',
  review_rule: '-source',
  pending_change: '+subject_id',
  supervision: '+subject_id -source !lead +requirement',
  supervision_department: '+supervision +department',
  supervision_step: '+supervision -department',
  evidence: '+subject_id -requirement',
  requirement_answer: '+project !requirement -department',
  gate_pass: '+project !gate -kept_as',
  admission: '+project',
  milestone: '+project',
  dependency: '+from_id +to_id',
  component: '+project -source',
  planned_amount: '+project -source',
  monthly_progress: '+project -reporter',
  link: '+from_id +to_id -source',
  indicator_value: '+indicator !source',
  figure: '+subject_id !source',
  outcome: '+subject_id -source',
  status_update: '+subject_id -waits_for -reporter',
  comment: '+subject_id +reply_to',
  comment_department: '+comment +department',
  report: '',
  account: '',
  assignment: '+subject_id +person',
  outside_link: '+subject_id',
  saved_view: '',
};

test('what goes with a record, what goes on without it and what holds it back is as it was decided, for every table', () => {
  const found = TABLE_NAMES.map((table) => {
    const rests = pointersOf(table).map(({ column, optional, goesWith }) => `${goesWith ? '+' : optional ? '-' : '!'}${column}`);
    return [table, rests.join(' ')];
  });
  assert.deepEqual(Object.fromEntries(found), RESTS);
});

/** The records that tell who may know of a row, the first of which decides whose it is; tables that are not here stand by themselves. */
const BELOW: Readonly<Partial<Record<TableName, string>>> = {
  sentence: 'document=document',
  commitment: 'sentence=sentence',
  feature: 'place=place',
  mention: 'sentence=sentence event=thing_id',
  text_question: 'document=document',
  draft_refusal: 'sentence=sentence',
  pending_change: 'event=subject_id',
  supervision: 'event=subject_id',
  supervision_department: 'supervision=supervision',
  supervision_step: 'supervision=supervision',
  evidence: 'event=subject_id',
  requirement_answer: 'project=project',
  gate_pass: 'project=project',
  admission: 'project=project',
  milestone: 'project=project',
  dependency: 'event=to_id event=from_id',
  component: 'project=project',
  planned_amount: 'project=project',
  monthly_progress: 'project=project',
  link: 'event=from_id event=to_id',
  indicator_value: 'indicator=indicator',
  figure: 'event=subject_id',
  outcome: 'event=subject_id',
  status_update: 'event=subject_id',
  comment: 'event=subject_id',
  comment_department: 'comment=comment',
  assignment: 'event=subject_id',
  outside_link: 'event=subject_id',
};

test('the records that tell who may know of a row are as they were decided, for every table', () => {
  const found = TABLE_NAMES.flatMap((table) => {
    const row = Object.fromEntries(Object.keys(fieldsOf(table)).map((column) => [column, column.endsWith('_kind') ? 'event' : column]));
    const below = recordsBelow(table, { ...row, rev: 1 }).map(([kind, id]) => `${kind}=${id}`);
    return below.length === 0 ? [] : [[table, below.join(' ')]];
  });
  assert.deepEqual(Object.fromEntries(found), BELOW);
});

test('who did not sign in is never told of the work of the office, and of everything else as far as it is public', () => {
  assert.deepEqual(
    TABLE_NAMES.filter((table) => !isOfTheOffice(table)),
    [
      ...['district', 'source', 'department', 'calendar_day', 'document', 'sentence', 'commitment', 'place', 'feature', 'project', 'event'],
      ...['park', 'indicator', 'mention', 'gate', 'requirement', 'gate_pass', 'admission', 'milestone', 'dependency', 'component', 'link'],
      ...['indicator_value', 'figure', 'outcome', 'report'],
    ],
  );
});

test('a table is described whole: what is said of it fits its columns, and nothing that follows from another part of it is missing', () => {
  for (const table of TABLE_NAMES) {
    const { label, of, goesWith, owner, audience, was = {}, forDistrict = [], search, form, page, address, written } = described(table);
    const columns = Object.keys(fieldsOf(table));
    const pointers = pointersOf(table).map(({ column }) => column);
    for (const text of Object.values(label)) assert.notEqual(text.trim(), '', table);
    assert.match(label.zh, /\p{Script=Han}/u, table);
    for (const column of [...of, ...goesWith]) assert.ok(pointers.includes(column), `${table}.${column} leads to a record`);
    for (const column of [...Object.keys(was), ...forDistrict, ...(owner ? [owner] : [])])
      assert.ok(columns.includes(column), `${table}.${column}`);
    assert.equal(FOLDER_TABLES.includes(table) || audience === 'office', true, `${table}: what no folder holds is the office's`);
    if (audience !== 'office') assert.equal(audience === 'own', columns.includes('visibility'), `${table}: whose visibility`);
    if (audience === 'record') assert.ok(of.length > 0, `${table}: as widely known as which record`);
    assert.equal(search !== undefined, page === 'linked' || page === 'plain', `${table}: what has a page with links is searched`);
    if (page !== undefined) assert.notEqual(address, undefined, `${table}: what has a page has an address`);
    if (page === 'linked') assert.notEqual(form, undefined, `${table}: what has a page with links has a form`);
    if (form) assert.notEqual(typeof written, 'object', `${table}: what has a form is written by it, or with its text`);
    if ('named' in TABLES[table]) assert.ok(columns.includes(`${TABLES[table].named}_zh`), `${table}: its named pair`);
  }
});

test('the kinds of records that have pages are told in the order of the vocabulary', () => {
  const beside = ['event', 'park', 'department', 'document'];
  assert.deepEqual(LINKED_KINDS, ['sentence', 'commitment', 'place', 'project', 'indicator', ...beside]);
  assert.deepEqual(MADE_KINDS, [...LINKED_KINDS.slice(1), 'source']);
});
