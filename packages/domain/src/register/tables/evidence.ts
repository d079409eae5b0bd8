import { anyRef, day, id, integer, maybeRef, oneOf, pair, past, text } from '../fields.ts';
import { note, table } from '../table.ts';
import { EVIDENCE_MEDIA, EVIDENCE_SUBJECTS } from '../vocabulary.ts';

/** Files that prove something; their bytes lie outside the register, under their hash. */
export const EVIDENCE_TABLES = {
  evidence: table({
    name: 'evidence',
    file: 'programme/evidence.csv',
    key: ['id'],
    named: 'title',
    about: 'a file that proves something of a record; its bytes are kept under their hash',
    fields: {
      id: id<'evidence'>('stable id'),
      subject_kind: oneOf(EVIDENCE_SUBJECTS, 'kind of the record'),
      subject_id: anyRef('subject_kind', 'the record it is evidence of'),
      requirement: maybeRef('requirement', 'what it proves, where a gate asks for it'),
      ...pair('title', 'what it is'),
      file_name: text('the name of the file as it was given'),
      media_type: oneOf(EVIDENCE_MEDIA, 'what the file is, found from its content'),
      bytes: integer('how long it is, in bytes'),
      sha256: text('SHA-256 of its bytes, 64 hex digits'),
      on: past(day('the day it is of')),
      ...note(),
    },
  }),
} as const;
