import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { publicationSchema } from '@westgate/contract';
import { EXAMPLE, HARBOUR, momentsOf, PROGRAM, serve, sharedFolder, temporaryFolder, westgate } from './program.ts';
import { deadLinks, filesOf, htmlFaults, pagesOf, policyFaults } from './site.ts';

const URL_GIVEN = 'https://example.org/plan/';

interface Published {
  readonly dir: string;
  readonly data: string;
  readonly summary: Summary;
}

/** What was published before, by district and address, and where it lies. */
const shared = sharedFolder();
const before = new Map<string, Promise<Published>>();

/** A district as it is published from an empty data folder: done once, and for each test a copy of the pages and of the data. */
async function published(t: TestContext, district: string, url: string | null = null): Promise<Published> {
  const key = `${district} ${url}`;
  const first = before.get(key) ?? publish(district, url);
  before.set(key, first);
  const { dir, data, summary } = await first;
  const copy = join(temporaryFolder(t), 'site');
  cpSync(dir, copy, { recursive: true });
  return { dir: copy, data: temporaryFolder(t, data), summary };
}

async function publish(district: string, url: string | null): Promise<Published> {
  const [dir, data] = [join(shared, `site-${before.size}`), join(shared, `data-${before.size}`)];
  const options = ['--district', district, '--as-of', '2026-03-31', ...(url === null ? [] : ['--url', url])];
  const done = await westgate('publish', dir, '--json', '--data', data, ...options);
  assert.equal(done.code, 0, done.stderr);
  return { dir, data, summary: JSON.parse(done.stdout) };
}

interface Summary {
  readonly asOf: string;
  readonly head: { readonly seq: number; readonly hash: string };
  readonly languages: readonly string[];
  readonly pages: number;
  readonly files: number;
}

for (const [name, district, languages, floor] of [
  ['the example', EXAMPLE, ['zh', 'en'], 600],
  ['an invented district of one language', HARBOUR, ['en'], 60],
] as const) {
  test(`${name}: every page is valid HTML, every link leads somewhere, nothing is fetched or run, every record has its page`, async (t) => {
    const { dir, data, summary } = await published(t, district, URL_GIVEN);
    const files = filesOf(dir);
    const pages = pagesOf(files);
    assert.deepEqual(summary.languages, languages);
    assert.ok(pages.size >= floor && pages.size === summary.pages, `${pages.size} pages`);
    // Pages in large type differ from the others in their class and links, those of another language in their words: every eighth of them is enough.
    const isOther = (path: string): boolean =>
      path.startsWith('large/') || languages.some((each, at) => at > 0 && path.startsWith(`${each}/`));
    const checked = [...pages].filter(([path], index) => !isOther(path) || index % 8 === 0);
    assert.deepEqual(htmlFaults(new Map(checked)), []);
    assert.deepEqual(deadLinks(files), []);
    assert.deepEqual(policyFaults(pages), []);

    const server = await serve(t, '--port', '0', '--data', data);
    const answer = await (await fetch(`${server.address}/api/v1/publication?asOf=2026-03-31`)).json();
    const publication = publicationSchema.publication.parse(answer);
    const home = (records: readonly { readonly id: string }[], folder: string): readonly string[] =>
      records.map(({ id }) => `${folder}/${id.toLowerCase()}.html`);
    const wanted = [
      ...home(publication.commitments, 'commitments'),
      ...home(publication.places, 'places'),
      ...home(publication.projects, 'projects'),
      ...home(publication.events, 'events'),
      ...home(publication.indicators, 'indicators'),
      ...home(publication.parks, 'parks'),
      ...home(publication.documents, 'plans'),
    ];
    for (const root of languages.flatMap((_, index) =>
      index === 0 ? ['', 'large/'] : [`${languages[index]}/`, `large/${languages[index]}/`],
    )) {
      for (const path of wanted) assert.ok(pages.has(root + path), root + path);
      for (const { id, document } of publication.sentences) {
        assert.ok(pages.get(`${root}plans/${document}.html`)?.includes(`id="s-${id}"`), `${root} sentence ${id}`);
      }
    }
    for (const [path, page] of pages) {
      if (!page.includes('<figure class="map')) continue;
      const language = languages.find((each) => path.replace('large/', '').startsWith(`${each}/`)) ?? languages[0];
      for (const words of publication.attributions) assert.ok(page.includes(words[language] ?? ''), `the map of ${path} names its sources`);
    }
    for (const { id, state, owner } of publication.commitments) {
      const page = pages.get(`commitments/${id}.html`) ?? '';
      assert.ok(page.includes(`state-${state.name}`), id);
      if (state.reason[languages[0]]) assert.ok(page.includes(escaped(state.reason[languages[0]] ?? '')), `${id} tells its reason`);
      assert.ok(
        owner === null ? page.includes('class="unknown"') : page.includes(escaped(owner.name[languages[0]] ?? '')),
        `${id} tells who answers`,
      );
    }
    assert.ok(pages.get('places/index.html')?.includes('<svg'));
    const map = files.get('assets/share.png');
    assert.ok(map && map.length > 5_000 && map.length < 300_000, `${map?.length} bytes`);
    assert.ok(pages.get('index.html')?.includes(`content="${URL_GIVEN}assets/share.png"`));
  });
}

test('the same state gives the same bytes; without an address there are no codes, and it says so', async (t) => {
  const { dir, data } = await published(t, HARBOUR);
  const first = filesOf(dir);
  const again = await westgate('publish', dir, '--data', data, '--as-of', '2026-03-31');
  assert.equal(again.code, 0, again.stderr);
  assert.match(again.stderr, /No QR codes/);
  assert.deepEqual(
    [...filesOf(dir)].map(([path, bytes]) => [path, bytes.toString('base64')]),
    [...first].map(([path, bytes]) => [path, bytes.toString('base64')]),
  );
  assert.equal(
    [...pagesOf(first).values()].some((page) => page.includes('class="qr"')),
    false,
  );
  assert.equal(first.has('assets/share.png'), false);
});

test('who did a deed is told nowhere, and a running server is asked for what it holds now', async (t) => {
  const { dir, data } = await published(t, HARBOUR);
  const server = await serve(t, '--port', '0', '--data', data);
  const project = [...pagesOf(filesOf(dir)).keys()].find((path) => path.startsWith('projects/') && !path.endsWith('index.html')) ?? '';
  const draft = {
    subjectKind: 'project',
    subjectId: basename(project, '.html'),
    what: 'progress',
    dates: '2026-03-01',
    confidence: 'high',
    note: { zh: null, en: 'The scaffold stands.' },
    who: 'Ottilie Quist',
  };
  const recorded = await fetch(`${server.address}/api/v1/outcomes`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(draft),
  });
  assert.equal(recorded.status, 200, await recorded.text());
  const done = await westgate('publish', dir, '--json', '--data', data, '--as-of', '2026-03-31');
  assert.equal(done.code, 0, done.stderr);
  assert.equal(JSON.parse(done.stdout).head.seq, 2);
  const files = filesOf(dir);
  assert.ok(files.get(project)?.includes('The scaffold stands.'));
  for (const [path, bytes] of files) assert.equal(bytes.includes('Ottilie'), false, path);
});

test('one language of two is written alone; one that the district has not is refused', async (t) => {
  const { data } = await published(t, EXAMPLE, URL_GIVEN);
  const dir = join(temporaryFolder(t), 'site');
  const done = await westgate('publish', dir, '--json', '--data', data, '--lang', 'en');
  assert.equal(done.code, 0, done.stderr);
  assert.deepEqual(JSON.parse(done.stdout).languages, ['en']);
  const home = readFileSync(join(dir, 'index.html'), 'utf8');
  assert.match(home, /<html lang="en">/);
  assert.doesNotMatch(home, /hreflang/);
  assert.equal(existsSync(join(dir, 'zh')), false);
  const refused = await westgate(
    'publish',
    join(temporaryFolder(t), 'site'),
    '--lang',
    'fr',
    '--data',
    temporaryFolder(t),
    '--district',
    HARBOUR,
  );
  assert.equal(refused.code, 2);
  assert.match(refused.stderr, /--lang expects languages of the district \(en\)/);
});

test('a screen publishes what the command does, byte for byte: into the folder that the operator named, and again after a restart', async (t) => {
  const { dir, data } = await published(t, HARBOUR, URL_GIVEN);
  const named = join(temporaryFolder(t), 'named');
  const wanted = [...filesOf(dir)].map(([path, bytes]) => [path, bytes.toString('base64')]);
  for (const round of ['first', 'second']) {
    const server = await serve(t, '--port', '0', '--data', data, '--site', named, '--site-url', URL_GIVEN);
    const asked = await fetch(`${server.address}/api/v1/runs`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'public-pages', ask: { to: 'folder', asOf: '2026-03-31' } }),
    });
    assert.equal(asked.status, 200, `${round}: ${await asked.clone().text()}`);
    const { id } = (await asked.json()) as RunSeen;
    assert.deepEqual(await endOf(server.address, id), { id, state: 'done', fault: null }, round);
    assert.deepEqual(
      [...filesOf(named)].map(([path, bytes]) => [path, bytes.toString('base64')]),
      wanted,
    );
    await server.stop('SIGTERM');
  }
  const alone = await westgate('serve', '--data', data, '--site-url', URL_GIVEN);
  assert.equal(alone.code, 2);
  assert.match(alone.stderr, /--site-url says where the pages of --site stand/);
});

interface RunSeen {
  readonly id: string;
  readonly state: string;
  readonly fault: unknown;
}

/** How the run `id` ended. */
async function endOf(address: string, id: string): Promise<RunSeen | null> {
  for (;;) {
    const { items } = (await (await fetch(`${address}/api/v1/runs`)).json()) as {
      readonly items: readonly (RunSeen & { readonly endedAt: string | null })[];
    };
    const found = items.find((run) => run.id === id);
    if (!found) return null;
    if (found.endedAt !== null) return { id, state: found.state, fault: found.fault };
    await pause(50);
  }
}

test('a folder with anything but a publication is left alone: other files, an edited page, a file', async (t) => {
  const { dir, data } = await published(t, HARBOUR);
  const refuse = async (target: string, found: RegExp): Promise<void> => {
    const done = await westgate('publish', target, '--data', data);
    assert.equal(done.code, 1);
    assert.match(done.stderr, /^WG_NOT_EMPTY/m);
    assert.match(done.stderr, found);
  };
  const other = temporaryFolder(t);
  writeFileSync(join(other, 'letter.txt'), 'mine');
  await refuse(other, /letter\.txt/);
  assert.deepEqual(readdirSync(other), ['letter.txt']);
  writeFileSync(join(dir, 'CNAME'), 'example.org');
  await refuse(dir, /CNAME/);
  rmSync(join(dir, 'CNAME'));
  writeFileSync(join(dir, 'about.html'), 'edited');
  await refuse(dir, /about\.html.*changed/);
  assert.equal(readFileSync(join(dir, 'about.html'), 'utf8'), 'edited');
  await refuse(join(other, 'letter.txt'), /a file of that name/);
  assert.deepEqual(readdirSync(join(dir, '..')), ['site']);
});

test('a run that is killed while it writes leaves the earlier publication whole, and the next run clears up', async (t) => {
  const { dir, data } = await published(t, EXAMPLE, URL_GIVEN);
  let halfWritten = 0;
  for (const afterMs of momentsOf([0, 25, 50, 75, 100, 125])) {
    const child = spawn(process.execPath, [...PROGRAM, 'publish', dir, '--data', data, '--as-of', '2025-01-01'], {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => child.on('close', resolve));
    while (!existsSync(`${dir}.publishing`) && child.exitCode === null) await pause(1);
    await pause(afterMs);
    child.kill('SIGKILL');
    await ended;
    if (existsSync(`${dir}.publishing`)) halfWritten += 1;
    assert.ok(isWhole(dir), `${afterMs} ms`);
  }
  assert.ok(halfWritten >= 2, `${halfWritten} runs were killed half way`);
  const after = await westgate('publish', dir, '--data', data, '--as-of', '2025-01-01');
  assert.equal(after.code, 0, after.stderr);
  assert.ok(isWhole(dir));
  assert.equal(JSON.parse(readFileSync(join(dir, 'publication.json'), 'utf8')).asOf, '2025-01-01');
  assert.deepEqual(readdirSync(join(dir, '..')), ['site']);
});

test('a run that was killed between the two renames is set right by the next one', async (t) => {
  const { dir, data } = await published(t, HARBOUR);
  renameSync(dir, `${dir}.replaced`);
  mkdirSync(`${dir}.publishing`);
  writeFileSync(join(`${dir}.publishing`, '.westgate-publishing'), '999999999');
  writeFileSync(join(`${dir}.publishing`, 'index.html'), 'half');
  const done = await westgate('publish', dir, '--data', data);
  assert.equal(done.code, 0, done.stderr);
  assert.ok(isWhole(dir));
  assert.deepEqual(readdirSync(join(dir, '..')), ['site']);
});

/** True where a folder holds exactly the files that its own list names, as they were written. */
function isWhole(dir: string): boolean {
  const files = filesOf(dir);
  const list: { readonly files: readonly { readonly path: string; readonly bytes: number }[] } = JSON.parse(
    readFileSync(join(dir, 'publication.json'), 'utf8'),
  );
  return list.files.length + 1 === files.size && list.files.every(({ path, bytes }) => files.get(path)?.length === bytes);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
