import { anyRef, day, emptyIs, id, integer, maybeRef, oneOf, pair, past, text } from '../fields/fields.ts';
import { EVIDENCE_MEDIA, EVIDENCE_SUBJECTS } from '../fields/vocabulary.ts';
import { label, note, table } from './table.ts';

/** Files that prove something; their bytes lie outside the register, under their hash. */
export const EVIDENCE_TABLES = {
  evidence: table({
    label: label('佐证材料', 'evidence file', 'evidence files', '份'),
    file: 'programme/evidence.csv',
    since: 9,
    key: ['id'],
    named: 'title',
    about: {
      zh: '记录的佐证材料文件，原文件按哈希值保存',
      en: 'a file that proves something of a record; its bytes are kept under their hash',
    },
    of: ['subject_id'],
    goesWith: ['subject_id'],
    audience: 'office',
    written: {
      by: 'making',
      how: { zh: '佐证材料要随文件一起提交，用 POST /api/v1/evidence', en: 'evidence comes with its file, by POST /api/v1/evidence' },
    },
    right: 'update',
    isFact: true,
    address: 'evidence',
    fields: {
      id: id<'evidence'>('固定编号', 'stable id'),
      subject_kind: oneOf(EVIDENCE_SUBJECTS, '记录种类', 'kind of the record'),
      subject_id: anyRef('subject_kind', '所证明的记录', 'the record it is evidence of'),
      requirement: emptyIs(maybeRef('requirement', '所证明的环节要求，由办理环节提出时填写', 'what it proves, where a gate asks for it')),
      ...pair('title', '名称', 'what it is'),
      file_name: text('上传时的文件名', 'the name of the file as it was given'),
      media_type: oneOf(EVIDENCE_MEDIA, '文件类型，由内容识别', 'what the file is, found from its content'),
      bytes: integer('文件大小，字节', 'how long it is, in bytes'),
      sha256: text('文件内容的 SHA-256，64 位十六进制', 'SHA-256 of its bytes, 64 hex digits'),
      on: past(day('文件所属的日期', 'the day it is of')),
      ...note(),
    },
  }),
} as const;
