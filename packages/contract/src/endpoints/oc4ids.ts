import * as oc4idsSchema from '../schemas/oc4ids.ts';
import { type Descriptions, fileOf, MEDIA } from './told.ts';

const MB = 1024 * 1024;

/** Projects in OC4IDS, the open standard for infrastructure projects. */
export const oc4ids = {
  oc4ids: {
    summary: 'The public projects as an OC4IDS 0.9.5 package, without errors; any site may read it',
    tag: 'oc4ids',
    query: oc4idsSchema.publicQuery,
    answer: fileOf(MEDIA.json),
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
  },
  'oc4ids-export': {
    summary: 'The projects as an OC4IDS 0.9.5 package, as far as who asks may know of them; or the document that one came in',
    tag: 'oc4ids',
    query: oc4idsSchema.exportQuery,
    answer: fileOf(MEDIA.json),
    errors: ['WG_NOT_FOUND', 'WG_NO_DISTRICT'],
  },
  'project-oc4ids': {
    summary: 'A project in OC4IDS: its id there, what it came with that no record holds, and what of it the standard has no field for',
    tag: 'oc4ids',
    answer: oc4idsSchema.projectOc4ids,
  },
  'import-oc4ids': {
    summary: 'Take the projects of an OC4IDS document in, as one deed; with dryRun only tell what would change, and every fault',
    tag: 'oc4ids',
    body: oc4idsSchema.importRequest,
    answer: oc4idsSchema.importReport,
    errors: ['WG_NO_DISTRICT'],
    bodyLimit: 24 * MB,
  },
} satisfies Partial<Descriptions>;
