import { deed, history } from '../schemas/common.ts';
import * as districtSchema from '../schemas/district.ts';
import * as editSchema from '../schemas/edits.ts';
import * as journalSchema from '../schemas/journal.ts';
import { type Descriptions, fileOf, nothing } from './told.ts';

const MB = 1024 * 1024;

/** Deeds, edits and the journal. */
export const deeds = {
  edit: {
    summary: 'Make, change, take out and merge several records as one deed, all or none',
    body: editSchema.editsRequest,
    answer: editSchema.editsReceipt,
    errors: ['WG_NOT_FOUND', 'WG_STALE_RECORD'],
    bodyLimit: 8 * MB,
  },
  links: {
    summary: 'The links of a record as they were written',
    query: editSchema.tieQuery,
    answer: editSchema.ties,
    errors: ['WG_NOT_FOUND'],
  },
  link: { summary: 'Link two records', body: editSchema.linkRequest, answer: editSchema.editsReceipt },
  unlink: { summary: 'Take a link out', body: editSchema.unlinkRequest, answer: editSchema.editsReceipt, isOfRev: true },
  deeds: { summary: 'The last deeds, newest first, without their changes', query: districtSchema.lastDeedsQuery, answer: history },
  deed: {
    summary: 'One deed with its changes, the first 1,000 of them, or with what it is told by',
    query: districtSchema.oneDeedQuery,
    answer: deed,
  },
  undo: {
    summary: 'Take a deed back by a new one; taking that one back does it again',
    body: districtSchema.undoRequest,
    answer: districtSchema.receipt,
    errors: ['WG_UNDO_BLOCKED', 'WG_STALE_RECORD'],
  },
  underway: {
    summary: 'How far the deed has come that is being done with this idempotency key',
    tag: 'deeds',
    answer: editSchema.underway,
    isFresh: true,
  },
  changes: {
    summary: 'Server-sent events: one message for each deed, with its number as id',
    tag: 'deeds',
    answer: { description: 'Data of each message', ...fileOf('text/event-stream', districtSchema.changeMessage) },
    description:
      'It begins with the event `begin`, whose id is the last deed: who was answered before that one (`x-westgate-seq`) asks again. A returning caller sends Last-Event-ID and gets what it missed, or the event `reset` when that is no longer known. The event `run` tells how far long work is (RunMessage).',
  },
  verify: {
    summary: 'Follow the journal from its first deed and compare the database and the memory with it',
    tag: 'deeds',
    body: nothing,
    answer: districtSchema.verifyAnswer,
    takesKey: false,
  },
  journal: {
    summary: 'Whether the journal holds every deed that was done, what can be chosen where it does not, and what was chosen before',
    tag: 'deeds',
    answer: journalSchema.journal,
    isFresh: true,
  },
  'mend-journal': {
    summary: 'Write the journal again from what proves it, or go on without what nothing holds; the choice is a deed',
    tag: 'deeds',
    body: journalSchema.mendRequest,
    answer: journalSchema.mendAnswer,
    errors: ['WG_JOURNAL_DAMAGED'],
    takesKey: false,
  },
} satisfies Partial<Descriptions>;
