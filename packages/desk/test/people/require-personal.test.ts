import assert from 'node:assert/strict';
import { test } from 'node:test';
import { requirePersonal } from '../../src/people/require-personal.ts';

const HELD = [{ name: 'Chief One', signIn: 'chief' }];
const refused = (name: string, signIn = 'other', mail: string | null = null): void =>
  assert.throws(() => requirePersonal({ name, signIn, mail }, HELD), { code: 'WG_INPUT_INVALID' }, JSON.stringify(name));

test('nobody signs by the name of another, however it is written', () => {
  for (const name of ['Chief One', 'chief one', 'Chief  One', 'Chief\u00a0One', 'Ｃhief One', 'Сhief One', 'Chief 0ne\u200b'])
    refused(name);
  requirePersonal({ name: 'Chief One (planning)', signIn: 'chief-2' }, HELD);
  requirePersonal({ name: '王伟（规划科）', signIn: 'wang' }, [{ name: '王伟', signIn: 'w' }]);
});

test('a name to sign in with is taken by whatever is drawn like it; a mail address is one address', () => {
  refused('Ben Wu', 'CHIEF');
  refused('Ben Wu', 'сhief');
  refused('Ben Wu', 'ben', 'ben@city.example, eve@city.example');
});
