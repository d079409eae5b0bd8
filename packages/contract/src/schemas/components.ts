import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, rev, sourceSaid, thing } from './common.ts';

const stage = z.enum(vocabulary.COMPONENT_STAGES);

/** A part of a project with a shape and a stage of its own. */
export const component = z
  .object({
    id: z.string(),
    position: z.number().int(),
    name: bilingual,
    stage,
    stageOn: z.string().nullable(),
    source: sourceSaid,
    note: bilingual,
    geometry: z.object({ type: z.string(), coordinates: z.unknown() }).nullable(),
    rev,
  })
  .meta({ id: 'Component' });

/** The components of a project, and the stage that follows from theirs; null where it has none. */
export const projectComponents = z
  .object({ project: thing, stage: stage.nullable(), items: z.array(component) })
  .meta({ id: 'ProjectComponents' });
