import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { publicationSchema } from '@westgate/contract';
import { siteFiles } from '@westgate/public';
import { openOffice } from '../office.ts';
import { recount } from './recount.ts';
import { CHINESE, ENGLISH, twoPlansFolder } from './two-plans-folder.ts';

const LANGUAGES = ['en', 'zh'] as const;
/** How the pages count, in the order of {@link LANGUAGES}. */
const COUNTED = {
  commitments: { en: /(\d+) commitments?/g, zh: /(\d+) 项承诺/g },
  sentences: { en: /(\d+) sentences?/g, zh: /(\d+) 句/g },
} as const;

const folder = twoPlansFolder();
after(() => rmSync(folder, { recursive: true, force: true }));
// Of each kind one record that is not public: none of them is counted.
for (const [file, id] of [
  ['programme/commitments.csv', 'n1s3-2'],
  ['programme/projects.csv', 'tide-gauge'],
  ['results/events.csv', 'lantern-night'],
] as const) {
  const path = join(folder, file);
  writeFileSync(path, readFileSync(path, 'utf8').replace(new RegExp(`^(${id},.*),public$`, 'm'), '$1,district'));
}
const office = await openOffice(folder, null, {}, { now: () => new Date('2026-07-15T10:00:00Z') });
const publication = publicationSchema.publication.parse(await office.get('/api/v1/publication'));
const pages = new Map(
  [...siteFiles(publication, { url: null, languages: LANGUAGES }).files].map(({ path, content }) => [path, String(content)]),
);
const [all, english, chinese] = [null, ENGLISH, CHINESE].map((plan) => recount(folder, plan, 'public'));
assert.ok(all && english && chinese);

/** What stands between the first `from` of a piece and the next `to`. */
function between(piece: string, from: string, to: string): string {
  const start = piece.indexOf(from);
  assert.ok(start >= 0, `${from} stands in ${piece.slice(0, 500)}`);
  return piece.slice(start, piece.indexOf(to, start));
}
const words = (piece: string): string => piece.replace(/<[^>]*>/g, '');
const numbers = (piece: string, pattern: RegExp = /(\d+)/g): readonly number[] =>
  [...words(piece).matchAll(pattern)].map(([, number]) => Number(number));
const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
const sorted = (ids: Iterable<string>): readonly string[] => [...ids].sort();
const sectionsOf = (main: string): readonly string[] => main.split('<section class="part"').slice(1);

for (const language of LANGUAGES) {
  for (const root of [language === 'en' ? '' : 'zh/', language === 'en' ? 'large/' : 'large/zh/']) {
    /** The main part of a page. */
    const mainOf = (path: string): string => {
      const page = pages.get(root + path);
      assert.ok(page, `${root}${path} is written`);
      return page.slice(page.indexOf('<main'));
    };
    /** The records, by the folder of their pages, that a piece of a page leads to. */
    const ledTo = (path: string, piece: string, kind: string): readonly string[] => {
      const found = [...piece.matchAll(/href="([^"#]+)"/g)].map(([, href = '']) => new URL(href, `http://site/${root}${path}`).pathname);
      const start = `/${root}${kind}/`;
      const names = found.filter((each) => each.startsWith(start)).map((each) => each.slice(start.length, -'.html'.length));
      return sorted(new Set(names.filter((name) => name !== 'index')));
    };
    const isListed = (path: string, kind: string, ids: Iterable<string>): void => {
      const main = mainOf(path);
      assert.deepEqual(ledTo(path, main, kind), sorted(ids), path);
      const found = sectionsOf(main);
      // Where the list is grouped, each head counts what stands under it.
      if (found.length === 0) return;
      for (const section of found) {
        assert.equal(
          numbers(between(section, '<small>', '</small>'))[0],
          ledTo(path, section, kind).length,
          `${path} ${section.slice(0, 80)}`,
        );
      }
      assert.equal(sum(found.map((section) => ledTo(path, section, kind).length)), [...ids].length, path);
    };

    describe(`the public pages of two plans, ${root || 'en'},`, () => {
      it('count on the first page the promises of all plans and of each, by state and by aim, as a count over the files does', () => {
        const main = mainOf('index.html');
        const total = all.commitments.length;
        assert.deepEqual(numbers(between(main, '<p class="lead">', '</p>'), COUNTED.commitments[language]), [
          total,
          english.commitments.length,
          chinese.commitments.length,
        ]);
        assert.equal(sum(numbers(between(main, '<ul class="states">', '</ul>'))), total);
        assert.equal(ledTo('index.html', between(main, '<ol class="ribbon">', '</ol>'), 'commitments').length, total);
        const aims = between(main, '<ul class="rows aims">', '</ul>').split('<li>').slice(1);
        assert.deepEqual(
          aims.map((aim) => numbers(aim, COUNTED.commitments[language])[0]),
          ['open', 'dry'].map((aim) => all.under('commitment', 'aim', aim).length),
        );
        for (const aim of aims)
          assert.equal(sum(numbers(between(aim, '<small>', '</small>'))), numbers(aim, COUNTED.commitments[language])[0]);
        assert.equal(numbers(between(main, '<aside', '</aside>').split('<p>').at(-1) ?? '')[0], all.places.size);
      });

      it('list every promise once, under its state, and say of how many plans they are', () => {
        isListed('commitments/index.html', 'commitments', all.commitments);
        const main = mainOf('commitments/index.html');
        assert.deepEqual(numbers(between(main, '<p class="lead">', '</p>')).toSorted(), [2, all.commitments.length].toSorted());
        assert.equal(sum(numbers(between(main, '<ul class="states">', '</ul>'))), all.commitments.length);
      });

      it('list every place once, under its shape, and count those that are drawn', () => {
        isListed('places/index.html', 'places', all.places);
        const main = mainOf('places/index.html');
        const drawn = all.drawn.size;
        assert.deepEqual(numbers(between(main, '<p class="lead">', '</p>')), [all.places.size, drawn, all.places.size - drawn]);
        assert.equal(sum(numbers(between(main, '<div class="legend">', '</ul>'))), all.places.size);
      });

      it('list every project, event, indicator and park', () => {
        for (const [kind, ids] of [
          ['projects', all.projects],
          ['events', all.events],
        ] as const) {
          isListed(`${kind}/index.html`, kind, ids);
          assert.equal(numbers(between(mainOf(`${kind}/index.html`), '<p class="lead">', '</p>'))[0], ids.size, kind);
        }
        const main = mainOf('indicators/index.html');
        assert.deepEqual(ledTo('indicators/index.html', main, 'indicators'), sorted(all.indicators));
        assert.deepEqual(ledTo('indicators/index.html', main, 'parks'), sorted(all.parks));
      });

      it('show of each plan its own sentences and promises, and count those of the other', () => {
        for (const [plan, own, other] of [
          [ENGLISH, english, chinese],
          [CHINESE, chinese, english],
        ] as const) {
          const path = `plans/${plan}.html`;
          const main = mainOf(path);
          assert.equal([...main.matchAll(/id="s-/g)].length, own.sentences.total, path);
          const promised = main
            .split('class="margin"')
            .slice(1)
            .map((margin) => margin.slice(0, margin.indexOf('</ul>')));
          assert.deepEqual(sorted(promised.flatMap((margin) => ledTo(path, margin, 'commitments'))), sorted(own.commitments), path);
          const others = between(main, 'aria-labelledby="others"', '</section>');
          assert.deepEqual(numbers(others, COUNTED.sentences[language]), [other.sentences.total], path);
          assert.ok(
            !/no commitment is written|没有写出承诺/.test(main),
            'that a promise is not public does not say that nobody made it one',
          );
        }
      });

      it('name with each department what it answers for, of both plans', () => {
        const found = sectionsOf(mainOf('departments.html')).map((section) => ({
          id: /id="d-([\w-]+)"/.exec(section)?.[1] ?? '',
          commitments: ledTo('departments.html', section, 'commitments'),
          projects: ledTo('departments.html', section, 'projects'),
        }));
        assert.deepEqual(
          found,
          found.map(({ id }) => ({ id, ...all.answeredBy(id) })),
        );
        assert.equal(sum(found.map(({ commitments }) => commitments.length)), all.commitments.length - all.without.owner.commitments);
      });
    });
  }
}
