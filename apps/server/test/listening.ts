import { get, type IncomingMessage } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Headers } from './people-office.ts';

const PATIENCE_MS = 60_000;

/** Someone who listens to the stream of changes. */
export interface Listening {
  text(): string;
  /** How often the stream said that it ended, or broke. */
  ends(): number;
  /** Waits until `part` was heard. */
  heard(part: string): Promise<void>;
  /** Waits until the stream has ended; gives when, as {@link performance.now} tells. */
  ended(): Promise<number>;
  /** Hangs up. */
  leave(): void;
}

/** Listens to the stream of changes of the office at `address`, known by `headers`. */
export async function listen(address: string, headers: Headers = {}): Promise<Listening> {
  let text = '';
  let ends = 0;
  let endedAt = 0;
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(`${address}/api/v1/changes`, { headers, agent: false }, resolve).on('error', reject);
  });
  if (response.statusCode !== 200) throw new Error(`GET /changes: ${response.statusCode}`);
  response.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  response
    .on('error', () => undefined)
    .on('close', () => {
      ends += 1;
      endedAt = performance.now();
    });
  const until = async (isSo: () => boolean, what: string): Promise<void> => {
    const giveUp = performance.now() + PATIENCE_MS;
    while (!isSo()) {
      if (performance.now() > giveUp) throw new Error(`waited for ${what}; heard ${text.slice(-500)}`);
      await sleep(2);
    }
  };
  return {
    text: () => text,
    ends: () => ends,
    heard: (part) => until(() => text.includes(part), part),
    async ended() {
      await until(() => ends > 0, 'the end of the stream');
      return endedAt;
    },
    leave: () => response.destroy(),
  };
}
