import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QueryObserver } from '@tanstack/react-query';
import { makeQueryClient } from '../../src/api/query-client.ts';

/** An answer that comes when it is told to. */
class Answers {
  asked = 0;
  readonly #waiting: ((answer: string) => void)[] = [];
  readonly ask = (): Promise<string> => {
    this.asked += 1;
    return new Promise((resolve) => this.#waiting.push(resolve));
  };
  give(answer: string): void {
    this.#waiting.shift()?.(answer);
  }
}

const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5));

test('a first answer that was on its way when a deed was done is shown, and asked for again', async () => {
  const client = makeQueryClient();
  const answers = new Answers();
  const observer = new QueryObserver(client, { queryKey: ['api', 'followed'], queryFn: answers.ask });
  const stop = observer.subscribe(() => undefined);
  const again = client.invalidateQueries({ queryKey: ['api'] });
  answers.give('before the deed');
  await again;
  await soon();
  assert.equal(observer.getCurrentResult().data, 'before the deed');
  assert.equal(answers.asked, 2);
  answers.give('after it');
  await soon();
  assert.equal(observer.getCurrentResult().data, 'after it');
  assert.equal(answers.asked, 2);
  stop();
  client.clear();
});

test('an answer that is asked again because of a deed is asked once', async () => {
  const client = makeQueryClient();
  const answers = new Answers();
  const observer = new QueryObserver(client, { queryKey: ['api', 'followed'], queryFn: answers.ask });
  const stop = observer.subscribe(() => undefined);
  answers.give('first');
  await soon();
  const again = client.invalidateQueries({ queryKey: ['api'] });
  answers.give('second');
  await again;
  await soon();
  assert.equal(observer.getCurrentResult().data, 'second');
  assert.equal(answers.asked, 2);
  stop();
  client.clear();
});
