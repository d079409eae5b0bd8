import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { commonSchema, evidenceSchema } from '@westgate/contract';
import { HARBOUR, openOffice } from '../office.ts';
import { docx, jpeg, pdf, png, webp, xlsx } from './sample-files.ts';
import { upload } from './upload.ts';

const office = await openOffice(HARBOUR, null, { downloads: 1, addressDownloads: 1, builds: 1 });
const OF = '/api/v1/evidence?of=project:sea-wall';
const list = async () => evidenceSchema.evidenceFiles.parse(await office.get(OF)).items;
const receiptOf = async (answer: Response) => {
  assert.equal(answer.status, 200, await answer.clone().text());
  return evidenceSchema.evidenceReceipt.parse(await answer.json());
};

test('every kind of file that an office has is kept, listed with who brought it, and given back byte by byte', async () => {
  const files: readonly (readonly [string, Buffer, string, string])[] = [
    ['minutes.pdf', pdf(), 'application/pdf', 'attachment'],
    ['wall.png', png(), 'image/png', 'inline'],
    ['Wall No 2.JPG', jpeg(), 'image/jpeg', 'inline'],
    ['wall.webp', webp(), 'image/webp', 'inline'],
    ['letter.docx', docx(), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment'],
    ['sums.xlsx', xlsx(), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'attachment'],
    ['sums.csv', Buffer.from('a,b\n1,2\n'), 'text/csv', 'attachment'],
    ['会议纪要.txt', Buffer.from([0xbb, 0xe1, 0xd2, 0xe9]), 'text/plain', 'attachment'],
  ];
  for (const [name, bytes, media, disposition] of files) {
    const { id, sha256 } = await receiptOf(await upload(office, name, bytes));
    assert.equal(sha256, createHash('sha256').update(bytes).digest('hex'));
    const answer = await office.ask(`/api/v1/evidence/${id}/file`);
    assert.deepEqual(Buffer.from(await answer.arrayBuffer()), bytes, name);
    assert.ok(answer.headers.get('content-type')?.startsWith(media), name);
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff');
    const told = answer.headers.get('content-disposition') ?? '';
    assert.ok(told.startsWith(disposition) && told.includes(encodeURIComponent(name)), told);
  }
  const items = await list();
  assert.equal(items.length, files.length);
  assert.deepEqual(
    items.map(({ fileName }) => fileName),
    files.map(([name]) => name),
  );
  assert.ok(items.every(({ added }) => added?.who === 'Ada'));
});

test('an upload is undone and done again, and its bytes come back with it', async () => {
  const { seq, id } = await receiptOf(await upload(office, 'gauge.pdf', pdf('gauge')));
  await office.post(`/api/v1/deeds/${seq}/undo`, { who: 'Ada' });
  assert.equal((await office.ask(`/api/v1/evidence/${id}/file`)).status, 404);
  const undone = await office.desk.deeds(1);
  await office.post(`/api/v1/deeds/${undone[0]?.seq}/undo`, { who: 'Ada' });
  const answer = await office.ask(`/api/v1/evidence/${id}/file`);
  assert.deepEqual(Buffer.from(await answer.arrayBuffer()), pdf('gauge'));
  assert.ok((await office.desk.verify()).isClean);
});

test('the same upload under the same key is one deed; the same bytes of two records are kept once', async () => {
  const first = await receiptOf(await upload(office, 'once.pdf', pdf('once'), {}, 'key-1'));
  assert.deepEqual(await receiptOf(await upload(office, 'once.pdf', pdf('once'), {}, 'key-1')), first);
  const other = await receiptOf(await upload(office, 'once.pdf', pdf('once'), { subjectId: 'tide-gauge' }));
  assert.equal(other.sha256, first.sha256);
  assert.notEqual(other.id, first.id);
});

test('the words of a file are corrected and it is taken out, but what it is stays as it came', async () => {
  const { id } = await receiptOf(await upload(office, 'plan.pdf', pdf('plan')));
  const change = (method: string, body: object, rev = 1) =>
    office.send(method, `/api/v1/evidence/${id}`, { who: 'Ada', ...body }, { 'if-match': `"${rev}"` });
  assert.equal((await change('PATCH', { fields: { title_en: 'The plan' } })).status, 200);
  assert.equal((await change('PATCH', { fields: { sha256: 'f'.repeat(64) } }, 2)).status, 400);
  assert.equal((await change('DELETE', { reason: 'wrong file' }, 2)).status, 200);
  assert.ok((await list()).every((file) => file.id !== id));
});

test('no row of evidence is made without its file, and none of nothing', async () => {
  const before = office.desk.seq;
  const fields = {
    subject_kind: 'project',
    subject_id: 'sea-wall',
    title_en: 'x',
    file_name: 'x.pdf',
    media_type: 'application/pdf',
    bytes: 1,
  };
  const edit = { action: 'create', table: 'evidence', fields: { ...fields, sha256: 'a'.repeat(64), on: '2024-01-01' } };
  assert.equal((await office.post('/api/v1/edits', { who: 'Ada', edits: [edit] })).status, 400);
  assert.equal((await upload(office, 'a.pdf', pdf(), { subjectId: 'no-such' })).status, 400);
  assert.equal((await upload(office, 'a.pdf', pdf(), { on: 'yesterday' })).status, 400);
  assert.equal((await upload(office, 'a.pdf', pdf(), { titleEn: '' })).status, 400);
  assert.equal((await upload(office, 'a.pdf', pdf(), { colour: 'red' })).status, 400);
  assert.equal(
    (await office.ask('/api/v1/evidence', { method: 'POST', body: 'x', headers: { 'content-type': 'text/plain' } })).status,
    415,
  );
  assert.equal((await office.ask('/api/v1/evidence', { method: 'POST', body: new FormData() })).status, 400);
  assert.equal((await office.ask('/api/v1/evidence?of=project:no-such')).status, 404);
  assert.equal(office.desk.seq, before);
});

test('the pictures of a page are no downloads, however many; a browser that holds one is told so', async () => {
  const pictures = Array.from({ length: 20 }, (_, index) => Buffer.concat([jpeg().subarray(0, -2), Buffer.from([index, 0xff, 0xd9])]));
  const ids: string[] = [];
  for (const [index, bytes] of pictures.entries()) ids.push((await receiptOf(await upload(office, `${index}.jpg`, bytes))).id);
  const answers = await Promise.all(ids.map((id) => office.ask(`/api/v1/evidence/${id}/file`)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
  for (const [index, answer] of answers.entries()) assert.deepEqual(Buffer.from(await answer.arrayBuffer()), pictures[index]);
  const etag = answers[0]?.headers.get('etag') ?? '';
  assert.equal((await office.ask(`/api/v1/evidence/${ids[0]}/file`, { headers: { 'if-none-match': etag } })).status, 304);
});

test('a part of a file is answered with that part, and where there is no such part with how long the file is', async () => {
  const bytes = pdf('read in parts');
  const { id } = await receiptOf(await upload(office, 'parts.pdf', bytes));
  const part = async (range: string, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await office.ask(`/api/v1/evidence/${id}/file`, { headers: { range, ...headers } });
    return { answer, body: Buffer.from(await answer.arrayBuffer()), range: answer.headers.get('content-range') };
  };
  const { length } = bytes;
  for (const [asked, first, last] of [
    ['bytes=0-9', 0, 9],
    ['bytes=5-', 5, length - 1],
    ['bytes=-4', length - 4, length - 1],
    [`bytes=2-${length + 100}`, 2, length - 1],
  ] as const) {
    const { answer, body, range } = await part(asked);
    assert.equal(answer.status, 206, asked);
    assert.equal(range, `bytes ${first}-${last}/${length}`);
    assert.deepEqual(body, bytes.subarray(first, last + 1), asked);
    assert.equal(answer.headers.get('accept-ranges'), 'bytes');
  }
  for (const beyond of [`bytes=${length}-`, 'bytes=-0']) {
    const { answer, range } = await part(beyond);
    assert.equal(answer.status, 416, beyond);
    assert.equal(range, `bytes */${length}`);
  }
  for (const whole of ['bytes=0-1,4-5', 'bytes=9-2', 'lines=1-2']) {
    const { answer, body } = await part(whole);
    assert.equal(answer.status, 200, whole);
    assert.deepEqual(body, bytes);
  }
  const etag = (await part('bytes=0-0')).answer.headers.get('etag') ?? '';
  assert.equal((await part('bytes=0-0', { 'if-range': etag })).answer.status, 206);
  assert.equal((await part('bytes=0-0', { 'if-range': '"another"' })).answer.status, 200);
  assert.equal((await part('bytes=0-0', { 'if-none-match': etag })).answer.status, 304);
});

test('what is refused is told with what was expected', async () => {
  const answer = await upload(office, 'minutes.pdf', png());
  const problem = commonSchema.problem.parse(await answer.json());
  assert.equal(problem.code, 'WG_FILE_REFUSED');
  assert.match(problem.detail, /file: expected a file that is what its name says \(application\/pdf\); its content is png/);
});

test('a form whose boundary is too long to be one is refused as what it is', async () => {
  const boundary = 'b'.repeat(300);
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` };
  const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\n\r\nx\r\n--${boundary}--\r\n`;
  const answer = await office.ask('/api/v1/evidence', { method: 'POST', headers, body });
  assert.match(`${answer.status} ${await answer.text()}`, /^400 .*WG_INPUT_INVALID/);
});
