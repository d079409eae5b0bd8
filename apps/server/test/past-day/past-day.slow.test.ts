import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { listSchema } from '@westgate/contract';
import { openDesk } from '@westgate/desk';
import { startServer } from '@westgate/server';
import { routesOf } from '../hostile/routes.ts';
import { PLENTY } from '../office.ts';
import { folderUntil } from './until.ts';

const PRACTICE = fileURLToPath(new URL('../../../../../data/practice', import.meta.url));
const DAY = '2026-06-30';
const NOW = new Date('2026-11-28T08:00:00Z');
/** Of the records of a kind so many are asked for one by one. */
const EACH = 6;
/** What else an address has to be asked with. */
const ASKED: Readonly<Record<string, string>> = {
  '/api/v1/search': 'q=songling',
  '/api/v1/gaps': 'gap=unlinked',
  '/api/v1/rulebook': 'kind=old-compound',
  '/api/v1/reports/circular': 'from=2026-04-01&to=2026-06-30',
};
/**
 * Addresses that do not tell of a day: the row of a form with what hangs on it is what would be changed now; how records stand towards the public is
 * what would be published now, and who has an account is no matter of a day; versions of the map and the hash of what
 * is published are names of what is held.
 */
const OF_NOW = /\/\{id\}\/row$|\/(lists|exports)\/(publicity|people)\b/;
const NAMES: ReadonlySet<string> = new Set(['versions', 'hash', 'requestId']);

interface Answered {
  readonly template: string;
  readonly status: number;
  readonly body: unknown;
}

/** What the office over a folder answers on the day to every address that takes one, by address; and the ids of its records. */
async function answersOf(folder: string, ids: ReadonlyMap<string, readonly string[]> | null) {
  const desk = await openDesk({ memory: true, districtFolder: folder, now: () => NOW });
  const limits = { ...PLENTY, otherDaysAMinute: 1e6, publicOtherDaysAMinute: 1e6 };
  const options = {
    desk,
    host: '127.0.0.1',
    port: 0,
    webDir: null,
    exampleFolder: folder,
    logLevel: 'silent',
    limits,
    now: () => NOW,
  } as const;
  const server = await startServer(options);
  try {
    const ask = (path: string): Promise<Response> => fetch(server.address + path);
    const held = ids ?? new Map(Object.entries(desk.register).map(([table, rows]) => [table, [...rows.keys()]]));
    const answers = new Map<string, Answered>();
    for (const { template, method, query, path } of await routesOf({ desk, ask })) {
      if (method !== 'GET' || !query.includes('asOf') || OF_NOW.test(template)) continue;
      for (const each of template.includes('{id}')
        ? some(held.get(kindOf(template)) ?? []).map(pathIn(template))
        : template.includes('{list}')
          ? listSchema.LISTS.map((list) => template.replace('{list}', list)).filter((each) => !OF_NOW.test(each))
          : [path.replace('/axes/1/1', '/axes/aim/work').replace('/axes/1', '/axes/aim')]) {
        const asked = [
          `asOf=${DAY}`,
          ...(query.includes('limit') && template !== '/api/v1/search' ? ['limit=500'] : []),
          ASKED[template] ?? [],
        ]
          .flat()
          .join('&');
        const answer = await ask(`${each}?${asked}`);
        const [text, type] = [await answer.text(), answer.headers.get('content-type') ?? ''];
        const body = /json/.test(type) ? JSON.parse(text) : /^text/.test(type) ? text.split('\n') : null;
        answers.set(`${each}?${asked}`, { template, status: answer.status, body });
      }
    }
    return { answers, held };
  } finally {
    await server.close();
    await desk.close();
  }
}

function kindOf(template: string): string {
  return /\/v1\/([a-z]+?)s?\/\{id\}/.exec(template)?.[1] ?? '';
}

function pathIn(template: string): (id: string) => string {
  return (id) => template.replace('{id}', encodeURIComponent(id));
}

function some(ids: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.floor(ids.length / EACH));
  return ids.filter((_, at) => at % step === 0);
}

/** Where two answers differ, each place once. */
function differences(a: unknown, b: unknown, way: string): readonly string[] {
  if (typeof a !== 'object' || a === null || typeof b !== 'object' || b === null)
    return a === b ? [] : [`${way}: ${JSON.stringify(a)?.slice(0, 60)} / ${JSON.stringify(b)?.slice(0, 60)}`];
  const [left, right] = [new Map(Object.entries(a)), new Map(Object.entries(b))];
  const keys = [...new Set([...left.keys(), ...right.keys()])].filter((key) => !NAMES.has(key));
  return keys.flatMap((key) => differences(left.get(key), right.get(key), `${way}.${key}`));
}

test('every address that takes a day tells of a past day the same, whether or not anything happened after it', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'westgate-past-'));
  try {
    const left = await folderUntil(PRACTICE, dir, DAY);
    for (const table of ['gate_pass', 'requirement_answer', 'evidence', 'milestone', 'component', 'monthly_progress', 'indicator_value'])
      assert.ok((left.get(table as never) ?? 0) > 0, `rows of ${table} are of later: ${JSON.stringify([...left])}`);
    const then = await answersOf(dir, null);
    const now = await answersOf(PRACTICE, then.held);
    const templates = new Set([...now.answers.values()].map(({ template }) => template));
    assert.ok(now.answers.size > 150 && templates.size > 45, `${now.answers.size} answers of ${templates.size} addresses`);
    const wrong = [...now.answers].flatMap(([path, answer]) => {
      const unasked = answer.status === 200 ? [] : [`${path}: ${answer.status} ${JSON.stringify(answer.body)}`];
      return [...unasked, ...differences(answer, then.answers.get(path), path).slice(0, 3)];
    });
    assert.deepEqual(wrong.slice(0, 40), [], `${wrong.length} differences`);
  } finally {
    await rm(dir, { recursive: true });
  }
});
