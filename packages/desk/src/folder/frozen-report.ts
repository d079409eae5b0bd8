import { createHash } from 'node:crypto';
import { canonicalJson, type Json } from '@westgate/base';
import type { Row } from '@westgate/domain';

/** The columns of a report that its hash is made over. */
export type Frozen = Pick<Row<'report'>, 'number' | 'title_zh' | 'title_en' | 'as_of' | 'made_on' | 'head_seq' | 'head_hash' | 'content'>;

/** The key of a report by its number. */
export function keyOfReport(number: number): string {
  return `report-${number}`;
}

/**
 * All that a report freezes, as canonical JSON: number, title, days, the head of the journal it rests on, and the content. The SHA-256 of
 * these bytes is the hash of the report, so that anyone can check it with no more than this text.
 */
export function frozenText({ number, title_zh, title_en, as_of, made_on, head_seq, head_hash, content }: Frozen): string {
  return canonicalJson(
    jsonOf({
      number,
      title: { zh: title_zh, en: title_en },
      asOf: as_of,
      madeOn: made_on,
      head: { seq: head_seq, hash: head_hash },
      content,
    }),
  );
}

/** SHA-256 over {@link frozenText}, 64 hex digits. */
export function hashOfReport(report: Frozen): string {
  return createHash('sha256').update(frozenText(report)).digest('hex');
}

/** A report's content is JSON by its type. */
function jsonOf(value: object): Json {
  return value as Json;
}
