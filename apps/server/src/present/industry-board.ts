import { daysBetween } from '@westgate/base';
import type { IndustryBoard, IndustryRow } from '@westgate/contract';
import {
  AIM_AXIS,
  indicatorStanding,
  industryMatrix,
  industryMatrixAsked,
  type MatrixProject,
  pipelineOf,
  type Row,
  reviewsOf,
  rowIn,
  stayOn,
  type TierStay,
  tiersOf,
} from '@westgate/domain';
import type { View } from '../view/view.ts';
import { unitOf } from './figure.ts';
import { datedValueOf } from './indicator.ts';
import { sourceAt } from './source.ts';
import { pair } from './text.ts';
import { nameOfRow, thingAt, thingOf } from './thing.ts';

type Measure = IndustryRow['measures']['firms'];

/** The industries of a district on the day of a view: tiers by year, observations, reviews, and how areas, industries and the values of an axis stand to each other. */
export function industryBoardIn(view: View, asked: string | undefined): IndustryBoard {
  const { whole, asOf } = view;
  const axis = axisOf(whole, asked);
  const matrix = industryMatrixAsked(whole, axis?.id ?? '');
  const { cells, gaps, overlaps } = industryMatrix(matrix);
  return {
    asOf,
    schemes: tiersOf(whole).schemes.map(({ name, from, until, tiers }) => ({
      name,
      from,
      until,
      tiers: tiers.map((id) => tierShown(view, id)),
    })),
    rows: [...whole.industry.values()].map((row) => industryRowOf(view, row)),
    axis: axis && { id: axis.id, name: axis.name, values: axis.values.map(({ id, name }) => ({ id, name })) },
    areas: matrix.areas.map((id) => thingOf(whole, 'place', id)),
    cells: cells.map(({ projects, parts, ...cell }) => ({ ...cell, projects: [...projects], parts: parts.map(partShown) })),
    gaps: [...gaps],
    overlaps: overlaps.map(({ area, industry, ...part }) => ({ area, industry, ...partShown(part) })),
    projects: matrix.projects.map((project) => projectShown(view, project)),
  };
}

/** The axis that is asked for, else that with the most values but the aims. */
function axisOf(whole: View['whole'], asked: string | undefined): Row<'district'>['axes'][number] | null {
  const axes = [...whole.district.values()].flatMap((district) => district.axes).filter(({ id }) => id !== AIM_AXIS);
  const most = axes.reduce<(typeof axes)[number] | null>(
    (best, each) => (best && best.values.length >= each.values.length ? best : each),
    null,
  );
  return axes.find(({ id }) => id === asked) ?? most;
}

function tierShown({ whole }: View, id: string): IndustryBoard['schemes'][number]['tiers'][number] {
  const row = rowIn(whole, 'tier', id);
  if (!row) throw new Error(`no tier ${id}`);
  return { tier: thingOf(whole, 'tier', id), definition: pair(row.definition_zh, row.definition_en), source: sourceAt(whole, row) };
}

function industryRowOf(view: View, row: Row<'industry'>): IndustryRow {
  const { whole, asOf } = view;
  const stays = tiersOf(whole).histories.get(row.id) ?? [];
  const { stage, due, standing } = pipelineOf(whole, row, asOf);
  return {
    industry: { kind: 'industry', id: row.id, name: nameOfRow('industry', row) },
    definition: pair(row.definition_zh, row.definition_en),
    owner: thingAt(whole, 'department', row.owner),
    source: sourceAt(whole, row),
    stays: stays.map((stay) => stayShown(view, stay)),
    tier: stayOn(stays, asOf)?.tier ?? null,
    measures: {
      firms: measureOf(view, row.firms),
      revenue: measureOf(view, row.revenue),
      jobs: measureOf(view, row.jobs),
      research: measureOf(view, row.research),
    },
    reviewFrom: row.review_from,
    stage,
    due,
    standing,
    reviews: reviewsOf(whole, row.id)
      .filter(({ on }) => on <= asOf)
      .map((review) => ({
        on: review.on,
        stage: review.stage,
        finding: pair(review.finding_zh, review.finding_en),
        source: sourceAt(whole, review),
        nextOn: review.next_on,
      }))
      .reverse(),
  };
}

function stayShown({ whole }: View, { tier, from, until, place }: TierStay): IndustryRow['stays'][number] {
  const { confidence } = place;
  return { tier, from, until, reason: pair(place.reason_zh, place.reason_en), source: sourceAt(whole, place), confidence };
}

function measureOf(view: View, id: string | null): Measure {
  const { whole, asOf } = view;
  const row = id === null ? undefined : rowIn(whole, 'indicator', id);
  const found = row && indicatorStanding(whole, row.id, asOf);
  if (!row || !found) return null;
  return {
    indicator: { kind: 'indicator', id: row.id, name: nameOfRow('indicator', row) },
    unitName: unitOf(view, row.unit),
    latest: found.latest && datedValueOf(view, found.latest),
    standing: found.name,
    why: found.why,
  };
}

function projectShown(view: View, { id, lead, areas, industries, values }: MatrixProject): IndustryBoard['projects'][number] {
  const { whole, asOf } = view;
  const state = view.state('project', id);
  const dueOn = state.dueBy;
  const isOver = dueOn !== null && dueOn < asOf && state.name !== 'done';
  return {
    project: thingOf(whole, 'project', id),
    lead: thingAt(whole, 'department', lead),
    state: state.name,
    reason: state.reason,
    dueOn,
    lateBy: isOver ? daysBetween(dueOn, asOf) : null,
    areas: [...areas],
    industries: [...industries],
    values: [...values],
  };
}

function partShown({
  value,
  projects,
  leads,
}: {
  value: string;
  projects: readonly string[];
  leads: number;
}): IndustryBoard['cells'][number]['parts'][number] {
  return { value, projects: [...projects], leads };
}
