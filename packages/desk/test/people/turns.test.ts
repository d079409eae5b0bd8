import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkOf } from '../../src/people/attempts.ts';
import { type Rank, Turns } from '../../src/people/turns.ts';

/** A queue whose work is done when the test says so, and the order in which it was begun. */
function queue(waiting: number) {
  const turns = new Turns({ atOnce: 1, waiting });
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
  /** Ends what is being done, until nothing waits. */
  const drain = async (): Promise<void> => {
    for (let done = 0; done < ends.length; done += 1) {
      ends[done]?.();
      await new Promise(setImmediate);
    }
  };
  return { come, drain, begun, refused };
}

test('addresses take turns, and names within an address; whoever is known comes first, then whoever is near', async () => {
  const { come, drain, begun } = queue(20);
  for (const name of ['x', 'a', 'a', 'a', 'b']) come('many', name);
  come('one', 'c');
  come('near', 'f', 'near');
  come('known', 'd', 'known');
  await drain();
  assert.deepEqual(begun, ['many x', 'known d', 'near f', 'many a', 'one c', 'many b', 'many a', 'many a']);
});

test('a full queue is full for who filled it: one who comes from elsewhere takes the last place of the fullest address', async () => {
  const { come, drain, begun, refused } = queue(3);
  for (const name of ['x', 'a', 'b', 'c', 'd']) come('many', name);
  come('one', 'e');
  come('two', 'f');
  come('three', 'g');
  await drain();
  assert.deepEqual(refused.toSorted(), ['many b', 'many c', 'many d', 'three g']);
  assert.deepEqual(begun, ['many x', 'many a', 'one e', 'two f']);
});

test('a line of IPv6 is one network, whatever address it sends from', () => {
  assert.equal(networkOf('2001:db8:7:1::5'), networkOf('2001:0DB8:7:1:ffff::'));
  assert.notEqual(networkOf('2001:db8:7:1::5'), networkOf('2001:db8:7:2::5'));
  assert.equal(networkOf('::ffff:10.0.0.7'), '10.0.0.7');
});
