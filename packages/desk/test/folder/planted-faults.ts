import { type FaultCode, type FolderFiles, readFolder } from '@westgate/desk';
import { HARBOUR } from '../folders.ts';

/** A fault planted in the harbour folder: what is edited, and where the fault must be found. */
export interface Planted {
  readonly code: FaultCode;
  readonly file: string;
  readonly row: number | null;
  readonly field: string | null;
  readonly from: string;
  readonly to: string;
  /** Where another file is edited than the fault is found in. */
  readonly edited?: string;
}

export const DISTRICT = 'district.json';
const PLACES = 'places/places.geojson';
const FEATURES = 'places/features.geojson';
const COMMITMENTS = 'programme/commitments.csv';
const PROJECTS = 'programme/projects.csv';
export const LINKS = 'programme/links.csv';
const OUTCOMES = 'results/outcomes.csv';
const FIGURES = 'results/figures.csv';
const INDICATORS = 'results/indicators.csv';
const NO_FORMULA = 'at year\'s end",,';
const formula = (text: string): string => `at year's end",${text},`;
const MATTERS = 'programme/supervision.csv';
const MATTER_STEPS = 'programme/supervision-steps.csv';
const REVIEW_RULES = 'programme/review-rules.csv';
const PENDING = 'programme/pending-changes.csv';
const UPDATES = 'programme/updates.csv';
const MONTHS = 'programme/monthly-progress.csv';
const AMOUNTS = 'programme/planned-amounts.csv';
const RULES = 'programme/update-rules.csv';
const SENTENCES = 'words/sentences.csv';
export const TEXT = 'words/ward-plan.en.md';

function planted(
  code: FaultCode,
  file: string,
  row: number | null,
  field: string | null,
  from: string,
  to: string,
  edited?: string,
): Planted {
  return edited === undefined ? { code, file, row, field, from, to } : { code, file, row, field, from, to, edited };
}

export const PLANTED: readonly Planted[] = [
  planted('malformed', DISTRICT, 3, null, '"id": "NM-03",', '"id": "NM-03"'),
  planted('malformed', PLACES, null, null, '{"type":"Feature","id":"customs-yard"', '{"type":"Feature","id":"customs-yard"]'),
  planted('malformed', 'results/parks.csv', 2, null, 'warehouse-row,,Warehouse Row', 'warehouse-row,,"Warehouse" Row'),
  planted('malformed', 'results/parks.csv', 2, null, 'warehouse-row,,Warehouse Row', 'warehouse-row,,"Warehouse Row'),
  planted('missing-column', 'results/parks.csv', 1, 'project', 'place,project,', 'place,'),
  planted('unknown-column', 'results/parks.csv', 1, 'projct', 'place,project,', 'place,projct,'),
  planted('duplicate-column', 'results/parks.csv', 1, 'place', 'place,project,', 'place,project,place,'),
  planted('unknown-column', PLACES, 1, 'colour', '"id":"grain-silo","name_zh"', '"id":"grain-silo","colour":"red","name_zh"'),
  planted('unknown-column', DISTRICT, null, 'mayor', '"id": "NM-03",', '"id": "NM-03", "mayor": "x",'),
  planted(
    'cell-count',
    LINKS,
    3,
    null,
    'project,market-square,serves,commitment,p1s3-1,plan-2025,,',
    'project,market-square,serves,commitment,p1s3-1,plan-2025',
  ),
  planted('missing-value', OUTCOMES, 2, 'dates', 'started,2025-03-10,', 'started,,'),
  planted('bad-id', 'programme/departments.csv', 4, 'id', 'housing,,Housing Desk', 'hou sing,,Housing Desk', 'programme/departments.csv'),
  planted('duplicate-key', FIGURES, 4, 'id', 'grain-silo-floor,place', 'sea-wall-cost,place'),
  planted('unknown-reference', LINKS, 2, 'to_id', 'silo-library,serves,commitment,p1s2-1', 'silo-library,serves,commitment,p1s2-9'),
  planted('unknown-reference', PROJECTS, 2, 'lead', 'establish,culture,,named', 'establish,cultur,,named'),
  planted(
    'wrong-kind',
    OUTCOMES,
    2,
    'subject_id',
    'silo-library-started,project,silo-library',
    'silo-library-started,project,harbour-festival',
  ),
  planted('unknown-word', OUTCOMES, 4, 'what', 'opened,2025-08-15', 'openned,2025-08-15'),
  planted('unknown-word', DISTRICT, null, 'axes[0].values[0].colour', '"colour": "ochre"', '"colour": "gold"'),
  planted('bad-day', COMMITMENTS, 2, 'due_on', '2025-12-31', '2025-12-32'),
  planted('out-of-span', COMMITMENTS, 2, 'due_on', '2025-12-31', '9999-12-31'),
  planted('ahead', OUTCOMES, 2, 'dates', '2025-03-10', '2035-03-10'),
  planted('bad-period', OUTCOMES, 2, 'dates', '2025-03-10', '10.3.2025'),
  planted('bad-number', FIGURES, 2, 'value', '4200', '4\u2009200'),
  planted('bad-integer', SENTENCES, 2, 'paragraph', 'p1s1,ward-plan,1,1', 'p1s1,ward-plan,one,1'),
  planted(
    'bad-boolean',
    COMMITMENTS,
    2,
    'list_closed',
    "establish,true,culture,,named in the plan's annex,,,2025-12-31",
    "establish,perhaps,culture,,named in the plan's annex,,,2025-12-31",
  ),
  planted('bad-text', FIGURES, 2, 'label_en', 'Length of quays', 'x'.repeat(20_001)),
  planted('bad-tag', SENTENCES, 3, 'tags', 'aim:open;chapter:houses,1,true\np1s3', 'aim:opened;chapter:houses,1,true\np1s3'),
  planted('bad-tag', 'words/mentions.csv', 9, 'aim', 'the renewed quay,dry', 'the renewed quay,wet'),
  planted('bad-unit', FIGURES, 3, 'unit', 'million-crowns', 'crowns'),
  planted('bad-method', INDICATORS, 2, 'place_kind', ',,,,,,plan-2025,aim:dry', 'park,,,,,,plan-2025,aim:dry'),
  planted('bad-formula', INDICATORS, 2, 'formula', NO_FORMULA, formula('[doors-fitted] +')),
  planted('cycle', INDICATORS, 2, 'formula', NO_FORMULA, formula('[doors-fitted] * 2')),
  planted('bad-unit', INDICATORS, 2, 'formula', NO_FORMULA, formula('[doors-fitted] * [doors-fitted]')),
  planted('unknown-reference', INDICATORS, 2, 'formula', NO_FORMULA, formula('[doors] * 2')),
  planted('missing-unit', FIGURES, 3, 'unit', 'million-crowns', ''),
  planted('no-text', PROJECTS, 2, 'name_en', 'silo-library,,Silo Library', 'silo-library,,'),
  planted('language-not-kept', PROJECTS, 2, 'name_zh', 'silo-library,,Silo Library', 'silo-library,筒仓,Silo Library'),
  planted('phrase-not-found', COMMITMENTS, 2, 'clause_en', 'the old grain silo becomes', 'the old silo becomes'),
  planted('phrase-ambiguous', 'words/mentions.csv', 2, 'phrase_en', 'the old grain silo', 'o'),
  planted('text-mismatch', SENTENCES, 11, 'position', 'p3s3,ward-plan,3,3', 'p3s3,ward-plan,3,9'),
  planted('text-mismatch', TEXT, 3, null, 'So the ward stays open and dry.', 'So the ward stays open and dry. It stays.'),
  planted('text-mismatch', 'words/documents.csv', 2, 'wording', 'plan,official,2025,', 'plan,none,2025,'),
  planted('encoding', FIGURES, 2, 'label_en', 'Length of quays', 'Length\uFFFD of quays'),
  planted('bad-geometry', PLACES, 1, 'geometry', '"coordinates":[9.9612,53.5388]', '"coordinates":[9.9612]'),
  planted('bad-geometry', PLACES, 1, 'geometry', '"coordinates":[9.9612,53.5388]', '"coordinates":[9.9612,1e999]'),
  planted(
    'bad-geometry',
    FEATURES,
    4,
    'geometry',
    '"type":"LineString","coordinates":[[9.935,53.543]',
    '"type":"Curve","coordinates":[[9.935,53.543]',
  ),
  planted('bad-geometry', FEATURES, 1, 'geometry', '[9.9681,53.5377],[9.9684,53.5366]', '[9.9681,53.5377]'),
  planted('bad-geometry', FEATURES, 1, 'geometry', '[9.9719,53.5368],[9.9716,53.5379]', '[9.9716,53.5379],[9.9719,53.5368]'),
  planted('bad-geometry', PLACES, 7, 'geometry', '[9.9784,53.536]', '[9.99,53.536]'),
  planted('outside-frame', PLACES, 1, 'geometry', '[9.9612,53.5388]', '[53.5388,9.9612]'),
  planted('outside-frame', PLACES, 1, 'geometry', '[9.9612,53.5388]', '[11.5,53.5388]'),
  planted('position-contradiction', PLACES, 8, 'geometry', '"position":"not-known"', '"position":"known"'),
  planted(
    'position-contradiction',
    PLACES,
    2,
    'geometry',
    '"is_site":true,"position":"known","confidence":"high","position_basis_zh":null,"position_basis_en":"town survey","source":null,"source_ref":null,"no_place_reason_zh":null,"no_place_reason_en":null,"land_title":"state-allocated"',
    '"is_site":true,"position":"not-known","confidence":null,"position_basis_zh":null,"position_basis_en":null,"no_place_reason_zh":null,"no_place_reason_en":null,"land_title":"state-allocated"',
  ),
  planted('missing-reason', PLACES, 9, 'no_place_reason_en', '"lessons are given in the schools of the ward"', 'null'),
  planted('missing-value', PLACES, 4, 'position_basis_en', '"middle of Lock Street"', 'null'),
  planted('missing-value', FEATURES, 1, 'place', '"place":"warehouse-row"', '"place":null'),
  planted('missing-value', FEATURES, 7, 'height_m', '"height_m":10', '"height_m":null'),
  planted('bad-frame', DISTRICT, null, 'frame', '[9.9, 53.5, 10.02, 53.57]', '[10.02, 53.5, 9.9, 53.57]'),
  planted('unknown-crs', DISTRICT, null, 'metre_crs', 'EPSG:32632', 'EPSG:99999'),
  planted('unknown-crs', DISTRICT, null, 'metre_crs', 'EPSG:32632', 'EPSG:4548'),
  planted('bad-time-zone', DISTRICT, null, 'time_zone', 'Europe/Berlin', 'Europe/Northmouth'),
  planted('bad-language', DISTRICT, null, 'languages', '["en"]', '["en", "de"]'),
  planted('bad-axis', DISTRICT, null, 'axes[1].values[0]', '{ "id": "quays", "name": { "zh": null, "en": "Quays" } }', '{ "id": "quays" }'),
  planted('duplicate-pattern', DISTRICT, null, 'axes[0].values[1].pattern', '"pattern": "wave"', '"pattern": "solid"'),
  planted('duplicate-key', DISTRICT, null, 'axes[1].values[2].id', '"id": "houses"', '"id": "walls"'),
  planted('no-value', FIGURES, 5, 'value', '"more than last year, not counted"', ''),
  planted('missing-new-day', OUTCOMES, 6, 'new_due_on', '2026-06-30', ''),
  planted('missing-new-day', OUTCOMES, 4, 'new_due_on', 'opened,2025-08-15,,,,,', 'opened,2025-08-15,,,,2025-09-01,'),
  planted('bad-update', UPDATES, 2, 'words_en', ',true,,,,,,', ',false,,,,,,'),
  planted('bad-update', UPDATES, 2, 'step', ',true,,', ',true,blocked,'),
  planted('bad-review', REVIEW_RULES, 2, 'field', 'project,due_on', 'project,kind'),
  planted('bad-review', PENDING, 2, 'field', 'sea-wall,due_on', 'sea-wall,id'),
  planted('bad-review', PENDING, 2, 'decided_on', 'accepted,2026-01-09', 'accepted,'),
  planted('bad-review', PENDING, 2, 'decided_on', 'accepted,2026-01-09', 'accepted,2026-01-02'),
  planted('bad-step', MATTER_STEPS, 3, 'step', 'm1,2,reported,', 'm1,2,closed,'),
  planted('bad-step', MATTER_STEPS, 3, 'position', 'm1,2,reported,', 'm1,4,reported,'),
  planted('bad-step', MATTER_STEPS, 2, 'on', 'signed-for,2026-01-09', 'signed-for,2026-01-02'),
  planted('bad-integer', RULES, 2, 'window_days', ',1,5', ',90,5'),
  planted('missing-reason', SENTENCES, 11, 'reason_en', 'It only states the two aims.', ''),
  planted('falls', MONTHS, 4, 'completed_fen', 'An invoice was counted twice', ''),
  planted('bad-integer', AMOUNTS, 4, 'amount_fen', '90000050', '900.5'),
  planted('cycle', LINKS, 21, 'to_id', 'place,customs-yard,member-of,place,low-quay', 'place,low-quay,member-of,place,low-quay'),
];

/** The harbour, with a rule for reports, one report, one matter under supervision and one change that waited. */
export async function reportedHarbour(): Promise<FolderFiles> {
  return new Map([
    ...(await readFolder(HARBOUR)),
    [RULES, 'subject_kind,cadence,asked_from,near_days,window_days,escalate_days\nproject,monthly,2026-01-01,3,1,5\n'],
    [REVIEW_RULES, 'subject_kind,field,basis_zh,basis_en,source\nproject,due_on,,Ward rules,\n'],
    [
      PENDING,
      'id,subject_kind,subject_id,field,approved,proposed,words_zh,words_en,proposed_on,decision,decided_on,decision_words_zh,decision_words_en\nc1,project,sea-wall,due_on,,2028-01-31,,,2026-01-08,accepted,2026-01-09,,\n',
    ],
    [
      MATTERS,
      'id,subject_kind,subject_id,asked_zh,asked_en,instruction_zh,instruction_en,source,lead,due_on,registered_on\nm1,project,sea-wall,,Close the gap,,,,works,2026-03-31,2026-01-08\n',
    ],
    [
      MATTER_STEPS,
      'supervision,position,step,on,words_zh,words_en,department\nm1,1,signed-for,2026-01-09,,,works\nm1,2,reported,2026-01-20,,,works\n',
    ],
    [
      UPDATES,
      'id,subject_kind,subject_id,reported_on,unchanged,step,forecast_on,waits_for,words_zh,words_en,reporter\nu1,project,sea-wall,2026-01-09,true,,,,,,works\n',
    ],
  ]);
}

/** When the folders are read. */
export const NOW = new Date('2026-11-28T04:00:00Z');
