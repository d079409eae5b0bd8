import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { type DayAt, type Route, routesOf } from './hostile/routes.ts';
import { EXAMPLE, openOffice, PLENTY } from './office.ts';

interface OddDay {
  readonly name: string;
  readonly text: string;
  readonly is: 'odd' | 'same' | 'ahead';
}

const ODD_DAYS: readonly OddDay[] = JSON.parse(
  readFileSync(new URL('../../../../packages/desk/test/fixtures/odd-days.json', import.meta.url), 'utf8'),
) as readonly OddDay[];
/** Of the odd days each field is asked every so many, the next field the ones after: the trial asks all. */
const EVERY = process.env.WESTGATE_TRIAL === 'all' ? 1 : 6;
const office = await openOffice(EXAMPLE, null, { ...PLENTY, otherDaysAMinute: 1e6, publicOtherDaysAMinute: 1e6 });

test('no address takes an odd day, whatever field it is in; the answer names the field in the language that is asked for', async () => {
  const routes = await routesOf(office);
  const fields = routes.flatMap((route) => route.days.map((day) => ({ route, day })));
  assert.ok(fields.length >= 60, `${fields.length} fields of days`);
  const before = office.desk.seq;
  const wrong: string[] = [];
  for (const [asked, { route, day }] of fields.entries()) {
    for (const [index, { text }] of ODD_DAYS.filter(({ is }, at) => is === 'odd' && at % EVERY === asked % EVERY).entries()) {
      const language = index % 2 === 0 ? 'zh-CN,zh;q=0.9,en;q=0.8' : 'en-GB,en;q=0.9';
      const answer = await ask(route, day, text, language);
      const { detail = '', code } = (await answer.json()) as { readonly detail?: string; readonly code?: string };
      const isNamed = detail.includes(day.way.at(-1) ?? '');
      const isSaid = /[一-鿿]/.test(detail.replaceAll(text, '')) === (index % 2 === 0);
      if (answer.status !== 400 || code !== 'WG_INPUT_INVALID' || !isNamed || !isSaid)
        wrong.push(`${route.method} ${route.template} ${day.way.join('.')} “${text}”: ${answer.status} ${detail.slice(0, 120)}`);
    }
  }
  assert.deepEqual(wrong.slice(0, 20), [], `${wrong.length} are not refused in words`);
  assert.equal(office.desk.seq, before, 'nothing was stored');
});

/** What stands in a body on a way of names and places; undefined where nothing does. */
function valueAt(body: unknown, way: readonly (string | number)[]): unknown {
  return way.reduce<unknown>((held, part) => (typeof held === 'object' && held !== null ? Reflect.get(held, part) : undefined), body);
}

async function ask(
  { method, path, body, takesMatch, days }: Route,
  { where, way }: DayAt,
  text: string,
  language: string,
): Promise<Response> {
  // The other days of the body are such as may be, where it asks for them, so that the one is found.
  const others = days.filter((day) => day.where === 'body' && valueAt(body, day.way) !== undefined);
  const sound = others.reduce<unknown>((held, day) => withDay(held, day.way, '2024-03-31'), body);
  const query = where === 'query' ? `?${way.join('.')}=${encodeURIComponent(text)}` : '';
  return office.ask(`${path}${query}`, {
    method,
    headers: {
      'accept-language': language,
      ...(body === null ? {} : { 'content-type': 'application/json' }),
      ...(takesMatch ? { 'if-match': '"1"' } : {}),
    },
    ...(body === null ? {} : { body: JSON.stringify(where === 'body' ? withDay(sound, way, text) : body) }),
  });
}

/** `held` with a text put where `way` leads. */
function withDay(held: unknown, [name, ...rest]: readonly string[], text: string): unknown {
  if (name === undefined) return text;
  if (/^\d+$/.test(name)) return [withDay(Array.isArray(held) ? held[Number(name)] : undefined, rest, text)];
  const known = typeof held === 'object' && held !== null ? held : {};
  return { ...known, [name]: withDay(new Map(Object.entries(known)).get(name), rest, text) };
}
