import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { HARBOUR, openOffice } from '../office.ts';
import { endAsking } from './ask.ts';
import { sendAll } from './hostile.ts';
import { routesOf } from './routes.ts';

const office = await openOffice(HARBOUR, null, { readsAMinute: 1_000_000, writesAMinute: 1_000_000 });
after(endAsking);

test('malformed requests on one route of each kind: refused with a request id, nothing stored', async () => {
  const kinds = new Set<string>();
  const some = (await routesOf(office)).filter(({ method, template }) => {
    const kind = `${method} ${template.replace(/v1\/[a-z]+s(?=\/\{id\}|$)/, '')}`;
    return kinds.size < kinds.add(kind).size;
  });
  const { seq } = office.desk;
  assert.ok((await sendAll(office, some, 7)) > 200);
  assert.equal(office.desk.seq, seq);
});
