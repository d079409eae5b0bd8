import { addDays, type DayString, invariant, WestgateError } from '@westgate/base';
import type { Register, Row, TableName } from '@westgate/domain';
import { OUTSIDE } from '@westgate/store';
import type { Ask, AskedAt } from '../deeds/ask.ts';
import { isSaid } from '../deeds/put-changes.ts';
import type { Changing } from '../deeds/work.ts';
import { applyEdits } from '../edits/apply-edits.ts';
import { requireShown } from './require-personal.ts';
import { hashOf } from './secret.ts';

const TABLE: ReadonlySet<TableName> = new Set<TableName>(['outside_link']);
/** A link that stands open for longer than this is forgotten by those who gave it. */
const LONGEST_DAYS = 370;

/**
 * Makes a link by which a body outside the district reports on one record, up to a day; kept is the hash of its secret. Throws `WG_INPUT_INVALID` where
 * the day has gone by or lies more than a year ahead.
 */
export function outsideLink(
  register: Register,
  { subjectKind, subjectId, body: { zh, en }, expiresOn }: Ask<'make-outside-link'>,
  { today, seq, secret }: AskedAt,
): Changing {
  const last = addDays(today, LONGEST_DAYS);
  if (expiresOn < today || expiresOn > last) {
    const message = {
      zh: `expiresOn：应为 ${today} 至 ${last} 的日期，现为 ${expiresOn}`,
      en: `expiresOn: expected a day from ${today} to ${last}, found ${expiresOn}`,
    };
    throw new WestgateError('WG_INPUT_INVALID', message, { field: 'expiresOn' });
  }
  const body = { zh: zh || null, en: en || null };
  if (!isSaid(body))
    throw new WestgateError(
      'WG_INPUT_INVALID',
      { zh: 'body：至少用一种语言写明单位名称', en: 'body: expected the name of the body in one language at least' },
      { field: 'body' },
    );
  for (const name of [body.zh, body.en]) if (name !== null) requireShown('body', name);
  const records: ReadonlyMap<string, unknown> = register[subjectKind];
  if (!records.has(subjectId))
    throw new WestgateError('WG_NOT_FOUND', { zh: '没有这条记录', en: `there is no such ${subjectKind}` }, { kind: subjectKind });
  invariant(secret, 'a link has a secret');
  const fields = {
    subject_kind: subjectKind,
    subject_id: subjectId,
    body_zh: body.zh,
    body_en: body.en,
    expires_on: expiresOn,
    secret_hash: hashOf(secret),
  };
  return { changes: applyEdits(register, [{ action: 'create', table: 'outside_link', fields }], seq, TABLE).changes };
}

/** The link a secret is of. Throws `WG_LINK_SPENT` where there is none, it was withdrawn, or its day has gone by. */
export function linkedBy(register: Register, secret: string, today: DayString): Row<'outside_link'> {
  const hash = hashOf(secret);
  const link = [...register.outside_link.values()].find(({ secret_hash: held }) => held === hash);
  if (link && link.expires_on >= today) return link;
  throw new WestgateError('WG_LINK_SPENT', {
    zh: '链接已收回或已过期，请向部门索取新的',
    en: 'expected a link that was not withdrawn and has not run out; ask the department for a new one',
  });
}

/**
 * Who signs what is done by a link: the name that was given and the body, marked as outside. No account and no program is called so. Throws
 * `WG_INPUT_INVALID` for a name that is not what it seems.
 */
export function signedByLink({ body_zh, body_en }: Pick<Row<'outside_link'>, 'body_zh' | 'body_en'>, name: string): string {
  requireShown('who', name);
  return `${OUTSIDE}${name} (${body_zh ?? body_en ?? ''})`;
}
