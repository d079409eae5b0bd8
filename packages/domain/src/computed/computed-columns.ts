import type { Row, TableName } from '../register/tables.ts';
import { DEAL_COLUMNS, OUTPUT_COLUMNS } from './chain-columns.ts';
import type { Computed } from './computed.ts';
import { ASSET_COLUMNS, DRILL_COLUMNS } from './dual-use-columns.ts';
import { FEEDBACK_COLUMNS } from './feedback-columns.ts';
import { INDICATOR_COLUMNS } from './indicator-columns.ts';
import { INDUSTRY_COLUMNS } from './industry-columns.ts';
import { ISSUE_COLUMNS } from './issue-columns.ts';
import { DECISION_COLUMNS, MEETING_COLUMNS } from './meeting-columns.ts';
import { READINESS_COLUMNS } from './readiness-columns.ts';
import { BUILDING_COLUMNS, PARK_COLUMNS } from './space-columns.ts';

export type { Computed } from './computed.ts';

/** The computed columns of each table. */
const COMPUTED_COLUMNS: { readonly [T in TableName]?: readonly Computed<Row<T>>[] } = {
  indicator: INDICATOR_COLUMNS,
  issue: ISSUE_COLUMNS,
  meeting: MEETING_COLUMNS,
  decision: DECISION_COLUMNS,
  feedback: FEEDBACK_COLUMNS,
  park: PARK_COLUMNS,
  building: BUILDING_COLUMNS,
  readiness_item: READINESS_COLUMNS,
  industry: INDUSTRY_COLUMNS,
  output: OUTPUT_COLUMNS,
  deal: DEAL_COLUMNS,
  dual_use_asset: ASSET_COLUMNS,
  drill: DRILL_COLUMNS,
};

/** The computed columns of a table, in their order. */
export function computedOf<T extends TableName>(table: T): readonly Computed<Row<T>>[] {
  return COMPUTED_COLUMNS[table] ?? [];
}
