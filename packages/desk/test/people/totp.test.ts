import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeAt, newTotp, stepOf } from '../../src/people/totp.ts';

/** The secret of RFC 6238, "12345678901234567890", in base32. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

test('codes are those of RFC 6238, cut to six digits', () => {
  const rfc: readonly (readonly [number, string])[] = [
    [59, '94287082'],
    [1111111109, '07081804'],
    [1234567890, '89005924'],
    [20000000000, '65353130'],
  ];
  for (const [seconds, code] of rfc) assert.equal(codeAt(SECRET, Math.floor(seconds / 30)), code.slice(2));
});

test('a code is taken a step early or late, once, and never an earlier one again', () => {
  const totp = { secret: SECRET, isOn: true, lastStep: 0 };
  const at = 40_000 * 30_000;
  assert.equal(stepOf(totp, codeAt(SECRET, 40_000), at), 40_000);
  assert.equal(stepOf(totp, ` ${codeAt(SECRET, 39_999).slice(0, 3)} ${codeAt(SECRET, 39_999).slice(3)}`, at), 39_999);
  assert.equal(stepOf(totp, codeAt(SECRET, 40_002), at), null);
  assert.equal(stepOf({ ...totp, lastStep: 40_000 }, codeAt(SECRET, 40_000), at), null);
  assert.equal(stepOf(totp, '', at), null);
  assert.match(newTotp().secret, /^[A-Z2-7]{32}$/);
});
