import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from '../../src/people/attempts.ts';
import { type Rank, Turns } from '../../src/people/turns.ts';

/** A queue whose work is done when the test says so, and the order in which it was begun. */
function queue(waiting: number, patienceMs = 20_000) {
  const turns = new Turns({ atOnce: 1, waiting, patienceMs });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const refused: string[] = [];
  const come = (address: string, name: string, rank: Rank = 'other'): void => {
    turns
      .take({ address, name, rank }, () => {
        begun.push(`${address} ${name}`);
        return new Promise<void>((resolve) => ends.push(resolve));
      })
      .catch(() => refused.push(`${address} ${name}`));
  };
  let done = 0;
  /** Ends what is being done. */
  const endOne = async (): Promise<void> => {
    ends[done]?.();
    done += 1;
    await new Promise(setImmediate);
  };
  /** The same until nothing waits. */
  const drain = async (): Promise<void> => {
    while (done < ends.length) await endOne();
  };
  return { come, endOne, drain, begun, refused };
}

test('whoever asks least comes first, by address and then by name; of ranks the known ones, then those who are near', async () => {
  const { come, drain, begun } = queue(20);
  for (const name of ['x', 'a', 'a', 'a', 'b']) come('many', name);
  come('one', 'c');
  come('near', 'f', 'near');
  come('known', 'd', 'known');
  await drain();
  assert.deepEqual(begun, ['many x', 'known d', 'near f', 'one c', 'many b', 'many a', 'many a', 'many a']);
});

test('a full queue is full for who filled it: one who comes from elsewhere takes the last place of whoever asks more', async () => {
  const { come, drain, begun, refused } = queue(3);
  for (const name of ['x', 'a', 'b', 'c', 'd']) come('many', name);
  come('one', 'e');
  come('two', 'f');
  come('three', 'g');
  come('four', 'h');
  await drain();
  assert.deepEqual(refused.toSorted(), ['four h', 'many a', 'many b', 'many c', 'many d']);
  assert.deepEqual(begun, ['many x', 'one e', 'two f', 'three g']);
});

test('who guesses at one name keeps out nobody of the same address who asks for another', async () => {
  const { come, drain, begun, refused } = queue(3);
  for (let guess = 0; guess < 9; guess += 1) come('office', 'victim');
  come('office', 'colleague');
  await drain();
  assert.deepEqual(begun, ['office victim', 'office colleague', 'office victim', 'office victim']);
  assert.equal(refused.length, 6);
});

test('however many come who are first, each other rank has every third turn', async () => {
  const { come, endOne, drain, begun } = queue(4);
  come('x', 'x');
  for (const name of ['a', 'b', 'c', 'd']) come('near', name, 'near');
  for (const name of ['a', 'b', 'c', 'd']) come('other', name);
  for (let turn = 0; turn < 12; turn += 1) {
    come('known', `${turn}`, 'known');
    await endOne();
  }
  const turnsOf = (address: string) => begun.slice(1, 13).filter((each) => each.startsWith(address)).length;
  assert.deepEqual([turnsOf('known'), turnsOf('near'), turnsOf('other')], [4, 4, 4]);
  await drain();
});

test('networks that come again and again leave the next turn to one that comes for the first time', async () => {
  const { come, endOne, drain, begun } = queue(8);
  const attack = (): void => {
    for (let network = 0; network < 20; network += 1) for (let guess = 0; guess < 3; guess += 1) come(`attacker-${network}`, `${guess}`);
  };
  attack();
  for (let turn = 0; turn < 9; turn += 1) {
    await endOne();
    attack();
  }
  come('ada', 'a');
  attack();
  await endOne();
  assert.equal(begun.at(-1), 'ada a');
  await drain();
});

test('whoever waits for too long is told to try again, and holds no place', async () => {
  const { come, drain, begun, refused } = queue(1, 1);
  come('x', 'x');
  come('one', 'a');
  while (refused.length === 0) await new Promise((resolve) => setTimeout(resolve, 1));
  assert.deepEqual(refused, ['one a']);
  await drain();
  come('two', 'b');
  await drain();
  assert.deepEqual(begun, ['x x', 'two b']);
});

test('a line of IPv6 is one network, whatever address it sends from', () => {
  assert.equal(networkOf('2001:db8:7:1::5'), networkOf('2001:0DB8:7:1:ffff::'));
  assert.notEqual(networkOf('2001:db8:7:1::5'), networkOf('2001:db8:7:2::5'));
  assert.equal(networkOf('::ffff:10.0.0.7'), '10.0.0.7');
});
