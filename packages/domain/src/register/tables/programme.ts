import { anyRef, id, maybeOneOf, maybeRef, oneOf, pair, period } from '../fields.ts';
import { dueFields, noPlace, note, table, tags, visibility } from '../table.ts';
import { CONFIDENCES, PROJECT_KINDS, RELATIONS, THING_KINDS, VERB_CLASSES } from '../vocabulary.ts';

/** Work, events, and what belongs to what. */
export const PROGRAMME_TABLES = {
  project: table({
    name: 'project',
    file: 'programme/projects.csv',
    key: ['id'],
    named: 'name',
    about: 'work on sites',
    fields: {
      id: id<'project'>('stable id'),
      ...pair('name', 'the name'),
      kind: oneOf(PROJECT_KINDS, 'the kind of work'),
      verb_class: maybeOneOf(VERB_CLASSES, 'what counts as done for it'),
      lead: maybeRef('department', 'the department in the lead'),
      ...pair('lead_basis', 'where the lead comes from'),
      ...dueFields,
      ...noPlace(),
      tags: tags(),
      ...note(),
      ...visibility(),
    },
  }),
  event: table({
    name: 'event',
    file: 'results/events.csv',
    key: ['id'],
    named: 'name',
    about: 'a dated event',
    fields: {
      id: id<'event'>('stable id'),
      ...pair('name', 'the name'),
      dates: period('the days it is held'),
      place: maybeRef('place', 'the venue'),
      ...pair('organisers', 'who holds it'),
      confidence: oneOf(CONFIDENCES, 'how sure the dates are'),
      source: maybeRef('source', 'where the dates were read'),
      ...noPlace(),
      tags: tags(),
      ...note(),
      ...visibility(),
    },
  }),
  link: table({
    name: 'link',
    file: 'programme/links.csv',
    key: ['from_kind', 'from_id', 'relation', 'to_kind', 'to_id'],
    about: 'how one record bears on another',
    fields: {
      from_kind: oneOf(THING_KINDS, 'kind of the first record'),
      from_id: anyRef('from_kind', 'the first record'),
      relation: oneOf(RELATIONS, 'how it bears on the second'),
      to_kind: oneOf(THING_KINDS, 'kind of the second record'),
      to_id: anyRef('to_kind', 'the second record'),
      source: maybeRef('source', 'who says so'),
      ...note(),
    },
  }),
} as const;
