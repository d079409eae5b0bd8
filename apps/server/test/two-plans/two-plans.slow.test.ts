import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, describe, it } from 'node:test';
import type {
  AxisTree,
  Brief,
  Coverage,
  District,
  Exceptions,
  GateBoard,
  MapCounts,
  MonthlySheet,
  Page,
  ReportDetail,
  SearchResult,
  Today,
} from '@westgate/contract';
import { openOffice, PLENTY } from '../office.ts';
import { textIn } from '../text-in.ts';
import { type Recount, recount } from './recount.ts';
import { CHINESE, ENGLISH, twoPlansFolder } from './two-plans-folder.ts';

const folder = twoPlansFolder();
after(() => rmSync(folder, { recursive: true, force: true }));
const office = await openOffice(folder, null, PLENTY, { now: () => new Date('2026-07-15T10:00:00Z') });
const PLANS = [null, ENGLISH, CHINESE] as const;
const LISTS = ['commitments', 'projects', 'places', 'events', 'parks', 'indicators'] as const;

/** An answer of the API about a plan, or about all. */
async function of<Answer>(path: string, plan: string | null, query: Readonly<Record<string, string>> = {}): Promise<Answer> {
  const text = new URLSearchParams({ ...query, ...(plan ? { plan } : {}) }).toString();
  return (await office.get(`/api/v1/${path}${text ? `?${text}` : ''}`)) as Answer;
}
const idsOf = async (path: string, plan: string | null, query: Readonly<Record<string, string>> = {}): Promise<readonly string[]> =>
  (await of<Page<{ readonly id: string }>>(path, plan, { limit: '500', ...query })).items.map(({ id }) => id).sort();
const sorted = (ids: Iterable<string>): readonly string[] => [...ids].sort();
const sum = (counts: Readonly<Record<string, number>>): number => Object.values(counts).reduce((all, count) => all + count, 0);

describe('with two plans, one in English and one in Chinese,', () => {
  for (const plan of PLANS) {
    const name = plan ?? 'all plans';
    const counted: Recount = recount(folder, plan);

    it(`every list of ${name} holds what a count over the files finds`, async () => {
      for (const list of LISTS) {
        const found = counted[list];
        assert.deepEqual(await idsOf(list, plan), sorted(found), list);
        const file = await (await office.ask(`/api/v1/exports/${list}.csv?lang=en${plan ? `&plan=${plan}` : ''}`)).text();
        for (const id of found) assert.ok(file.includes(`\n${id},`) || file.includes(`\r\n${id},`), `${list}.csv names ${id}`);
      }
      assert.equal((await idsOf('sentences', plan)).length, counted.sentences.total);
    });

    it(`every count of ${name} on a screen is that of a count over the files`, async () => {
      const coverage = await of<Coverage>('coverage', plan);
      const { total, narrative, unlinked } = counted.sentences;
      const { owner, day } = counted.without;
      assert.deepEqual(coverage.sentences, { total, narrative, unlinked, linked: total - narrative - unlinked });
      assert.equal(coverage.commitments.total, counted.commitments.length);
      assert.equal(coverage.commitments.withoutOwner, owner.commitments);
      assert.equal(coverage.commitments.withoutDueDate, day.commitments);
      assert.equal(coverage.projects.total, counted.projects.size);
      assert.equal(sum(coverage.states), counted.commitments.length);
      assert.equal((await of<Page<unknown>>('gaps', plan, { gap: 'no-owner' })).total, owner.commitments + owner.projects);
      const brief = await of<Brief>('brief', plan);
      assert.equal(sum(brief.states), counted.commitments.length);
      assert.equal(brief.exceptionCounts['no-owner'], owner.commitments + owner.projects);
      assert.equal(brief.exceptionCounts['no-due-date'], day.commitments + day.projects);
      assert.deepEqual(
        brief.aims.map((aim) => aim.total),
        brief.aims.map((aim) => counted.under('commitment', 'aim', aim.id ?? 'none').length),
      );
      const today = await of<Today>('today', plan);
      assert.equal(today.exceptionCounts['no-owner'], owner.commitments + owner.projects);
      const exceptions = await of<Exceptions>('exceptions', plan, { why: 'no-due-date' });
      assert.equal(exceptions.total, day.commitments + day.projects);
      assert.equal(
        today.aims.reduce((all, aim) => all + aim.total, 0),
        counted.commitments.length,
      );
      assert.equal((await of<MonthlySheet>('monthly', plan)).projects, counted.projects.size);
      assert.equal((await of<GateBoard>('gates', plan)).total, counted.projects.size);
      const map = await of<MapCounts>('map/counts', plan);
      assert.equal(map.total, counted.places.size);
    });

    it(`what is found in ${name}, and how much of each kind, is what a reading of the files finds`, async () => {
      for (const q of ['quay', 'The ', 'PUMP', 'library', 'p2s', 'council', 'ward', '图书馆', '岛上', '年内', '灯', '计划', 'n1s3']) {
        const { counts, items } = await of<SearchResult>('search', plan, { q, limit: '50' });
        const found = counted.saying(q.toLowerCase().trim());
        assert.deepEqual(
          Object.fromEntries(
            Object.keys(found).map((kind) => [kind, sorted(items.flatMap(({ thing }) => (thing.kind === kind ? [thing.id] : [])))]),
          ),
          found,
          `${name}: ${q}`,
        );
        assert.deepEqual(counts, Object.fromEntries(Object.entries(found).map(([kind, { length }]) => [kind, length])), `${name}: ${q}`);
        for (const [kind, ids] of Object.entries(found)) {
          const one = await of<SearchResult>('search', plan, { q, kind, limit: '50' });
          assert.deepEqual(sorted(one.items.map(({ thing }) => thing.id)), ids, `${name}: ${q}, ${kind}`);
        }
      }
    });

    it(`a report, the coverage sheet and the monthly sheet of ${name} say which plan they are of, and count the same`, async () => {
      const draft = { title: { zh: '报告', en: 'Report' }, who: 'Ada', ...(plan ? { plan } : {}) };
      const { number } = (await (await office.post('/api/v1/reports', draft)).json()) as { number: number };
      const { content } = (await office.get(`/api/v1/reports/${number}`)) as ReportDetail;
      assert.ok(content.format === 'westgate-report-1');
      assert.deepEqual(sorted(content.commitments.map(({ id }) => id)), sorted(counted.commitments));
      assert.deepEqual(sorted(content.indicators.map(({ id }) => id)), sorted(counted.indicators));
      assert.equal(content.coverage.sentences.total, counted.sentences.total);
      assert.equal(content.coverage.projects.total, counted.projects.size);
      assert.deepEqual(
        content.plans.map(({ id }) => id),
        plan ? [plan] : [ENGLISH, CHINESE],
      );
      const said = { [ENGLISH]: 'The Harbour Ward', [CHINESE]: '港区二〇二六年计划' };
      const query = `lang=en${plan ? `&plan=${plan}` : ''}`;
      for (const path of [
        `reports/${number}/report.docx?lang=en`,
        `exports/coverage.docx?${query}`,
        `exports/coverage.xlsx?${query}`,
        `exports/monthly.xlsx?${query}`,
      ]) {
        const text = await textIn(await office.ask(`/api/v1/${path}`));
        assert.ok(plan ? text.includes(said[plan]) : text.includes('All plans · 2'), `${path} says of which plan it is`);
        if (plan) assert.ok(!text.includes('All plans'), path);
        if (path.startsWith('exports/monthly')) assert.ok(text.includes(`<v>${counted.projects.size}</v>`), path);
      }
    });

    it(`each value of each axis narrows ${name} to what stands under it, and the tree rolls up to the same`, async () => {
      const { axes } = (await office.get('/api/v1/district')) as District;
      assert.equal(axes.length, 2);
      for (const axis of axes) {
        const tree = await of<AxisTree>(`axes/${axis.id}`, plan);
        assert.equal(tree.commitmentCount, counted.commitments.length);
        assert.equal(tree.projectCount, counted.projects.size);
        assert.equal(sum(tree.states), counted.commitments.length);
        for (const value of [...axis.values.map(({ id }) => id), 'none']) {
          const tag = `${axis.id}:${value}`;
          const commitments = counted.under('commitment', axis.id, value);
          assert.deepEqual(await idsOf('commitments', plan, { tag }), sorted(commitments), `${name} ${tag}`);
          const branch = tree.branches.find((each) => (each.value ?? 'none') === value);
          assert.deepEqual(
            sorted(branch?.commitments.map(({ thing }) => thing.id) ?? []),
            sorted(commitments),
            `${name} ${tag} in the tree`,
          );
          assert.equal(branch?.commitmentCount ?? 0, commitments.length);
          assert.equal(sum(branch?.states ?? {}), commitments.length);
          if (axis.id === 'aim') continue;
          const projects = counted.under('project', axis.id, value);
          assert.deepEqual(await idsOf('projects', plan, { tag }), sorted(projects), `${name} ${tag}, projects`);
          assert.equal(branch?.projectCount ?? 0, projects.length);
        }
      }
    });
  }

  it('a value that no project carries is told, and a commitment that no project serves', async () => {
    const tree = await of<AxisTree>('axes/chapter', CHINESE);
    const bare = tree.branches.filter(({ projectCount, value }) => value !== null && projectCount === 0).map(({ value }) => value);
    assert.deepEqual(bare, ['walls', 'houses']);
    const quays = tree.branches.find(({ value }) => value === 'quays');
    assert.equal(quays?.withoutProject, 1);
    assert.equal(quays?.commitments.find(({ thing }) => thing.id === 'n1s3-2')?.projects.length, 0);
  });

  it('what is past its day stands first in the tree', async () => {
    const tree = await of<AxisTree>('axes/chapter', null);
    for (const { commitments } of tree.branches) {
      const isPast = commitments.map(({ why }) => why.some((each) => each === 'due-not-known' || each === 'late'));
      assert.deepEqual(
        isPast,
        [...isPast].sort((a, b) => Number(b) - Number(a)),
      );
    }
    assert.ok(tree.branches.some(({ commitments }) => commitments[0]?.why[0] === 'due-not-known'));
  });

  it('a project of two plans names both, whichever is shown', async () => {
    for (const plan of PLANS) {
      const { items } = await of<Page<{ readonly id: string; readonly plans: readonly string[] }>>('projects', plan);
      assert.deepEqual(items.find(({ id }) => id === 'silo-library')?.plans, [ENGLISH, CHINESE]);
    }
  });

  it('the state of a record is the same, whichever plan is shown', async () => {
    const all = await of<Page<{ readonly id: string; readonly state: { readonly name: string } }>>('commitments', null);
    let compared = 0;
    for (const plan of [ENGLISH, CHINESE]) {
      for (const { id, state } of (await of<typeof all>('commitments', plan)).items) {
        assert.deepEqual(state, all.items.find((each) => each.id === id)?.state, id);
        compared += 1;
      }
    }
    assert.equal(compared, all.total);
  });

  it('a plan or a value that the district does not have is refused in words, at every door', async () => {
    const asked = [
      ...LISTS.map((list) => `${list}?plan=nothing`),
      'coverage?plan=nothing',
      'held-faults?plan=nothing',
      'today?plan=nothing',
      'exports/places.csv?plan=nothing',
      'axes/aim?plan=nothing',
    ];
    for (const path of [
      ...asked,
      'commitments?tag=chapter:nothing',
      'places?tag=nothing:walls',
      'map/counts?tag=chapter:nothing',
      'projects?tag=walls',
    ]) {
      const answer = await office.ask(`/api/v1/${path}`);
      assert.equal(answer.status, 400, path);
      assert.equal(((await answer.json()) as { code: string }).code, 'WG_INPUT_INVALID', path);
    }
  });
});
