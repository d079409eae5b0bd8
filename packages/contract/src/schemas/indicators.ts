import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { indicatorValue } from './beside.ts';
import { belongs, bilingual, stateName, thing } from './common.ts';

/** A value of an indicator as a line draws it. */
const point = z.object({
  kind: z.enum(vocabulary.INDICATOR_VALUE_KINDS),
  period: z.string(),
  /** The last day of its period. */
  on: z.string(),
  value: z.number(),
  status: z.enum(vocabulary.VALUE_STATUSES).nullable(),
  breaksSeries: z.boolean(),
  /** The source of a value that was entered, and the rev it is changed by; null where it was worked out. */
  entered: z.object({ source: z.string(), rev: z.number().int() }).nullable(),
});

/** An indicator on the board: how it stands and why, its values, what moves it, who reports it. */
export const boardRow = z
  .object({
    indicator: thing,
    unitName: bilingual,
    aim: z.string().nullable(),
    ...belongs,
    direction: z.enum(vocabulary.DIRECTIONS),
    frequency: z.enum(vocabulary.VALUE_FREQUENCIES).nullable(),
    isCalculated: z.boolean(),
    standing: z.enum(vocabulary.INDICATOR_STANDINGS),
    why: bilingual,
    latest: indicatorValue.nullable(),
    target: indicatorValue.nullable(),
    expected: z.number().nullable(),
    gap: z.number().nullable(),
    freshUntil: z.string().nullable(),
    owner: thing.nullable(),
    /** The first of the projects and commitments that it measures, with its state; empty where it measures none. */
    measured: z.array(thing.extend({ state: stateName })),
    measuredCount: z.number().int(),
    points: z.array(point),
  })
  .meta({ id: 'BoardRow' });

/** All indicators of what is shown, in the order of their names. */
export const indicatorBoard = z.object({ asOf: z.string(), rows: z.array(boardRow) }).meta({ id: 'IndicatorBoard' });
