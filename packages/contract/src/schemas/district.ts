import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, figure, pageOf, recordChange, rev, scopeQuery, stateName, thing, thingKind } from './common.ts';
import { planDocument } from './nouns.ts';
import { rowShape } from './records.ts';

export const axis = z
  .object({
    id: z.string(),
    name: bilingual,
    values: z.array(
      z.object({
        id: z.string(),
        name: bilingual,
        colour: z.enum(vocabulary.COLOURS).nullable(),
        pattern: z.enum(vocabulary.PATTERNS).nullable(),
      }),
    ),
  })
  .meta({ id: 'Axis' });

/** What keeps things from being recorded. `disk-full` and those in `-failed` and `-lost` end by themselves when the cause is gone. */
const stopReason = z.enum([
  'looking',
  'disk-full',
  'journal-failed',
  'database-failed',
  'database-lost',
  'journal-damaged',
  'lost-ownership',
  'thread-ended',
]);

/** What is told of the district beside its columns, and which of those are told otherwise. */
export const DISTRICT_TOLD = {
  untold: ['invented'],
  beside: {
    frame: z.tuple([z.number(), z.number(), z.number(), z.number()]),
    languages: z.array(z.enum(['zh', 'en'])),
    axes: z.array(axis),
    /** The unit codes that values may be recorded in. */
    units: z.array(z.object({ code: z.string(), name: bilingual })),
    /** What stands beside everything that is told of it: that it is invented, where it is, and its notice. */
    label: bilingual,
    /** The first and last day that a date of this district may name. */
    days: z.object({ first: z.string(), last: z.string() }),
    /** What it calls the levels of its programme; those that are not named have the names of the screens. */
    levels: z.partialRecord(z.enum(vocabulary.GATE_LEVELS), bilingual),
    /** All of it is invented, for practice. */
    isInvented: z.boolean(),
    documents: z.array(planDocument),
    /** Today in the district's time zone: the default of `asOf`. */
    today: z.string(),
    seq: z.number().int(),
    /** `read-only` with a note when the store cannot be written. */
    mode: z.enum(['ready', 'read-only']),
    /** Why nothing can be recorded; null while it can. */
    modeReason: stopReason.nullable(),
    modeNote: z.string().nullable(),
    figures: z.array(figure),
  },
} as const;

export const district = z.object(rowShape('district', DISTRICT_TOLD)).meta({ id: 'District' });

const count = z.number().int();

/** `of`: the faults of this record alone, as `kind:id`. */
export const heldFaultQuery = scopeQuery.extend({
  of: z.string().max(200).optional().describe('only those of this record, `kind:id`'),
});

/** Held values that would be refused today, the first 200 of them, and how many there are: they stay as they are, are shown, and count for nothing. */
export const heldFaults = z
  .object({
    total: count,
    items: z.array(
      z.object({
        /** The record it is shown with; null where it belongs to none. */
        thing: thing.nullable(),
        table: z.string(),
        key: z.string(),
        column: z.string(),
        why: z.enum(['no-day', 'out-of-span', 'ahead', 'bad-shape', 'ring']),
        found: z.string(),
        /** The same in Chinese, where it is told in words. */
        foundZh: z.string().optional(),
      }),
    ),
  })
  .meta({ id: 'HeldFaults' });

const gap = z.object({ thing, gap: z.string(), reason: bilingual }).meta({ id: 'Gap' });

export const coverage = z
  .object({
    sentences: z.object({ total: count, linked: count, narrative: count, unlinked: count }),
    commitments: z.object({ total: count, withoutVerbClass: count, withoutOwner: count, withoutDueDate: count, withoutPlace: count }),
    things: z.object({ total: count, placed: count, notKnown: count, noPlace: count }),
    projects: z.object({ total: count, servingNoSentence: count, withoutOwner: count, withoutDueDate: count }),
    states: z.record(stateName, count),
    open: z.object({ sentencesWithoutCommitment: count, commitmentsWithoutMeasure: count, unmeasurable: count }),
    /** How many records have each gap, by its name, and how many of them are commitments. */
    gapCounts: z.record(z.string(), z.object({ total: count, commitments: count })),
    /** The first 200 of each name; `/gaps` has them all. */
    gaps: z.array(gap),
    asOf: z.string(),
    seq: count,
  })
  .meta({ id: 'Coverage' });

/** The gaps of one name, page by page. */
export const gapQuery = scopeQuery.extend({
  gap: z.string().min(1).max(40).describe('the name of the gap, such as no-owner'),
  of: z.enum(['commitment', 'place']).optional().describe('those of commitments only, or of everything else'),
  limit: z.coerce.number().int().min(1).max(500).default(200).describe('gaps on a page'),
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .optional()
    .describe('`next` of the page before'),
});
export const gapPage = pageOf(gap).meta({ id: 'GapPage' });

export const searchQuery = scopeQuery.extend({
  q: z
    .string()
    .min(1)
    .max(200)
    .describe('words, first letters of pinyin, or a name with a slip; of words separated by blanks all must be found'),
  kind: thingKind.optional().describe('hits of this kind only; the counts are of all'),
  limit: z.coerce.number().int().min(1).max(50).default(20).describe('hits shown'),
});
export const searchResult = z
  .object({
    q: z.string(),
    /** Hits per kind, 0 included. */
    counts: z.record(z.string(), count),
    items: z.array(
      z.object({
        thing,
        /** The field that matched and the matched part of it, UTF-16 offsets. */
        match: z.object({
          /** `exact` = as it stands; `words` = all words, but apart; `pinyin` = by sound or first letters; `near` = all but for a slip. */
          kind: z.enum(['exact', 'words', 'pinyin', 'near']),
          text: z.string(),
          language: z.enum(['zh', 'en']),
          start: count,
          end: count,
        }),
        detail: bilingual,
        state: stateName.nullable(),
        aim: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'SearchResult' });

/** Answer of every write. */
export const receipt = z
  .object({
    seq: count,
    at: z.string(),
    verb: z.string(),
    outcomeId: z.string().nullable(),
    /** The revision at which the record stands after the write; null where it was withdrawn, and for writes of many records. */
    rev: rev.nullable(),
  })
  .meta({ id: 'Receipt' });
/** A deed that made a record, by the id of that. */
export const madeReceipt = receipt.pick({ seq: true, at: true }).extend({ id: z.string() }).meta({ id: 'MadeReceipt' });
/** The same of what is opened by a link; null where that was told before. */
export const openedReceipt = madeReceipt.extend({ link: z.string().nullable() }).meta({ id: 'OpenedReceipt' });
/** A deed that changes as many records as it finds, and how many it did; the last deed there is where it found none. */
export const countReceipt = receipt.pick({ seq: true }).extend({ count }).meta({ id: 'CountReceipt' });
export const undoRequest = z
  .strictObject({ who: z.string().trim().min(1).max(80), reason: z.string().max(500).default('') })
  .meta({ id: 'UndoRequest' });

export const folderFiles = z.record(z.string(), z.string());
export const importRequest = z
  .strictObject({
    files: folderFiles,
    dryRun: z.boolean().default(false),
    otherDistrict: z.boolean().default(false).describe('the folder of another district takes the place of the one held'),
    partial: z.boolean().default(false).describe('files that are not given stay as they are held'),
    who: z.string().trim().min(1).max(80).default('import'),
  })
  .meta({ id: 'ImportRequest' });
/** The fields of a form that brings the folder file by file: booleans in words. */
export const importForm = importRequest.omit({ files: true }).extend({
  dryRun: z.stringbool().default(false),
  otherDistrict: z.stringbool().default(false),
  partial: z.stringbool().default(false),
});
export const fault = z
  .object({
    file: z.string(),
    row: count.nullable(),
    field: z.string().nullable(),
    code: z.string(),
    expected: z.string(),
    /** The same in Chinese. */
    expectedZh: z.string(),
    found: z.string(),
    /** The same in Chinese, where it is told in words and is not the value itself. */
    foundZh: z.string().optional(),
    message: z.string(),
  })
  .meta({ id: 'Fault' });
export const importReport = z
  .object({
    stored: z.boolean(),
    dryRun: z.boolean(),
    seq: count.nullable(),
    tables: z.array(z.object({ table: z.string(), created: count, changed: count, deleted: count })),
    changes: z.array(recordChange),
    changeCount: count,
  })
  .meta({ id: 'ImportReport' });
export const exportAnswer = z.object({ seq: count, files: folderFiles }).meta({ id: 'FolderExport' });
export const verifyAnswer = z
  .object({
    ok: z.boolean(),
    deeds: count,
    head: z.object({ seq: count, hash: z.string() }),
    checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
  })
  .meta({ id: 'VerifyReport' });

/** One message of the event stream: a deed was done; ask again for what you show. */
export const changeMessage = z
  .object({
    seq: count,
    at: z.string(),
    verb: z.string(),
    tables: z
      .array(z.string())
      .describe('the tables of the rows that it changed, and `deed` where it takes one back; empty for who may not know of all'),
    keys: z
      .array(z.string())
      .describe('the rows, each `table:key`, and the deed that it takes back, `deed:seq`; none where they are more than 1,000'),
    today: z.string().describe('the day it is in the district'),
  })
  .meta({ id: 'ChangeMessage' });

/** How much of a deed is told. */
export const oneDeedQuery = z.strictObject({
  told: z.stringbool().default(false).describe('with what it is told by, in place of its changes'),
});

/** Which page of the deeds: at most `limit`, before the deed number `after`. */
export const deedQuery = z.strictObject({
  limit: z.coerce.number().int().min(1).max(200).default(50).describe('deeds on a page'),
  after: z.coerce.number().int().min(1).optional().describe('`next` of the page before: deeds older than this number'),
});

/** The same of the last deeds; with `told` each with what it is told by. */
export const lastDeedsQuery = deedQuery.extend(oneDeedQuery.shape);

/** The first and last day that any evidence, due date or event names: the ends of the time axis. */
export const span = z.object({ from: z.string(), to: z.string() }).meta({ id: 'Span' });

/** A backup, or a drill of its restoring: when it ended, the last deed in it, how long it took. */
const upkeepDone = z.object({ at: z.string(), seq: count, ms: z.number() }).nullable().describe('null where none is known');
const upkeepKind = z.enum(['backup', 'drill']);
/** How the office stands with its backups. */
export const upkeep = z
  .object({
    backup: upkeepDone,
    drill: upkeepDone,
    overdue: z.array(upkeepKind).describe('those that are longer ago than they should be'),
    days: z.object({ backup: count, drill: count }).describe('after how many days it is warned'),
  })
  .meta({ id: 'Upkeep' });

/** Whether requests are answered, and deeds are taken. */
export const readiness = z
  .object({
    ready: z.boolean(),
    seq: count,
    mode: z.enum(['ready', 'read-only']),
    reason: z.string().nullable().describe('why nothing can be recorded; null while it can'),
    note: z.string().nullable(),
    backup: z.string().nullable().describe('when the last backup ended; null where none is known'),
    drill: z.string().nullable().describe('when a backup was last restored to see that it can be; null where that is not known'),
    overdue: z.array(upkeepKind),
    restarts: z
      .object({ count, since: z.string(), last: z.object({ at: z.string(), cause: z.string() }).nullable() })
      .nullable()
      .describe('how often what serves was started again because it had ended unasked; null where nothing would start it again'),
    faults: z
      .object({ requests: count, background: count })
      .describe('what failed since the start that no caller was refused for: work of requests, and work in the background'),
  })
  .meta({ id: 'Readiness' });
