import * as exposureSchema from '../schemas/flood-exposure.ts';
import { type Descriptions, fileOf, MEDIA } from './told.ts';

/** What follows from a run of the flood lab for the register. */
export const floodResults = {
  'flood-exposure': {
    summary:
      'Places under the water of a run, as far as whoever asks may know of them: depth, speed, hazard class, arrival, and when people must be out',
    query: exposureSchema.floodExposureQuery,
    answer: exposureSchema.floodExposure,
    errors: ['WG_TOO_HARD', 'WG_TOO_MANY'],
    isFresh: true,
  },
  'flood-exposure-csv': {
    summary: 'The same as CSV, all of it',
    query: exposureSchema.floodExposureFileQuery,
    answer: fileOf(MEDIA.csv),
    errors: ['WG_TOO_HARD', 'WG_TOO_MANY'],
  },
  'flood-paper': {
    summary:
      'A run of a flood case as a Word document: ground, peaks, what lies under water, gate log, account of the water. Planning evidence, not a warning service',
    query: exposureSchema.floodPaperQuery,
    answer: fileOf(MEDIA.docx),
    errors: ['WG_TOO_HARD', 'WG_TOO_MANY', 'WG_NO_DISTRICT'],
  },
  'flood-wet-shares': {
    summary:
      'Places by the share of the runs of a sensitivity run in which they are under water, as far as whoever asks may know of them; what lies beside the ground is not known',
    query: exposureSchema.floodWetSharesQuery,
    answer: exposureSchema.floodWetShares,
    errors: ['WG_TOO_HARD', 'WG_TOO_MANY'],
    isFresh: true,
  },
  'flood-adoptions': {
    summary: 'What projects adopted of runs of flood cases, the last first',
    query: exposureSchema.floodAdoptionsQuery,
    answer: exposureSchema.floodAdoptions,
  },
} satisfies Partial<Descriptions>;
