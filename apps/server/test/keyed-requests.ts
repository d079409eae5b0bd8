import { readFolder } from '@westgate/desk';
import type { TableName } from '@westgate/domain';
import { pdf } from './evidence/sample-files.ts';
import { assetMade, FEED, groundMade, KEYED_ACTIONS, meetingHeld, VIEW } from './keyed-actions.ts';
import {
  type Body,
  colleague,
  EVIDENCE,
  type Keyed,
  linkDraft,
  linkOf,
  madeRecord,
  OTHER,
  OUTLINE,
  read,
  removal,
  revision,
  type Setting,
  sent,
  textOf,
  WHO,
  withId,
} from './keyed-steps.ts';
import { MILL_TOWN } from './mill-town.ts';
import { HARBOUR } from './office.ts';

type Sample = (at: Setting) => Keyed | Promise<Keyed>;

const OUTCOME = {
  ...WHO,
  subjectKind: 'project',
  subjectId: 'silo-library',
  what: 'opened',
  dates: '2026-05-01',
  source: 'gazette',
  confidence: 'high',
};
const LINK = { from_kind: 'project', from_id: 'silo-library', relation: 'serves', to_kind: 'commitment', to_id: 'p2s1-1' };
const WARD = [
  'Tasks of the harbour ward 2026',
  'No.,Task,Lead department,Co-operating departments,Deadline,Problems',
  '1,Plant forty lime trees along Lock Street,Ward Works Office,Housing Desk,end of October,no soil yet',
].join('\n');
/** The kinds of records that have an address of their own: what one is made of, a column that is given another value, and what must be there before. */
const RECORDS: readonly (readonly [
  noun: string,
  table: TableName,
  fields: Body,
  column: string,
  before?: (at: Setting) => Promise<unknown>,
])[] = [
  ['commitments', 'commitment', { sentence: 'p1s3', title_en: 'Cranes', clause_en: 'The customs yard' }, 'note_en'],
  [
    'places',
    'place',
    { name_en: 'Crane', kind: 'landmark', position: 'known', geometry: { type: 'Point', coordinates: [9.95, 53.54] } },
    'note_en',
  ],
  ['projects', 'project', { name_en: 'Paint the crane', kind: 'heritage' }, 'note_en'],
  ['indicators', 'indicator', { name_en: 'Cranes', unit: 'doors', direction: 'up' }, 'definition_en'],
  ['events', 'event', { name_en: 'Crane day', dates: '2026-05-01', confidence: 'low' }, 'note_en'],
  ['parks', 'park', { name_en: 'Crane yard' }, 'note_en'],
  ['buildings', 'building', { name_en: 'Crane hall', park: 'warehouse-row', confidence: 'high' }, 'note_en'],
  ['industries', 'industry', { name_en: 'Ship repair' }, 'note_en'],
  ['tiers', 'tier', { name_en: 'Quay trades', scheme: '1', from_on: '2025-01-01', position: 1 }, 'note_en'],
  ['issues', 'issue', { name_en: 'The crane is stuck', level: 'office' }, 'note_en'],
  ['meetings', 'meeting', { name_en: 'On the crane', kind: 'special', held_on: '2025-02-20' }, 'note_en'],
  ['decisions', 'decision', { name_en: 'Paint the crane', meeting: 'crane-meeting' }, 'note_en', meetingHeld],
  ['feedback-items', 'feedback', { name_en: 'Feedback by telephone', words_en: 'The crane is loud' }, 'note_en'],
  ['readiness-items', 'readiness_item', { name_en: 'Tickets', event: 'harbour-festival', kind: 'venue', days_before: 5 }, 'note_en'],
  ['deals', 'deal', { name_en: 'Crane hire', event: 'harbour-festival', confidence: 'high' }, 'note_en'],
  ['outputs', 'output', { name_en: 'Reading rooms', project: 'silo-library', unit: 'doors', confidence: 'high' }, 'note_en'],
  ['dual-use-assets', 'dual_use_asset', { name_en: 'Quay meadow', kind: 'flood-storage' }, 'note_en'],
  ['drills', 'drill', { name_en: 'Night drill', asset: 'crane-shelter' }, 'note_en', assetMade],
  ['grounds', 'ground', { name_en: 'Quay heights', confidence: 'low' }, 'note_en'],
  ['flood-cases', 'flood_case', { name_en: 'High tide', ground: 'dock-heights' }, 'note_en', groundMade],
  ['departments', 'department', { name_en: 'Port office', confidence: 'high' }, 'role_en'],
  ['documents', 'document', { title_en: 'Crane plan', kind: 'plan', wording: 'none' }, 'title_en'],
  ['sources', 'source', { title: 'A book on cranes', kind: 'secondary' }, 'title'],
];

/** A request for every route that takes an `Idempotency-Key`, by its method and address in the OpenAPI document. */
export const KEYED: ReadonlyMap<string, Sample> = new Map<string, Sample>([
  ...KEYED_ACTIONS,
  ...RECORDS.flatMap(([noun, table, fields, column, before]): [string, Sample][] => {
    const made = async (at: Setting, name: string): Promise<string> => madeRecord(at, table, fields, name);
    return [
      [
        `POST /api/v1/${noun}`,
        async (at) => {
          await before?.(at);
          return {
            path: noun,
            body: { ...WHO, fields: withId(table, fields, 'one') },
            other: { fields: { ...fields, [column]: 'twice' } },
          };
        },
      ],
      [
        `PATCH /api/v1/${noun}/{id}`,
        async (at) => {
          await before?.(at);
          return revision(at, noun, table, await made(at, 'one'), [{ [column]: 'once' }, { [column]: 'twice' }]);
        },
      ],
      [
        `DELETE /api/v1/${noun}/{id}`,
        async (at) => {
          await before?.(at);
          const id = await made(at, 'one');
          return { path: `${noun}/${id}`, body: WHO, other: OTHER, headers: read(at, table, id) };
        },
      ],
      [
        `POST /api/v1/${noun}/{id}/merge`,
        async (at) => {
          await before?.(at);
          const [one, two, three] = [await made(at, 'one'), await made(at, 'two'), await made(at, 'three')];
          return { path: `${noun}/${one}/merge`, body: { ...WHO, into: two }, other: { into: three }, headers: read(at, table, one) };
        },
      ],
    ];
  }),
  ['PATCH /api/v1/sentences/{id}', (at) => revision(at, 'sentences', 'sentence', 'p1s1', [{ reason_en: 'once' }, { reason_en: 'twice' }])],
  [
    'PATCH /api/v1/figures/{id}',
    (at) => revision(at, 'figures', 'figure', 'grain-silo-floor', [{ note_en: 'once' }, { note_en: 'twice' }]),
  ],
  [
    'PATCH /api/v1/outcomes/{id}',
    (at) => revision(at, 'outcomes', 'outcome', 'sea-wall-started', [{ note_en: 'once' }, { note_en: 'twice' }]),
  ],
  ['DELETE /api/v1/outcomes/{id}', (at) => removal(at, 'outcomes', 'outcome', 'sea-wall-started')],
  [
    'PATCH /api/v1/evidence/{id}',
    (at) => revision(at, 'evidence', 'evidence', 'market-minutes', [{ note_en: 'once' }, { note_en: 'twice' }]),
  ],
  ['DELETE /api/v1/evidence/{id}', (at) => removal(at, 'evidence', 'evidence', 'market-minutes')],
  [
    'PATCH /api/v1/district',
    (at) => {
      const [key = ''] = at.desk.register.district.keys();
      const asked = revision(at, '', 'district', key, [{ notice_en: 'once' }, { notice_en: 'twice' }]);
      return { ...asked, path: 'district' };
    },
  ],
  [
    'POST /api/v1/district/import',
    async () => {
      const files = Object.fromEntries(await readFolder(HARBOUR));
      const named = (name: string) => ({ ...files, 'results/parks.csv': files['results/parks.csv']?.replace('Warehouse Row', name) });
      return { path: 'district/import', body: { who: 'Ada', files: named('Warehouse Lane') }, other: { files: named('Warehouse Yard') } };
    },
  ],
  [
    'POST /api/v1/district/start',
    () => ({
      path: 'district/start',
      body: { ...WHO, fields: MILL_TOWN, outline: OUTLINE },
      other: { fields: { ...MILL_TOWN, name_en: 'Weir Town' } },
    }),
  ],
  ['POST /api/v1/district/clear', () => ({ path: 'district/clear', body: WHO, other: OTHER })],
  ['POST /api/v1/district/example', () => ({ path: 'district/example', body: { ...WHO, which: 'example' }, other: OTHER })],
  [
    'POST /api/v1/edits',
    () => {
      const project = (name_en: string) => ({ action: 'create', table: 'project', fields: { name_en, kind: 'heritage' } });
      const link = { action: 'create', table: 'link', fields: { ...LINK, from_id: '$0' } };
      const edits = (name: string) => [project(name), link, project(`${name} again`)];
      return { path: 'edits', body: { ...WHO, edits: edits('Rope walk') }, other: { edits: edits('Rope run') } };
    },
  ],
  ['POST /api/v1/links', () => ({ path: 'links', body: { ...WHO, fields: LINK }, other: { fields: { ...LINK, to_id: 'p2s2-1' } } })],
  [
    'DELETE /api/v1/links',
    async (at) => {
      await sent(at, 'links', { ...WHO, fields: LINK });
      return { path: 'links', body: { ...WHO, ...LINK }, other: { to_id: 'p2s2-1' }, headers: { 'if-match': '"1"' } };
    },
  ],
  [
    'POST /api/v1/deeds/{seq}/undo',
    async (at) => {
      const { seq } = await sent(at, 'outcomes', OUTCOME);
      return { path: `deeds/${seq}/undo`, body: WHO, other: OTHER };
    },
  ],
  ['POST /api/v1/outcomes', () => ({ path: 'outcomes', body: OUTCOME, other: { dates: '2026-06-01' } })],
  [
    'POST /api/v1/updates',
    () => {
      const update = (en: string) => ({
        subjectKind: 'project',
        subjectId: 'sea-wall',
        unchanged: false,
        step: 'under-way',
        words: { zh: null, en },
      });
      return { path: 'updates', body: { ...WHO, updates: [update('Piles driven')] }, other: { updates: [update('Piles pulled')] } };
    },
  ],
  [
    'POST /api/v1/documents/{id}/text',
    (at) => ({
      path: 'documents/ward-plan/text',
      body: { ...WHO, en: textOf(at, (text) => text.replace(/\.$/, ' soon.')) },
      other: { en: textOf(at, (text) => text.replace(/\.$/, ' later.')) },
    }),
  ],
  [
    'POST /api/v1/questions/{id}/answer',
    async (at) => {
      await sent(at, 'documents/ward-plan/text', { ...WHO, en: textOf(at, (text, id) => (id === 'p1s2' ? '' : text)) });
      const [question] = at.desk.register.text_question.keys();
      return { path: `questions/${question}/answer`, body: { ...WHO, decision: 'withdraw' }, other: OTHER };
    },
  ],
  [
    'POST /api/v1/plans',
    () => {
      const plan = {
        ...WHO,
        title_en: 'The plan for 2026',
        wording: 'official',
        covers: '2026',
        en: 'The quay gets lamps. The yard gets trees.',
      };
      return { path: 'plans', body: plan, other: { en: 'The quay gets trees.' } };
    },
  ],
  [
    'POST /api/v1/sheets/import',
    () => {
      const file = (text: string) => ({ name: 'tasks.csv', base64: Buffer.from(text).toString('base64') });
      return {
        path: 'sheets/import',
        body: { ...WHO, file: file(WARD), rows: 'clear' },
        other: { file: file(WARD.replace('lime', 'elm')) },
      };
    },
  ],
  [
    'POST /api/v1/values/import',
    () => {
      const file = (text: string) => ({ name: 'values.csv', base64: Buffer.from(text).toString('base64') });
      const sheet = (amount: number): string => `indicator,period,value,source\ndoors-fitted,2023,${amount},plan-2025\n`;
      return { path: 'values/import', body: { ...WHO, file: file(sheet(7)) }, other: { file: file(sheet(8)) } };
    },
  ],
  [
    'POST /api/v1/oc4ids/import',
    () => {
      const text = (title: string) => JSON.stringify({ id: 'oc4ids-abc123-lane', title });
      const body = { ...WHO, fileName: 'a.json', text: text('Lane') };
      return { path: 'oc4ids/import', body, other: { text: text('Quay') } };
    },
  ],
  ['POST /api/v1/reports', () => ({ path: 'reports', body: { ...WHO, title: { en: 'Spring' } }, other: { title: { en: 'Autumn' } } })],
  [
    'PATCH /api/v1/people/{person}',
    async (at) => {
      const person = await colleague(at);
      const body = { ...WHO, fields: { roles: ['reader'] } };
      return { path: `people/${person}`, body, other: { fields: { roles: ['department-lead'] } }, headers: read(at, 'account', person) };
    },
  ],
  ['POST /api/v1/people/{person}/close', async (at) => ({ path: `people/${await colleague(at)}/close`, body: WHO, other: OTHER })],
  [
    'POST /api/v1/people/{person}/reopen',
    async (at) => {
      const person = await colleague(at);
      await sent(at, `people/${person}/close`, WHO);
      return { path: `people/${person}/reopen`, body: WHO, other: OTHER };
    },
  ],
  [
    'POST /api/v1/evidence',
    () => ({ path: 'evidence', body: EVIDENCE, other: { noteEn: 'of the winter' }, file: ['tides.pdf', pdf('tides')] }),
  ],
  [
    'POST /api/v1/outside-links',
    () => ({ path: 'outside-links', body: linkDraft(), other: { body: { zh: null, en: 'Another Company' } }, toldOnce: 'link' }),
  ],
  [
    'DELETE /api/v1/outside-links/{id}',
    async (at) => {
      const { id } = await sent(at, 'outside-links', linkDraft());
      return { path: `outside-links/${id}`, body: WHO, other: OTHER, headers: { 'if-match': '"1"' } };
    },
  ],
  [
    'POST /api/v1/outside/report',
    async (at) => ({
      path: 'outside/report',
      body: { who: 'Eve', unchanged: false, step: 'under-way', words: { zh: null, en: 'Piles driven' } },
      other: { words: { zh: null, en: 'Piles pulled' } },
      headers: await linkOf(at),
    }),
  ],
  [
    'POST /api/v1/outside/evidence',
    async (at) => ({
      path: 'outside/evidence',
      body: { who: 'Eve' },
      other: { who: 'Eva' },
      file: ['piles.pdf', pdf('piles')],
      headers: await linkOf(at),
    }),
  ],
  [
    'POST /api/v1/monthly',
    () => {
      const report = (en: string) => ({ project: 'storm-pump', completedFen: 45_000_025, share: 0.5, words: { zh: null, en } });
      return {
        path: 'monthly',
        body: { ...WHO, month: '2025-03', reports: [report('Half laid')] },
        other: { reports: [report('Half lost')] },
      };
    },
  ],
  [
    'DELETE /api/v1/calendar-feeds/{id}',
    async (at) => {
      const { id } = await sent(at, 'calendar-feeds', FEED.body);
      return { path: `calendar-feeds/${id}`, body: WHO, other: OTHER, headers: { 'if-match': '"1"' } };
    },
  ],
  [
    'DELETE /api/v1/views/{id}',
    async (at) => {
      const { id } = await sent(at, 'views', VIEW.body);
      return { path: `views/${id}`, body: WHO, other: OTHER, headers: { 'if-match': '"1"' } };
    },
  ],
]);
