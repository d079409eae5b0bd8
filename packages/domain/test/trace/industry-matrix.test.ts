import assert from 'node:assert/strict';
import { test } from 'node:test';
import { industryMatrix, industryMatrixAsked, type MatrixAsked, type MatrixProject } from '@westgate/domain';
import { districtOf, link } from '../district.ts';
import { type Random, randomOf } from '../random.ts';

const some = (random: Random, all: readonly string[]): readonly string[] => all.filter(() => random() < 0.35);

function randomAsked(seed: number): MatrixAsked {
  const random = randomOf(seed);
  const ids = (letter: string, most: number): readonly string[] =>
    Array.from({ length: Math.floor(random() * most) }, (_, at) => `${letter}${at}`);
  const [areas, industries, values] = [ids('a', 6), ids('i', 6), ids('v', 6)];
  const projects = ids('p', 14).map((id): MatrixProject => {
    const lead = random() < 0.3 ? null : `d${Math.floor(random() * 3)}`;
    return { id, lead, areas: some(random, areas), industries: some(random, industries), values: some(random, values) };
  });
  const planned = areas.flatMap((area) => some(random, industries).map((industry) => ({ area, industry })));
  return { areas, industries, values, projects, planned };
}

test('every cell, gap and overlap of random matrices is what looking at every project for every triple finds, and none is missing', () => {
  let overlapsFound = 0;
  let gapsFound = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const asked = randomAsked(seed);
    const { cells, gaps, overlaps } = industryMatrix(asked);
    const [wantedGaps, wantedOverlaps]: [string[], string[]] = [[], []];
    for (const area of [...asked.areas, null]) {
      for (const industry of asked.industries) {
        const own = asked.projects.filter(
          (project) => project.industries.includes(industry) && (area === null ? project.areas.length === 0 : project.areas.includes(area)),
        );
        const isPlanned = asked.planned.some((pair) => pair.area === area && pair.industry === industry);
        const found = cells.filter((cell) => cell.area === area && cell.industry === industry);
        assert.equal(found.length, own.length > 0 || isPlanned ? 1 : 0, `seed ${seed}`);
        if (isPlanned && own.length === 0) wantedGaps.push(`${area} ${industry}`);
        for (const [at, value] of asked.values.entries()) {
          const carrying = own.filter((project) => project.values.includes(value));
          if (found[0])
            assert.deepEqual(
              found[0].parts[at]?.projects,
              carrying.map(({ id }) => id),
              `seed ${seed}`,
            );
          const leads = new Set(carrying.map(({ lead }) => lead).filter((lead) => lead !== null)).size;
          if (carrying.length > 1) wantedOverlaps.push(`${area} ${industry} ${value} ${leads}`);
        }
      }
    }
    assert.deepEqual(gaps.map(({ area, industry }) => `${area} ${industry}`).sort(), wantedGaps.sort(), `seed ${seed}`);
    assert.deepEqual(
      overlaps.map(({ area, industry, value, leads }) => `${area} ${industry} ${value} ${leads}`).sort(),
      wantedOverlaps.sort(),
    );
    gapsFound += gaps.length;
    overlapsFound += overlaps.length;
  }
  assert.ok(gapsFound > 100 && overlapsFound > 100, 'the lots draw both');
});

test('a project stands in the area whose member its place is, else on its place; an industry is planned where it is linked to an area', () => {
  const register = districtOf({
    district: [{ id: 'd', axes: [{ id: 'five', name: { zh: '五', en: 'Five' }, values: [{ id: 'a', name: { zh: '甲', en: 'A' } }] }] }],
    department: [{ id: 'works' }],
    place: [{ id: 'park' }, { id: 'hall' }, { id: 'mill' }],
    project: [
      { id: 'p', lead: 'works', tags: ['five:a'] },
      { id: 'q', tags: [] },
    ],
    industry: [{ id: 'robots' }, { id: 'games' }],
    link: [
      link('industry:robots', 'stands-on', 'place:park'),
      link('industry:games', 'stands-on', 'place:park'),
      link('place:hall', 'member-of', 'place:park'),
      link('project:p', 'stands-on', 'place:hall'),
      link('project:p', 'serves', 'industry:robots'),
      link('project:q', 'stands-on', 'place:mill'),
      link('project:q', 'serves', 'industry:robots'),
    ],
  });
  const asked = industryMatrixAsked(register, 'five');
  assert.deepEqual([asked.areas, asked.values], [['park', 'mill'], ['a']]);
  const { cells, gaps } = industryMatrix(asked);
  assert.deepEqual(
    cells.map(({ area, industry, isPlanned, projects, parts }) => [
      area,
      industry,
      isPlanned,
      projects,
      parts.map((part) => part.projects),
    ]),
    [
      ['park', 'robots', true, ['p'], [['p']]],
      ['park', 'games', true, [], [[]]],
      ['mill', 'robots', false, ['q'], [[]]],
    ],
  );
  assert.deepEqual(gaps, [{ area: 'park', industry: 'games' }]);
});
