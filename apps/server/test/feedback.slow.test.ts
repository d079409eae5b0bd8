import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { strangeInLine, strangeInWords } from '@westgate/base';
import { type Exceptions, type FeedbackSender, runSchema, type Today } from '@westgate/contract';
import { type Headers, join, OPERATOR, openPeopleOffice } from './people-office.ts';

/** The clock of the office: forms are open for a while, answers fall due. */
let nowMs = Date.parse('2026-03-02T09:00:00Z');
const office = await openPeopleOffice({ now: () => new Date(nowMs), origin: 'https://westgate.example' });
const { desk, ask } = office;
const [COMMITMENT] = [...desk.register.commitment.values()].filter(({ visibility }) => visibility === 'public');
assert.ok(COMMITMENT);
const ABOUT = `commitment:${COMMITMENT.id}`;
const PAGE = `/public/commitments/${COMMITMENT.id.toLowerCase()}.html`;
const LONG_ENOUGH_MS = 5_000;

let addresses = 0;
/** Headers of a request from an address that nothing came from yet, as the proxy tells it. */
const fromAnew = (): Headers => {
  addresses += 1;
  return { 'x-forwarded-for': `198.51.${Math.floor(addresses / 250)}.${addresses % 250}` };
};
const send = (body: string | Uint8Array, headers: Headers = fromAnew()): Promise<Response> =>
  ask('/public/feedback/new?lang=en', {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    body,
  });
const tokenIn = (html: string): string => /name="token" value="([^"]+)"/.exec(html)?.[1] ?? '';
/** The mark of a form that is opened now. */
const opened = async (about = ABOUT): Promise<string> => {
  const answer = await ask(`/public/feedback/new?about=${encodeURIComponent(about)}&lang=en`, { headers: fromAnew() });
  assert.equal(answer.status, 200, about);
  return tokenIn(await answer.text());
};
const form = (fields: Readonly<Record<string, string>>): string => new URLSearchParams({ about: ABOUT, lang: 'en', ...fields }).toString();
const publish = async (as: Headers): Promise<void> => {
  nowMs += 1_000;
  const asked = await office.post('/api/v1/runs', { kind: 'public-pages', ask: { to: 'server' } }, as);
  const { id } = runSchema.run.parse(await asked.json());
  for (;;) {
    const answer = await ask(`/api/v1/runs`, { headers: as });
    const found = runSchema.runs.parse(await answer.json()).items.find((run) => run.id === id);
    if (found && found.endedAt !== null) {
      assert.equal(found.state, 'done', JSON.stringify(found.fault));
      break;
    }
    await sleep(50);
  }
  await sleep(1_100);
};
const rows = () => [...desk.register.feedback.values()];
/** Feedback that is taken in; gives the address of its page. */
const written = async (words: string, more: Readonly<Record<string, string>> = {}): Promise<string> => {
  const token = await opened();
  nowMs += LONG_ENOUGH_MS;
  const answer = await send(form({ token, words, ...more }));
  assert.equal(answer.status, 303, await answer.text());
  return answer.headers.get('location') ?? '';
};

/** What is answered before anybody has an account and anything was published. */
const before = {
  page: (await ask('/public/')).status,
  form: (await ask(`/public/feedback/new?about=${ABOUT}`)).status,
  sent: (await send(form({ token: 'x', words: 'a long enough question' }))).status,
  shared: (await ask('/api/v1/publication')).headers.get('access-control-allow-origin'),
};
await join(office, 'Ada', null);
const { as: officer } = await join(office, 'Olga', ['programme-office']);
const { as: reader } = await join(office, 'Rita', ['reader']);

test('before anything is published here there are no pages, no form takes anything, and other sites read nothing of an office without accounts', () => {
  assert.deepEqual(before, { page: 404, form: 404, sent: 404, shared: null });
});

test('what was published is given as it was then, without a script, in no frame but what is made for frames, and known again by its tag', async () => {
  await publish(officer);
  const page = await ask(PAGE);
  assert.equal(page.status, 200);
  const policy = page.headers.get('content-security-policy') ?? '';
  assert.match(policy, /default-src 'none'/);
  assert.match(policy, /frame-ancestors 'none'/);
  assert.doesNotMatch(policy, /script-src/);
  assert.equal(page.headers.get('x-frame-options'), 'DENY');
  const tag = page.headers.get('etag') ?? '';
  assert.equal((await ask(PAGE, { headers: { 'if-none-match': tag } })).status, 304);
  const text = await page.text();
  assert.match(text, /feedback\/new\?about=commitment:/);
  const embed = await ask(`/public/embed/commitment/${COMMITMENT.id.toLowerCase()}`);
  assert.equal(embed.status, 200);
  assert.match(embed.headers.get('content-security-policy') ?? '', /frame-ancestors \*/);
  assert.equal(embed.headers.get('x-frame-options'), null);
  const missing = await ask('/public/nothing/here.html');
  assert.equal(missing.status, 404);
  assert.match(await missing.text(), /<h1>404<\/h1>/);
  assert.equal((await ask('/public/../package.json')).status, 404);
  assert.match((await ask('/public/feed.xml')).headers.get('content-type') ?? '', /^application\/atom\+xml/);
  assert.equal((await ask('/public/data/commitments.csv')).headers.get('access-control-allow-origin'), '*');
  assert.equal((await ask('/api/v1/publication')).headers.get('access-control-allow-origin'), '*');
  assert.equal((await office.post('/api/v1/edits', {}, officer)).headers.get('access-control-allow-origin'), null);
  const edit = { action: 'revise', table: 'commitment', key: COMMITMENT.id, rev: COMMITMENT.rev, fields: { title_en: 'Renamed since' } };
  assert.equal((await office.post('/api/v1/edits', { who: 'x', reason: '', edits: [edit] }, officer)).status, 200);
  await sleep(1_100);
  assert.doesNotMatch(await (await ask(PAGE)).text(), /Renamed since/);
});

test('feedback gets a number, a day and a page of its own; who wrote is sealed, shown to who answers, and can be erased', async () => {
  const place = await written('When will the works begin on our street?', { name: 'Wang Secret', contact: '138-secret-number' });
  const [row] = rows();
  assert.ok(row);
  assert.match(row.name_en ?? '', /^Feedback 2026-\d+$/);
  assert.equal(row.received_on, '2026-03-02');
  assert.ok((row.due_on ?? '') > '2026-03-20' && (row.due_on ?? '') < '2026-04-01', String(row.due_on));
  const status = await ask(place);
  assert.equal(status.headers.get('cache-control'), 'no-store');
  assert.ok((await status.text()).includes(row.name_en ?? '-'));
  const journal = JSON.stringify(await desk.deeds(50));
  for (const secret of ['Wang Secret', '138-secret-number', place.split('/').at(-1)?.split('?')[0] ?? '-'])
    assert.ok(!journal.includes(secret) && !JSON.stringify(row).includes(secret), secret);
  const sender = `/api/v1/feedback-items/${row.id}/sender`;
  assert.equal((await ask(sender)).status, 401);
  assert.equal((await ask(sender, { headers: reader })).status, 403);
  const known = (await (await ask(sender, { headers: officer })).json()) as FeedbackSender;
  assert.deepEqual([known.name, known.reach, known.standing], ['Wang Secret', '138-secret-number', 'known']);
  await desk.erasePerson(known.person ?? '', 'asked for it');
  assert.equal(((await (await ask(sender, { headers: officer })).json()) as FeedbackSender).standing, 'erased');
  assert.equal((await ask(place)).status, 200);
  assert.equal((await ask(`/public/feedback/${'A'.repeat(43)}`, { headers: fromAnew() })).status, 404);
});

test('the district sets in how many working days feedback is answered; what came keeps its day, a number out of range is refused', async () => {
  const before = rows().at(-1)?.due_on;
  const { district } = desk.register;
  const [held] = district.values();
  assert.ok(held);
  const set = (feedback_days: number, rev: number): Promise<unknown> =>
    desk.edit([{ action: 'revise', table: 'district', key: held.id, rev, fields: { feedback_days } }], { who: 'westgate' });
  await assert.rejects(set(91, held.rev), /a whole number from 1 to 90/);
  await set(3, held.rev);
  assert.equal(rows().at(-1)?.due_on, before);
  assert.match(await (await ask(`/public/feedback/new?about=${ABOUT}&lang=en`, { headers: fromAnew() })).text(), /within 3 working days/);
  await written('How soon is this one answered?');
  assert.equal(rows().at(-1)?.due_on, '2026-03-05');
});

test('the sender reads the answer at once, everyone once the office made it public and published again; what is late is an exception', async () => {
  const place = await written('Is the quay open on Sundays? <script>alert(1)</script>');
  const row = rows().at(-1);
  assert.ok(row);
  const answered = { who: 'x', answer: { zh: null, en: 'It is open <b>every</b> day.' }, on: '2026-03-02' };
  assert.equal((await office.post(`/api/v1/feedback-items/${row.id}/answer`, answered, officer)).status, 200);
  const own = await (await ask(place)).text();
  assert.ok(own.includes('It is open &#60;b&#62;every&#60;/b&#62; day.') && own.includes('&#60;script&#62;') && !own.includes('<script'));
  await publish(officer);
  assert.doesNotMatch(await (await ask(PAGE)).text(), /It is open/);
  const rev = rows().find(({ id }) => id === row.id)?.rev;
  const edit = { action: 'revise', table: 'feedback', key: row.id, rev, fields: { visibility: 'public' } };
  assert.equal((await office.post('/api/v1/edits', { who: 'x', reason: '', edits: [edit] }, officer)).status, 200);
  await publish(officer);
  const page = await (await ask(PAGE)).text();
  assert.ok(page.includes('It is open &#60;b&#62;every') && !page.includes('<script'));
  for (const path of ['/public/feedback.html', '/public/feed.xml', '/public/data/feedback-items.csv'])
    assert.match(await (await ask(path)).text(), /It is open/, path);
  for (const path of ['/public/data/feedback-items.json', '/api/v1/publication', '/api/v1/feedback-items'])
    assert.doesNotMatch(await (await ask(path)).text(), /secret_?hash|"p-[0-9a-f]{16}"|Wang/i, path);
  nowMs += 60 * 24 * 3_600_000;
  const { as } = { as: OPERATOR };
  assert.equal(((await (await ask('/api/v1/today', { headers: as })).json()) as Today).passed.feedback, 2);
  const { passed } = (await (await ask('/api/v1/exceptions', { headers: as })).json()) as Exceptions;
  assert.deepEqual(
    passed.flatMap(({ kind, count, items }) => (kind === 'feedback' ? [count, items.length] : [])),
    [2, 2],
  );
});

/** Numbers that look random and are the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return state / 2 ** 32;
  };
}

const PIECES = [
  ...[
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "'; drop table feedback; --",
    '=HYPERLINK("x")',
    '{{7*7}}',
    '$' + '{7*7}',
  ],
  ...[
    '\u202Eevil\u202C',
    '\u2066x\u2069',
    '\u200Bz\u200D',
    '\u0000\u0007\u001b[31m',
    '\uFEFF',
    '\uFFFD',
    '\uFFFE',
    '\u{E0041}',
    '\r\n\r\n\r\n\r\n',
    'a\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  ],
  ...['什么时候动工？', '请改善楼梯照明', 'plain words', '👩‍👩‍👧‍👦', 'لماذا', '\u2028', '\t'],
];

test('whatever is sent is refused with the right code and in the language of the form, or stored without what nobody sees: never as markup, never a fault of ours', async () => {
  const random = seeded(17);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
  const first = rows().length;
  let taken = 0;
  const found = new Map<number, number>();
  const token = await opened();
  nowMs += LONG_ENOUGH_MS;
  for (let round = 0; round < 120; round += 1) {
    const words = Array.from({ length: 1 + Math.floor(random() * 12) }, () => pick(PIECES)).join(pick(['', ' ', '\n']));
    const kind = pick(['right', 'right', 'right', 'trap', 'old', 'about', 'bytes', 'huge', 'long', 'twice', 'percent', 'charset', 'json']);
    const fields: Record<string, string> = {
      token: kind === 'old' ? `${token}x` : await opened(),
      words,
      name: pick(PIECES),
      contact: pick(PIECES),
    };
    nowMs += LONG_ENOUGH_MS;
    if (kind === 'trap') fields.website = 'https://spam.example';
    if (kind === 'about') fields.about = pick(['commitment:none', 'account:p-1', '../../etc', 'project:', '__proto__:x']);
    if (kind === 'long') fields.words = 'x'.repeat(2_001);
    const text = form(fields);
    const body =
      kind === 'bytes'
        ? Buffer.concat([Buffer.from(`${text}&more=`), Buffer.from([0xd6, 0xd0, 0xff])])
        : kind === 'huge'
          ? `${text}&words2=${'x'.repeat(40_000)}`
          : kind === 'twice'
            ? `${text}&words=again`
            : kind === 'percent'
              ? `${text}&name2=%zz`
              : text;
    const type = { charset: 'application/x-www-form-urlencoded; charset=gbk', json: 'application/json' }[kind as 'json'];
    const answer = await send(body, { ...fromAnew(), ...(type ? { 'content-type': type } : {}) });
    const expected: Readonly<Record<string, readonly number[]>> = {
      ...{ right: [303, 400], about: [404], huge: [413], json: [415], trap: [400], old: [400], bytes: [400], long: [400] },
      ...{ twice: [400], percent: [400], charset: [400] },
    };
    assert.ok(expected[kind]?.includes(answer.status), `${kind}: ${answer.status}`);
    found.set(answer.status, (found.get(answer.status) ?? 0) + 1);
    const html = await answer.text();
    assert.doesNotMatch(html, /<script|<img|onerror=alert\(1\)>/);
    if (answer.status === 303) {
      taken += 1;
      const page = await (await ask(answer.headers.get('location') ?? '')).text();
      assert.doesNotMatch(page, /<script|<img/);
    } else assert.match(html, /lang="en"/, kind);
  }
  assert.equal(rows().length - first, taken);
  assert.ok(taken >= 10 && (found.get(400) ?? 0) >= 10, JSON.stringify([...found]));
  for (const { words_zh, words_en } of rows()) {
    const words = words_zh ?? words_en ?? '';
    assert.equal(strangeInWords(words), null);
    for (const line of words.split('\n')) assert.equal(strangeInLine(line), null, JSON.stringify(words));
  }
});

test('a form that is sent twice is stored once; one that is sent too fast, or by an address too often, is refused and told when to come back', async () => {
  const [fast, slow] = [await opened(), await opened()];
  assert.equal((await send(form({ token: fast, words: 'much too fast, this one' }))).status, 400);
  nowMs += LONG_ENOUGH_MS;
  const body = form({ token: slow, words: 'sent twice by an impatient finger' });
  const first = rows().length;
  const [one, two] = await Promise.all([send(body), send(body)]);
  assert.deepEqual([one.status, two.status], [303, 303]);
  assert.equal(one.headers.get('location'), two.headers.get('location'));
  assert.equal(rows().length, first + 1);
  const headers = fromAnew();
  const statuses: number[] = [];
  for (let count = 0; count < 22; count += 1) {
    const answer = await send(form({ token: 'none', words: 'again and again and again' }), headers);
    statuses.push(answer.status);
    if (answer.status !== 429) continue;
    assert.ok(Number(answer.headers.get('retry-after')) > 0);
    assert.match(await answer.text(), /Too much was sent/);
  }
  assert.deepEqual([statuses[0], statuses.at(-1)], [400, 429]);
});
