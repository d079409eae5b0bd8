import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  columnWords,
  computedOf,
  described,
  entriesOf,
  entryName,
  FOLDER_TABLES,
  fieldsOf,
  isOfTheOffice,
  isPlain,
  LINKED_KINDS,
  MADE_KINDS,
  PLAIN_KINDS,
  pointersOf,
  recordsBelow,
  TABLE_NAMES,
  TABLES,
  type TableName,
} from '@westgate/domain';

test('an optional choice or record of which the description says what empty means says it on the screen, too', () => {
  const silent = TABLE_NAMES.flatMap((table) =>
    Object.entries(fieldsOf(table)).flatMap(([column, { kind, optional, about, none }]) =>
      optional && ['enum', 'ref'].includes(kind) && /\bempty\b|\bnone\b/.test(about.en) && !none ? [`${table}.${column}: ${about.en}`] : [],
    ),
  );
  assert.deepEqual(silent, []);
});

/** What a person decides of a table, beside its description: from what is written there it follows without another look. */
type Decided = readonly [
  /** What becomes of its rows when a record they point to is taken out: + goes with it, - goes on without, ! holds it back. */
  rests: string,
  /** The records that tell who may know of a row, `kind=column` each, the first of which decides whose it is; none: it stands by itself. */
  below: string,
  /** Whether who did not sign in is told of it, as far as it is public, or never, as it is the work of the office. */
  told: 'public' | 'office',
];

const DECIDED: Readonly<Record<TableName, Decided>> = {
  district: ['', '', 'public'],
  source: ['', '', 'public'],
  department: ['-source', '', 'public'],
  calendar_day: ['-source', '', 'public'],
  update_rule: ['', '', 'office'],
  document: ['-source', '', 'public'],
  sentence: ['!document', 'document=document', 'public'],
  commitment: ['!sentence -owner -due_source -parent', 'sentence=sentence', 'public'],
  place: ['-source', '', 'public'],
  feature: ['+place -source', 'place=place', 'public'],
  project: ['-lead -due_source', '', 'public'],
  event: ['-place -source', '', 'public'],
  park: ['-place -project', '', 'public'],
  building: ['+park -place -owner -source', 'park=park', 'public'],
  indicator: ['-owner -source', '', 'public'],
  issue: ['-owner -indicator -commitment -project -place -source', '', 'public'],
  meeting: ['-convener -source', '', 'public'],
  decision: ['+meeting -owner -issue -commitment -project -place -event', 'meeting=meeting', 'public'],
  feedback: ['-commitment -project -place -park -owner', '', 'public'],
  readiness_item: ['+event -owner -project -source', 'event=event', 'public'],
  dual_use_asset: ['-place -project -normal_source -emergency_source -owner', '', 'public'],
  drill: ['+asset -source', 'dual_use_asset=asset', 'public'],
  industry: ['-owner -firms -revenue -jobs -research -source', '', 'public'],
  deal: ['+event -industry -owner -source', 'event=event', 'public'],
  output: ['+project -source', 'project=project', 'public'],
  tier: ['-source', '', 'public'],
  tier_place: ['+industry !tier !source', 'industry=industry', 'public'],
  industry_review: ['+industry -source', 'industry=industry', 'public'],
  ground: ['-owner -source', '', 'public'],
  flood_case: ['!ground -place -project -owner', '', 'public'],
  flood_adoption: ['+project +flood_case', 'project=project flood_case=flood_case', 'public'],
  mention: ['+sentence +thing_id', 'sentence=sentence event=thing_id', 'public'],
  text_question: ['!document !sentence -commitment -mention_id', 'document=document', 'office'],
  draft_refusal: ['!sentence', 'sentence=sentence', 'office'],
  term: ['', '', 'office'],
  recipe: ['-document', '', 'office'],
  gate: ['-source', '', 'public'],
  requirement: ['+gate -department', '', 'public'],
  review_rule: ['-source', '', 'office'],
  pending_change: ['+subject_id', 'event=subject_id', 'office'],
  supervision: ['+subject_id -source !lead +requirement -decision -asked_by', 'event=subject_id', 'office'],
  supervision_department: ['+supervision +department', 'supervision=supervision', 'office'],
  supervision_step: ['+supervision -department', 'supervision=supervision', 'office'],
  evidence: ['+subject_id -requirement', 'event=subject_id', 'office'],
  requirement_answer: ['+project !requirement -department', 'project=project', 'office'],
  gate_pass: ['+project !gate -kept_as', 'project=project', 'public'],
  admission: ['+project', 'project=project', 'public'],
  milestone: ['+project', 'project=project', 'public'],
  dependency: ['+from_id +to_id', 'event=to_id event=from_id', 'public'],
  component: ['+project -source', 'project=project', 'public'],
  planned_amount: ['+project -source', 'project=project', 'office'],
  monthly_progress: ['+project -reporter', 'project=project', 'office'],
  oc4ids_original: ['+project', 'project=project', 'public'],
  asset_part: ['+asset -source', 'dual_use_asset=asset', 'public'],
  everyday_level: ['+place -source', 'place=place', 'public'],
  mode_change: ['+asset', 'dual_use_asset=asset', 'public'],
  link: ['+from_id +to_id -source', 'event=from_id event=to_id', 'public'],
  indicator_value: ['+indicator !source', 'indicator=indicator', 'public'],
  place_value: ['+indicator +place !source', 'indicator=indicator place=place', 'public'],
  floor_area: ['+building -source', 'building=building', 'public'],
  tenancy: ['+building -source', 'building=building', 'public'],
  delivery: ['+output !source', 'output=output', 'public'],
  driver: ['+indicator +project +output !judged_by -source', 'indicator=indicator project=project output=output', 'public'],
  deal_step: ['+deal !source', 'deal=deal', 'public'],
  figure: ['+subject_id !source', 'event=subject_id', 'public'],
  outcome: ['+subject_id -source', 'event=subject_id', 'public'],
  status_update: ['+subject_id -waits_for -reporter', 'event=subject_id', 'office'],
  comment: ['+subject_id +reply_to', 'event=subject_id', 'office'],
  comment_department: ['+comment +department', 'comment=comment', 'office'],
  report: ['', '', 'public'],
  account: ['', '', 'office'],
  assignment: ['+subject_id +person', 'event=subject_id', 'office'],
  outside_link: ['+subject_id', 'event=subject_id', 'office'],
  calendar_feed: ['+subject_id +holder', 'event=subject_id', 'office'],
  saved_view: ['', '', 'office'],
};
const HERE = 'packages/domain/test/register/descriptions.test.ts';

/** What a description comes to and what was decided are the same; else both are told, table by table. */
function asDecided(part: 0 | 1 | 2, found: (table: TableName) => string): void {
  const other = TABLE_NAMES.filter((table) => found(table) !== DECIDED[table][part]).map(
    (table) => `${table}: its description comes to '${found(table)}', DECIDED in ${HERE} says '${DECIDED[table][part]}'`,
  );
  assert.deepEqual(other, []);
}

test('what goes with a record, what goes on without it and what holds it back is as it was decided, for every table', () => {
  asDecided(0, (table) =>
    pointersOf(table)
      .map(({ column, optional, goesWith }) => `${goesWith ? '+' : optional ? '-' : '!'}${column}`)
      .join(' '),
  );
});

test('the records that tell who may know of a row are as they were decided, for every table', () => {
  asDecided(1, (table) => {
    const row = Object.fromEntries(Object.keys(fieldsOf(table)).map((column) => [column, column.endsWith('_kind') ? 'event' : column]));
    return recordsBelow(table, { ...row, rev: 1 })
      .map(([kind, id]) => `${kind}=${id}`)
      .join(' ');
  });
});

test('who did not sign in is never told of the work of the office, and of everything else as far as it is public', () => {
  asDecided(2, (table) => (isOfTheOffice(table) ? 'office' : 'public'));
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

test('a kind whose screens follow from its table is called something: its columns, the words of its closed lists, what is worked out', () => {
  const faults = PLAIN_KINDS.flatMap((kind) => {
    const entries = entriesOf(kind);
    const names = new Set(['id', ...entries.map(({ name }) => name)]);
    return [
      ...(described(kind).named === 'name'
        ? []
        : [`${kind}: a plain kind needs named: 'name' and ...pair('name', …): lists, links and search call its records so`]),
      ...entries.flatMap(({ name, field }) => {
        const at = `${kind}.${name}`;
        const unnamed =
          name === 'visibility'
            ? []
            : (field.values ?? []).filter(
                (value) => columnWords(kind, name)?.(value).zh === undefined || columnWords(kind, name)?.(value).zh === value,
              );
        return [
          ...(entryName(kind, name) ? [] : [`${at} is called nothing: give its field a label, or column-names.ts an entry`]),
          ...(unnamed.length === 0 ? [] : [`${at}: its field must say the names of ${unnamed.join(', ')}`]),
        ];
      }),
      ...computedOf(kind).flatMap(({ id, field }) => {
        const unnamed = (field.values ?? []).filter((value) => field.names?.[value] === undefined);
        const isTaken = names.has(id);
        names.add(id);
        return [
          ...(isTaken ? [`${kind}.${id}: two columns are called so, one of them is worked out: give that another id`] : []),
          ...(unnamed.length === 0 ? [] : [`${kind}.${id}: its field must say the names of ${unnamed.join(', ')}`]),
        ];
      }),
    ];
  });
  assert.deepEqual(faults, []);
});

test('the kinds of records that have pages are told in the order of the vocabulary, those of which they follow from the table among the last', () => {
  const things = ['sentence', 'commitment', 'place', 'project', 'indicator'];
  assert.deepEqual(LINKED_KINDS.slice(0, things.length), things);
  assert.deepEqual(
    LINKED_KINDS.filter((kind) => !things.includes(kind) && !isPlain(kind)),
    ['document'],
  );
  assert.deepEqual([...MADE_KINDS].sort(), [...LINKED_KINDS.slice(1), 'source'].sort());
});
