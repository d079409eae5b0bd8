import { anyRef, day, id, integer, list, maybeRef, oneOf, pair, past, ref } from '../fields.ts';
import { table } from '../table.ts';
import { SUPERVISED_KINDS, SUPERVISION_STEPS } from '../vocabulary.ts';

/** Matters under supervision, and what was done with each. */
export const SUPERVISION_TABLES = {
  supervision: table({
    name: 'supervision',
    file: 'programme/supervision.csv',
    key: ['id'],
    named: 'asked',
    about: 'a matter under supervision: what is asked of which record, of whom, and by when',
    based: [{ value: ['instruction_zh', 'instruction_en', 'due_on'], basis: ['source'] }],
    fields: {
      id: id<'supervision'>('stable id'),
      subject_kind: oneOf(SUPERVISED_KINDS, 'kind of the record it is about'),
      subject_id: anyRef('subject_kind', 'the record it is about'),
      ...pair('asked', 'what is asked'),
      ...pair('instruction', 'on whose instruction'),
      source: maybeRef('source', 'where the instruction and the due date were read'),
      lead: ref('department', 'the department that signs for it and reports'),
      due_on: day('the day by which it is to be reported done'),
      requirement: maybeRef('requirement', 'what a gate asks for, where the matter is an ask for that; it is answered by what is brought'),
      registered_on: past(day('the day it was registered')),
    },
  }),
  supervision_department: table({
    name: 'supervision_department',
    file: 'programme/supervision-departments.csv',
    key: ['supervision', 'department'],
    about: 'a department that co-operates in a matter under supervision',
    fields: {
      supervision: ref('supervision', 'the matter'),
      department: ref('department', 'the department'),
    },
  }),
  supervision_step: table({
    name: 'supervision_step',
    file: 'programme/supervision-steps.csv',
    key: ['supervision', 'position'],
    about: 'a step of a matter under supervision: signed for, reported, returned, verified, closed',
    fields: {
      supervision: ref('supervision', 'the matter'),
      position: integer('its place among the steps of the matter, from 1'),
      step: oneOf(SUPERVISION_STEPS, 'what was done'),
      on: past(day('the day it was done')),
      ...pair('words', 'what was said with it'),
      department: maybeRef('department', 'the department that did it; none for the office'),
      basis: list('what it rested on, as evidence:id or outcome:id; without one of these it counts no more'),
    },
  }),
} as const;
