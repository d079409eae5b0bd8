import type { Route } from './routes.ts';

/** A request that no caller in good faith sends, and the answers that are right. */
export interface Hostile {
  readonly what: string;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: string | Buffer | null;
  /** Sent in chunks, without a length. */
  readonly isChunked?: boolean;
  /** The statuses that are right; `lawful`: odd, but to be answered as if it were not. */
  readonly right: readonly number[] | 'lawful';
}

/** At least twenty malformed requests for a route, drawn with `random` from every way we know. */
export function malformedFor(route: Route, random: () => number): readonly Hostile[] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] ?? from[0] ?? never();
  return [...badQueries(route, pick), ...badPaths(route, pick), ...badHeaders(route, pick), ...badBodies(route, pick)];
}

type Pick = <T>(from: readonly T[]) => T;

/** A plan text may be long. */
const PLAN_TEXT = 'text';
const LONG = 'x'.repeat(6_000);
const WORDS: readonly string[] = ['%00', '%FF%FE', '1%27%20or%201=1--', '..%2F..%2Fetc%2Fpasswd', '%F0%9F%92%A5', '__proto__', 'NaN', LONG];
/** So many that do not fit that to name each would take longer than to refuse them, and more than an answer holds. */
const MANY_FIELDS = Object.fromEntries(Array.from({ length: 2_000 }, (_, at) => [`${'k'.repeat(70)}${at}`, { action: 'revise', a: 1 }]));
const MANY_WRONG = Array.from({ length: 6_000 }, () => ({ action: 'revise', a: 1 }));
const IDS: readonly string[] = [
  '%00',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '..%5c..%5cwindows',
  '%E0%A4%A',
  '%C0%AE%C0%AE',
  '%FF',
  '__proto__',
  'constructor',
  'toString',
  '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '%27%3B%20drop%20table%20deed%3B--',
  '99999999999999999999999999',
  '-1',
  '1e9',
  'NaN',
  '%20',
  '%F0%9F%92%A5',
  '%0d%0aset-cookie:%20a=b',
  'x'.repeat(400),
  '$%7B7*7%7D',
];

function badQueries(route: Route, pick: Pick): readonly Hostile[] {
  const unknown = [
    `__proto__=1`,
    `constructor[prototype][a]=1`,
    `q=${pick(WORDS)}&unheard=${pick(WORDS)}`,
    `unheard=${LONG}`,
    `%00=1`,
    `a[]=1&a[]=2`,
  ];
  const wrong: Readonly<Record<string, readonly string[]>> = {
    asOf: ['0000-01-01', '9999-12-31', 'NaN', '2024-02-30', '0000-00-00', '99999-01-01', '2024-01-01T00:00', '', LONG],
    since: ['0000-01-01', '9999-12-31', '2024-02-30', 'NaN', ''],
    limit: ['-1', '0', '1e9', 'NaN', 'Infinity', '1.5', '0xg', '', '501', '%00'],
    after: ['-1', 'bm9uZQ', 'W10', 'WyJpZHx6aCIsMSwiYSJd', 'NaN', '1e400', LONG],
    sort: ['-', '--id', '__proto__', 'area;drop', LONG],
    lang: ['de', '', '__proto__'],
    bbox: ['1,2,3', 'NaN,NaN,NaN,NaN', '3,2,1,0', '1,2,3,4,5', ',,,', '1e999,0,1e999,1'],
    q: ['x'.repeat(201)],
  };
  const known = route.query.flatMap((name) => (wrong[name] ? [`${name}=${pick(wrong[name])}`, `${name}=${pick(wrong[name])}`] : []));
  const twice = route.query.slice(0, 2).map((name) => `${name}=1&${name}=2`);
  return [...unknown, ...known, ...twice].map((query) => ({
    ...plain(route),
    what: `query ${query.slice(0, 60)}`,
    path: `${route.path}?${query}`,
    right: [400],
  }));
}

function badPaths(route: Route, pick: Pick): readonly Hostile[] {
  const base = plain(route);
  const ids = [pick(IDS), pick(IDS), pick(IDS), pick(IDS), pick(IDS), pick(IDS)];
  const replaced = route.takesId
    ? ids.map((id) => ({ ...base, what: `id ${id.slice(0, 40)}`, path: route.template.replace(/\{\w+\}/, id).replace(/\{\w+\}/g, '1') }))
    : ids.map((id) => ({ ...base, what: `path ${id.slice(0, 40)}`, path: `${route.path}/${id}` }));
  const bent = [
    `/${route.path}`,
    `${route.path}/%2e%2e/%2e%2e/package.json`,
    `${route.path};jsessionid=1`,
    `${route.path}/${'a/'.repeat(200)}`,
  ];
  return [
    ...replaced.map((each) => ({ ...each, right: [400, 404, 405, 428] })),
    ...bent.map((path) => ({ ...base, what: `path ${path.slice(0, 60)}`, path, right: [400, 404, 405, 428] })),
    { ...base, what: 'another method', method: pick(['PROPFIND', 'PUT', 'LINK', 'SEARCH']), right: [404, 405] },
  ];
}

function badHeaders(route: Route, pick: Pick): readonly Hostile[] {
  const base = plain(route);
  const withHeader = (name: string, value: string | readonly string[], right: Hostile['right']): Hostile => {
    return { ...base, what: `${name}: ${String(value).slice(0, 40)}`, headers: { ...base.headers, [name]: value }, right };
  };
  const refused = [
    withHeader('host', pick(['evil.example', '127.0.0.1.evil.example', 'localhost@evil.example', '169.254.169.254', '']), [403]),
    withHeader('x-http-method-override', pick(['DELETE', 'PATCH']), [400]),
    withHeader(pick(['x-http-method', 'x-method-override']), 'POST', [400]),
    withHeader('expect', '200-maybe', [400]),
  ];
  const isStream = route.template.endsWith('/changes');
  const lawful =
    route.method !== 'GET' || isStream
      ? []
      : [
          withHeader('accept-language', `zh;q=${'9'.repeat(2_000)},*;q=NaN`, 'lawful'),
          withHeader('if-none-match', `"${'x'.repeat(2_000)}", W/"", *`, 'lawful'),
          withHeader('cookie', '__proto__=1; ;;; =', 'lawful'),
          withHeader('range', 'bytes=-1,0-99999999999999', 'lawful'),
          withHeader('x-forwarded-host', 'evil.example', 'lawful'),
          withHeader('accept', `${pick(['*', 'application/x-unheard', '/'])}`, 'lawful'),
        ];
  if (route.body === null) return [...refused, ...lawful];
  const origin = pick(['http://evil.example', 'null', 'https://127.0.0.1', 'file://']);
  const key = pick(['', 'x'.repeat(201)]);
  const matches = route.takesMatch
    ? ['*', 'W/"1"', '1', '"0"', '"-1"', '"1", "2"', '"99999999999"', '"NaN"'].map((value) => withHeader('if-match', value, [400]))
    : [];
  return [...refused, withHeader('origin', origin, [403]), withHeader('idempotency-key', key, [400, 428]), ...matches];
}

function badBodies(route: Route, pick: Pick): readonly Hostile[] {
  const { body } = route;
  if (body === null) return [];
  const base = plain(route);
  const send = (what: string, text: string | Buffer, right: readonly number[] = [400], type = 'application/json'): Hostile => {
    return { ...base, what: `body ${what}`, body: text, headers: { ...base.headers, 'content-type': type }, right };
  };
  const whole = JSON.stringify(body);
  const fields = Object.keys(body).flatMap((name) =>
    [pick([7, true]), [], null, { a: { a: { a: 1 } } }, LONG.repeat(8)].map((value) => ({ name, value })),
  );
  const deep = pick([500, 5_000, 40_000]);
  return [
    ...fields
      .filter(
        ({ name, value }) =>
          !(typeof body[name] === 'boolean' && value === true) &&
          !(typeof body[name] === 'object' && value === null) &&
          !(name === PLAN_TEXT && typeof value === 'string'),
      )
      .map(({ name, value }) =>
        send(`${name} = ${JSON.stringify(value).slice(0, 30)}`, JSON.stringify({ ...body, [name]: value }), [400, 413]),
      ),
    ...Object.keys(body).map((name) => send(`without ${name}`, JSON.stringify({ ...body, [name]: undefined }), [400, 428])),
    send('an unknown field', JSON.stringify({ ...body, unheard: 1 })),
    send('thousands of fields, all wrong', JSON.stringify(MANY_FIELDS), [400, 413]),
    ...Object.keys(body)
      .slice(0, 2)
      .map((name) => send(`thousands of ${name}, all wrong`, JSON.stringify({ ...body, [name]: MANY_WRONG }), [400, 413, 428])),
    send('null', 'null'),
    send('a list', `[${whole}]`),
    send('a number', pick(['1', '-0', '1e999'])),
    send('nothing', ''),
    send('cut off', whole.slice(0, -1)),
    send('two', `${whole}${whole}`),
    send('NaN', whole.replace(/}$/, ',"unheard":NaN}')),
    send('__proto__', `{"__proto__":{"who":"x"},${whole.slice(1)}`),
    send('constructor', `{"constructor":{"prototype":{"who":"x"}},${whole.slice(1)}`),
    send('deep', `${'{"a":'.repeat(deep)}1${'}'.repeat(deep)}`),
    send('deep lists', '['.repeat(deep)),
    send(
      'bytes that are no UTF-8',
      Buffer.concat([Buffer.from('{"who":"'), Buffer.from([0xff, 0xfe, 0xc0, 0xaf]), Buffer.from('","unheard":1}')]),
    ),
    send('compressed', Buffer.from('1f8b080000000000000303000000000000000000', 'hex')),
    send('plain text', whole, [415], 'text/plain'),
    // One address takes forms: mail programs send them.
    send('a form', 'who=x', route.path.includes('/unsubscribe/') ? [400] : [415], 'application/x-www-form-urlencoded'),
    send('parts', '--a\r\n\r\nx\r\n--a--', route.path.endsWith('/district/import') ? [400] : [415], 'multipart/form-data; boundary=a'),
    send('XML', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', [415], 'application/xml'),
    send('a broken type', whole, [415], pick(['json', 'application/json/json', ';', '*/*'])),
    { ...send('too large, in chunks', `"${'x'.repeat(400_000)}"`, [400, 413]), isChunked: true },
  ];
}

function plain(route: Route): Omit<Hostile, 'what' | 'right'> {
  const body = route.body === null ? null : JSON.stringify(route.body);
  return { method: route.method, path: route.path, headers: body === null ? {} : { 'content-type': 'application/json' }, body };
}

function never(): never {
  throw new Error('nothing to pick from');
}
