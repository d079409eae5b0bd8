import type { Fields, RowOf } from './fields/fields.ts';
import { CHAIN_TABLES } from './tables/chain.ts';
import { COMMENTS_TABLES } from './tables/comments.ts';
import { COMPONENTS_TABLES } from './tables/components.ts';
import { DATES_TABLES } from './tables/dates.ts';
import { DEAL_TABLES } from './tables/deals.ts';
import { DISTRICT_TABLES } from './tables/district.ts';
import { DUAL_USE_TABLES } from './tables/dual-use.ts';
import { EVENT_TABLES } from './tables/events.ts';
import { EVIDENCE_TABLES } from './tables/evidence.ts';
import { FACT_TABLES } from './tables/facts.ts';
import { FEEDBACK_TABLE } from './tables/feedback.ts';
import { FLOOD_TABLES } from './tables/flood.ts';
import { GATES_TABLES } from './tables/gates.ts';
import { INDUSTRY_TABLES } from './tables/industry.ts';
import { ISSUE_TABLE } from './tables/issues.ts';
import { MEETING_TABLES } from './tables/meetings.ts';
import { MONEY_TABLES } from './tables/money.ts';
import { OC4IDS_TABLES } from './tables/oc4ids.ts';
import { PEOPLE_TABLES } from './tables/people.ts';
import { PLACES_TABLES } from './tables/places.ts';
import { PROGRAMME_TABLES } from './tables/programme.ts';
import { REPORT_TABLES } from './tables/reports.ts';
import { RESULTS_TABLES } from './tables/results.ts';
import { REVIEW_TABLES } from './tables/review.ts';
import { SPACE_TABLES } from './tables/space.ts';
import { SUPERVISION_TABLES } from './tables/supervision.ts';
import type { Based } from './tables/table.ts';
import { WORDS_TABLES } from './tables/words.ts';

export type { Axis, AxisValue, Based, Frame, LevelNames, UnitNames } from './tables/table.ts';

/**
 * Every table of the register, in an order in which a row only points to rows of tables above it.
 * One truth: CSV headers, SQL columns, row types, validation, the dry-run and docs/district-folder.md follow from it.
 */
export const TABLES = {
  district: DISTRICT_TABLES.district,
  source: DISTRICT_TABLES.source,
  department: DISTRICT_TABLES.department,
  calendar_day: PROGRAMME_TABLES.calendar_day,
  update_rule: PROGRAMME_TABLES.update_rule,
  document: WORDS_TABLES.document,
  sentence: WORDS_TABLES.sentence,
  commitment: WORDS_TABLES.commitment,
  place: PLACES_TABLES.place,
  feature: PLACES_TABLES.feature,
  project: PROGRAMME_TABLES.project,
  event: PROGRAMME_TABLES.event,
  park: RESULTS_TABLES.park,
  building: SPACE_TABLES.building,
  indicator: RESULTS_TABLES.indicator,
  issue: ISSUE_TABLE,
  meeting: MEETING_TABLES.meeting,
  decision: MEETING_TABLES.decision,
  feedback: FEEDBACK_TABLE,
  readiness_item: EVENT_TABLES.readiness_item,
  dual_use_asset: DUAL_USE_TABLES.dual_use_asset,
  drill: DUAL_USE_TABLES.drill,
  industry: INDUSTRY_TABLES.industry,
  deal: DEAL_TABLES.deal,
  output: CHAIN_TABLES.output,
  tier: INDUSTRY_TABLES.tier,
  tier_place: INDUSTRY_TABLES.tier_place,
  industry_review: INDUSTRY_TABLES.industry_review,
  ground: FLOOD_TABLES.ground,
  flood_case: FLOOD_TABLES.flood_case,
  flood_adoption: FLOOD_TABLES.flood_adoption,
  mention: WORDS_TABLES.mention,
  text_question: WORDS_TABLES.text_question,
  draft_refusal: WORDS_TABLES.draft_refusal,
  term: WORDS_TABLES.term,
  recipe: WORDS_TABLES.recipe,
  gate: GATES_TABLES.gate,
  requirement: GATES_TABLES.requirement,
  review_rule: REVIEW_TABLES.review_rule,
  pending_change: REVIEW_TABLES.pending_change,
  supervision: SUPERVISION_TABLES.supervision,
  supervision_department: SUPERVISION_TABLES.supervision_department,
  supervision_step: SUPERVISION_TABLES.supervision_step,
  evidence: EVIDENCE_TABLES.evidence,
  requirement_answer: GATES_TABLES.requirement_answer,
  gate_pass: GATES_TABLES.gate_pass,
  admission: GATES_TABLES.admission,
  milestone: DATES_TABLES.milestone,
  dependency: DATES_TABLES.dependency,
  component: COMPONENTS_TABLES.component,
  planned_amount: MONEY_TABLES.planned_amount,
  monthly_progress: MONEY_TABLES.monthly_progress,
  oc4ids_original: OC4IDS_TABLES.oc4ids_original,
  asset_part: DUAL_USE_TABLES.asset_part,
  everyday_level: DUAL_USE_TABLES.everyday_level,
  mode_change: DUAL_USE_TABLES.mode_change,
  link: PROGRAMME_TABLES.link,
  indicator_value: RESULTS_TABLES.indicator_value,
  place_value: RESULTS_TABLES.place_value,
  floor_area: SPACE_TABLES.floor_area,
  tenancy: SPACE_TABLES.tenancy,
  delivery: CHAIN_TABLES.delivery,
  driver: CHAIN_TABLES.driver,
  deal_step: DEAL_TABLES.deal_step,
  figure: FACT_TABLES.figure,
  outcome: FACT_TABLES.outcome,
  status_update: PROGRAMME_TABLES.status_update,
  comment: COMMENTS_TABLES.comment,
  comment_department: COMMENTS_TABLES.comment_department,
  report: REPORT_TABLES.report,
  account: PEOPLE_TABLES.account,
  assignment: PEOPLE_TABLES.assignment,
  outside_link: PEOPLE_TABLES.outside_link,
  calendar_feed: EVENT_TABLES.calendar_feed,
  saved_view: PEOPLE_TABLES.saved_view,
} as const;

export type TableName = keyof typeof TABLES;
export type Row<T extends TableName> = RowOf<(typeof TABLES)[T]['fields']>;
/** Table names, each after the tables it points to. */
export const TABLE_NAMES = Object.keys(TABLES) as readonly TableName[];
/** Those that a district folder holds. */
export const FOLDER_TABLES: readonly TableName[] = TABLE_NAMES.filter((name) => !('isApart' in TABLES[name]));

/** A row of any table, its columns not yet narrowed: what CSV, SQL and the journal hand over. */
export type AnyRow = Readonly<Record<string, unknown>> & { readonly rev: number };

/** The fields of a table, untyped, for code that serves all tables. */
export function fieldsOf(name: TableName): Fields {
  return TABLES[name].fields;
}

/** The values of a table that have a basis of their own. */
export function basedOf(name: TableName): readonly Based[] {
  const { based }: { readonly based?: readonly Based[] } = TABLES[name];
  return based ?? [];
}

/** The columns of the basis of one column of a table; none where it has no basis. */
export function basisColumns(name: TableName, column: string): readonly string[] {
  return basedOf(name).find(({ value }) => value.includes(column))?.basis ?? [];
}

/** The key of a row within its table: the key columns joined by `|`. */
export function keyOf(name: TableName, row: Readonly<Record<string, unknown>>): string {
  return TABLES[name].key.map((column) => String(row[column])).join('|');
}
