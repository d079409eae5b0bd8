import * as floodSchema from '../schemas/flood.ts';
import type { Descriptions } from './told.ts';

/** The flood lab beside its records and runs. */
export const flood = {
  'ground-reading': {
    summary:
      'What stands in the file of a ground model: its reference system and how that was found, heights, holes, and what its steps change',
    answer: floodSchema.groundReading,
    errors: ['WG_TOO_HARD'],
    isFresh: true,
  },
  'preview-flood': {
    summary: 'Work a flood case out on coarse cells, with a design that need not be kept; nothing is stored',
    body: floodSchema.floodPreviewRequest,
    answer: floodSchema.floodPreview,
    errors: ['WG_TOO_HARD', 'WG_TOO_MANY'],
    takesKey: false,
  },
} satisfies Partial<Descriptions>;
