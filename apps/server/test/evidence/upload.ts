import type { TestOffice } from '../office.ts';

/** Fields of an upload; those given take the place of the usual ones. */
export type Fields = Readonly<Record<string, string>>;

const USUAL: Fields = {
  subjectKind: 'project',
  subjectId: 'sea-wall',
  titleEn: 'Minutes of the joint review',
  on: '2024-08-26',
  who: 'Ada',
  reason: '',
};

/** Sends a file with its fields, as the form of the screen does. */
export function upload(
  office: Pick<TestOffice, 'ask'>,
  name: string,
  bytes: Uint8Array,
  fields: Fields = {},
  key?: string,
): Promise<Response> {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...USUAL, ...fields })) form.append(field, value);
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const headers: Record<string, string> = key === undefined ? {} : { 'idempotency-key': key };
  return office.ask('/api/v1/evidence', { method: 'POST', body: form, headers });
}
