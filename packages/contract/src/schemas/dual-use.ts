import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, confidence, rev, sourceSaid, thing } from './common.ts';

/** A switch of the mode of an asset. */
export const modeSwitch = z
  .object({ on: z.string(), at: z.string(), mode: z.enum(vocabulary.ASSET_MODES), reason: bilingual })
  .meta({ id: 'ModeSwitch' });

/** A drill of an asset, and how it stands on the day. */
export const assetDrill = z
  .object({
    drill: thing,
    plannedOn: z.string().nullable(),
    heldOn: z.string().nullable(),
    minutes: z.number().int().nullable(),
    persons: z.number().int().nullable(),
    standing: z.enum(vocabulary.DRILL_STANDINGS).nullable(),
  })
  .meta({ id: 'AssetDrill' });

/** A part of an asset, and on how many days a year water stands above it; where that is not known, why not. */
export const assetPart = z
  .object({
    id: z.string(),
    rev,
    name: bilingual,
    kind: z.enum(vocabulary.PART_KINDS),
    elevation: z.number().nullable(),
    closedDays: z.number().nullable(),
    why: z.enum(['no-elevation', 'no-levels', 'below-levels', 'above-levels']).nullable(),
    source: sourceSaid,
    confidence,
  })
  .meta({ id: 'AssetPart' });

/** An everyday level of the water at a place, and the parts that are closed when it stands there. */
export const everydayLevel = z
  .object({ level: z.number(), days: z.number(), closed: z.array(bilingual), source: sourceSaid, confidence, rev })
  .meta({ id: 'EverydayLevel' });
