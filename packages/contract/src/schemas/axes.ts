import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, scopeQuery, stateName, thing } from './common.ts';
import { exceptionWhy } from './report.ts';

const count = z.number().int();

/**
 * A commitment or project in the tree: its state, the day first promised, that to which an outcome moved it (null: it stands as promised), and why it
 * needs attention, the gravest reason first.
 */
const leaf = z.object({
  thing,
  state: stateName,
  dueOn: z.string().nullable(),
  movedTo: z.string().nullable(),
  why: z.array(exceptionWhy),
});

/** What stands under one value of an axis: counts over all of it, and the first of each list. */
const branch = z.object({
  /** Null: what stands under no value of the axis. */
  value: z.string().nullable(),
  name: bilingual,
  commitmentCount: count,
  /** The sentences that promise them. */
  sentenceCount: count,
  /** The projects that carry the value. None: nothing joins the pair of this axis and this value. */
  projectCount: count,
  /** Commitments under it that no project serves. */
  withoutProject: count,
  states: z.record(stateName, count),
  /** Its commitments by reason; one may have several. */
  whys: z.record(z.string(), count),
  /** What is past its day first, then in the order of the text; the first, as many as fit in one answer. Of its projects the first 20. */
  commitments: z.array(
    leaf.extend({
      number: z.string(),
      document: z.string(),
      /** The sentence that promises it. */
      sentence: thing,
      projects: z.array(leaf),
      projectCount: count,
      /** The indicators that measure it or what serves it, the first 20, with how each stands. */
      indicators: z.array(z.object({ thing, standing: z.enum(vocabulary.INDICATOR_STANDINGS) })),
      indicatorCount: count,
    }),
  ),
  /** Projects that carry the value and that no commitment above reaches; the first, likewise. */
  beside: z.array(leaf),
  besideCount: count,
});

export const axisQuery = scopeQuery;

/** The commitments of a plan, or of all, under the values of one axis, with their projects. */
export const axisTree = z
  .object({
    asOf: z.string(),
    seq: count,
    axis: z.object({ id: z.string(), name: bilingual }),
    /** Each commitment and each project once; a record under several values stands under each. */
    commitmentCount: count,
    projectCount: count,
    states: z.record(stateName, count),
    branches: z.array(branch),
  })
  .meta({ id: 'AxisTree' });
