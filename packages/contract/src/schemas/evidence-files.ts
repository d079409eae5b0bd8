import { vocabulary } from '@westgate/domain';
import { z } from 'zod';
import { bilingual, day, rev, thing } from './common.ts';
import { reason, who } from './revise.ts';

/** A file that proves something of a record. */
export const evidenceFile = z
  .object({
    id: z.string(),
    subject: thing,
    /** The requirement of a gate that it proves. */
    requirement: z.string().nullable(),
    title: bilingual,
    fileName: z.string(),
    mediaType: z.enum(vocabulary.EVIDENCE_MEDIA),
    bytes: z.number().int(),
    sha256: z.string(),
    on: z.string(),
    note: bilingual,
    /** The deed that brought it; null where it came with the district. */
    added: z.object({ seq: z.number().int(), at: z.string(), who: z.string().nullable() }).nullable(),
    rev,
  })
  .meta({ id: 'EvidenceFile' });

/** Which record's files. */
export const evidenceQuery = z.strictObject({ of: z.string().max(200).describe('the record, `kind:id`') });

/** The evidence files of a record, newest day first, and the largest file that is taken. */
export const evidenceFiles = z
  .object({ items: z.array(evidenceFile), mostBytes: z.number().int(), endings: z.array(z.string()) })
  .meta({ id: 'EvidenceFiles' });

const optionalText = z.string().max(500).default('');

/** The fields of an upload beside the file; each is a part of the form of its own. */
export const evidenceUpload = z
  .strictObject({
    subjectKind: z.enum(vocabulary.EVIDENCE_SUBJECTS),
    subjectId: z.string().min(1).max(80),
    requirement: z.string().max(80).optional().describe('the requirement of a gate that it proves'),
    titleZh: optionalText.describe('what it is, in Chinese; one of the two titles must be given'),
    titleEn: optionalText.describe('what it is, in English'),
    on: day.describe('the day it is of'),
    noteZh: optionalText,
    noteEn: optionalText,
    who,
    reason,
  })
  .meta({ id: 'EvidenceUpload' });

/** Answer of an upload. */
export const evidenceReceipt = z
  .object({ seq: z.number().int(), at: z.string(), id: z.string(), sha256: z.string(), bytes: z.number().int() })
  .meta({ id: 'EvidenceReceipt' });
