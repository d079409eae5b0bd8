import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { publicationSchema } from '@westgate/contract';
import { fieldsOf, TABLE_NAMES } from '@westgate/domain';
import { siteFiles } from '@westgate/public';
import { EXAMPLE, openOffice, PLENTY } from './office.ts';
import { zipFiles } from './zip-files.ts';

const PRACTICE = fileURLToPath(new URL('../../../../data/practice', import.meta.url));
const LATIN = /\p{Script=Latin}{2,}/gu;
/** Names of standards, formats and systems, and parts of units, that are written so in Chinese. */
const CODES =
  'WGS EPSG CGCS UTM IANA ISO UTF OC IDS ID URL http https JSON GeoJSON CSV ZIP PDF Excel Word iCalendar Westgate SHA km km² m² kN dB fen zh en rev id UTC Atom English stale westgate words md unit'.split(
    ' ',
  );

/** Codes by their form: a record with its table, a hash, the code by which a task sheet knows its rows again, a word with what it means, names of files and parts of formulas. */
const CODE_FORMS = [/\b[a-z_]+:[\w.|-]+/g, /\b[0-9a-f]{12,}\b/g, /\b[a-z]{20,}\b/g, /[\w-]+ = /g, /[<[]\w+[>\]]/g, /\w+\/?\.\w+/g];

function unescaped(text: string): string {
  return text.replace(/&(#\d+|lt|gt|quot|apos|amp);/g, (_, name: string) =>
    name.startsWith('#') ? String.fromCodePoint(Number(name.slice(1))) : ({ lt: '<', gt: '>', quot: '"', apos: "'" }[name] ?? '&'),
  );
}

/** The rows of a CSV. */
function rowsOf(csv: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end !== ',') rows.push([]);
  }
  return rows;
}

/** The Latin words of what a district holds: ids, codes, words of files, names and texts that it has in English alone. */
function dataWords(office: Awaited<ReturnType<typeof openOffice>>): ReadonlySet<string> {
  const words = new Set(CODES);
  const register = office.desk.register;
  for (const table of TABLE_NAMES)
    for (const row of register[table].values()) {
      const cells: Readonly<Record<string, unknown>> = { ...row };
      for (const [column, field] of Object.entries(fieldsOf(table))) {
        const other = column.endsWith('_en') ? cells[`${column.slice(0, -3)}_zh`] : null;
        if (field.kind === 'enum' || (other ?? null) !== null) continue;
        for (const [word] of JSON.stringify(cells[column] ?? null).matchAll(LATIN)) words.add(word);
      }
    }
  return words;
}

for (const [district, folder] of [
  ['example', EXAMPLE],
  ['practice', PRACTICE],
] as const)
  test(`what the ${district} district gives out in Chinese says nothing in English but what is data, a code or a unit`, async () => {
    const office = await openOffice(folder, null, PLENTY);
    const known = dataWords(office);
    const reasons = new Set((await office.desk.deeds(10)).map(({ reason }) => reason));
    const found = new Set<string>();
    const look = (where: string, text: string): void => {
      const bare = CODE_FORMS.reduce((left, form) => left.replace(form, ''), unescaped(text));
      const words = [...bare.matchAll(LATIN)].map(([word]) => word).filter((word) => !known.has(word));
      if (words.length > 0) found.add(`${where}: ${words.join(' ')} in “${text.trim().slice(0, 60)}”`);
    };
    const bytesOf = async (path: string): Promise<Buffer> => {
      const answer = await office.ask(path);
      const bytes = Buffer.from(await answer.arrayBuffer());
      assert.equal(answer.status, 200, `${path}: ${bytes.toString('utf8').slice(0, 300)}`);
      return bytes;
    };
    const { paths } = (await office.get('/api/openapi.json')) as { readonly paths: Readonly<Record<string, unknown>> };
    const files = Object.keys(paths).filter((path) => /\/exports\/[\w-]+\.csv$/.test(path));
    assert.ok(files.length > 25, String(files.length));
    for (const path of files) {
      const rows = rowsOf((await bytesOf(`${path.startsWith('/api') ? path : `/api/v1${path}`}?lang=zh`)).toString('utf8').slice(1));
      const english = new Set(rows.slice(0, 2).flatMap((cells) => cells.flatMap((cell, at) => (cell.includes('（英文）') ? [at] : []))));
      for (const cells of rows) for (const [at, cell] of cells.entries()) if (!english.has(at) && !reasons.has(cell)) look(path, cell);
    }
    const made = await office.post('/api/v1/reports', { who: 'Ada', title: { zh: '季度报告', en: null } });
    assert.ok(made.status < 300, await made.text());
    const papers = ['exports/coverage.docx', 'exports/health-check.docx', 'exports/coverage.xlsx', 'reports/1/report.docx'];
    for (const paper of papers)
      for (const [part, content] of zipFiles(await bytesOf(`/api/v1/${paper}?lang=zh`)))
        if (/document\.xml|header|footer|sharedStrings|sheet\d+\.xml/.test(part))
          for (const [, text = ''] of content.toString('utf8').matchAll(/<(?:w:)?t(?: [^>]*)?>([^<]+)</g)) look(paper, text);
    const publication = publicationSchema.publication.parse(await office.get('/api/v1/publication'));
    const site = siteFiles(publication, { url: null, languages: ['zh', 'en'] });
    const notes = [...site.files].find(({ path }) => path === 'data.html');
    const html = Buffer.from(notes?.content ?? '').toString('utf8');
    assert.match(html, /每行：/, 'the notes of the fields');
    for (const text of html.replace(/<(head|script|style|code)\b[\s\S]*?<\/\1>/g, '').split(/<[^>]*>/)) look('data.html', text);
    assert.deepEqual([...found].slice(0, 60), []);
  });
