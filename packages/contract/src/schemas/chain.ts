import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, confidence, rev, source, sourceSaid, stateName, thing } from './common.ts';

const count = z.number().int();

/** An output with how much of it was planned and delivered, and how that stands on the day. */
export const outputLine = z
  .object({
    output: thing,
    unitName: bilingual,
    planned: z.number().nullable(),
    dueOn: z.string().nullable(),
    /** Delivered in all by the latest record; null where nothing is recorded. */
    delivered: z.number().nullable(),
    /** The day of that record. */
    on: z.string().nullable(),
    /** The day of the first record by which all of it was there. */
    reachedOn: z.string().nullable(),
    standing: z.enum(vocabulary.OUTPUT_STANDINGS),
    source: sourceSaid,
    confidence,
  })
  .meta({ id: 'OutputLine' });

/** Who judged how strongly something moves an indicator, when and on what. */
const judgement = {
  id: z.string(),
  rev,
  strength: z.enum(vocabulary.DRIVER_STRENGTHS),
  judgedBy: thing,
  judgedOn: z.string(),
  basis: bilingual,
  source: sourceSaid,
};

/** What moves an indicator: a project with its state, or one output of it. */
export const driverLine = z
  .object({
    ...judgement,
    project: thing.extend({ state: stateName }),
    /** It is one output that moves the indicator, and not the project as a whole. */
    isOneOutput: z.boolean(),
    /** That output, or all of the project. */
    outputs: z.array(outputLine),
  })
  .meta({ id: 'DriverLine' });

/** An indicator that a project is meant to move, and how it stands. */
export const drivenLine = z
  .object({
    ...judgement,
    indicator: thing,
    standing: z.enum(vocabulary.INDICATOR_STANDINGS),
    why: bilingual,
    /** The output by which the project moves it; null where it does as a whole. */
    output: thing.nullable(),
  })
  .meta({ id: 'DrivenLine' });

/** How much of an output was delivered up to a day. */
export const deliveryLine = z
  .object({ on: z.string(), quantity: z.number(), evidence: bilingual, source, confidence, note: bilingual, rev })
  .meta({ id: 'DeliveryLine' });

/** What became of a deal on a day. */
export const dealStep = z
  .object({
    on: z.string(),
    what: z.enum(vocabulary.DEAL_STEPS),
    realised: z.number().nullable(),
    source,
    confidence,
    note: bilingual,
    rev,
  })
  .meta({ id: 'DealStep' });

/** A deal of an event and how it stands on the day. */
const dealLine = z.object({
  deal: thing,
  parties: bilingual,
  amount: z.number().nullable(),
  unitName: bilingual.nullable(),
  amountPeriod: z.string().nullable(),
  industry: thing.nullable(),
  owner: thing.nullable(),
  standing: z.enum(vocabulary.DEAL_STANDINGS),
  since: z.string().nullable(),
  realised: z.number().nullable(),
  followUpOn: z.string().nullable(),
  /** The day of follow-up has passed, and nothing was recorded since. */
  isFollowUpDue: z.boolean(),
  source: sourceSaid,
});

/** The deals of an event, and what they come to. */
export const eventDeals = z
  .object({
    event: thing,
    deals: z.array(dealLine),
    totals: z.object({
      count,
      notKnown: count,
      signed: count,
      fallenThrough: count,
      realised: count,
      signedWithoutAmount: count,
      realisedWithoutAmount: count,
      /** Sums over the deals whose amounts are known, by unit. */
      amounts: z.array(z.object({ unitName: bilingual, signed: z.number(), fallenThrough: z.number(), realised: z.number() })),
    }),
  })
  .meta({ id: 'EventDeals' });
