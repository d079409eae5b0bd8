// Plans, promises, projects and their links in the invented district.
import { padded } from './places.mjs';
import { DEPARTMENTS, NARRATIVE, PROMISES, SITE_KINDS } from './words.mjs';

const PLANS = [
  { id: 'plan-2026', year: 2026, share: 1 / 10 },
  { id: 'plan-2025', year: 2025, share: 1 / 50 },
  { id: 'plan-2024', year: 2024, share: 1 / 50 },
];
const PROJECT_OF = new Map(SITE_KINDS.map(([kind, , , , project]) => [kind, project]));

/** Eight bureaux with five branches each. */
export function makeDepartments(random) {
  return DEPARTMENTS.flatMap(([zh, en, roleZh, roleEn], bureau) =>
    [0, 1, 2, 3, 4].map((branch) => ({
      id: `dep-${bureau + 1}-${branch}`,
      name_zh: branch === 0 ? zh : `${zh}第${branch}科`,
      name_en: branch === 0 ? en : `${en}, section ${branch}`,
      role_zh: roleZh,
      role_en: roleEn,
      confidence: random.pick(['high', 'medium', 'low']),
    })),
  );
}

/** A project on each tenth site and up to eleven more, one very large one, and the rows of `link` that say so. */
export function makeProjects(random, sites, departments) {
  const [projects, links] = [[], []];
  const standOn = (project, place) => links.push(link('project', project, 'stands-on', 'place', place));
  const count = Math.max(1, Math.ceil(sites.length / 10));
  for (let n = 1; n <= count; n += 1) {
    const site = sites[(n - 1) * 10] ?? sites[0];
    const id = `pr${padded(n)}`;
    projects.push({
      id,
      name_zh: `${site.name_zh}更新项目`,
      name_en: `Renewal of ${site.name_en}`,
      kind: PROJECT_OF.get(site.kind),
      verb_class: random.pick(PROMISES)[0],
      lead: random.chance(0.9) ? random.pick(departments).id : null,
      ...dueOf(random),
      tags: site.tags,
    });
    const others = random.chance(0.2) ? 1 + random.below(11) : 0;
    for (const place of new Set([site, ...Array.from({ length: others }, () => random.pick(sites))])) standOn(id, place.id);
    if (random.chance(0.3)) links.push(link('department', random.pick(departments).id, 'co-operates', 'project', id));
  }
  projects.push({
    id: 'programme-all',
    name_zh: '全区更新总计划',
    name_en: 'Renewal programme of the whole district',
    kind: 'programme',
    verb_class: 'implement',
    lead: departments[0].id,
    tags: ['aim:homes'],
  });
  for (const site of sites.filter((_, index) => index % 10 === 3)) standOn('programme-all', site.id);
  return { projects, links };
}

/** Three plans with their sentences and promises; two in three promises are served by a project and name its site. */
export function makePlans(random, sites, projects, departments) {
  const made = { documents: [], sentences: [], texts: new Map(), commitments: [], mentions: [], links: [] };
  let turn = 0;
  for (const plan of PLANS) {
    made.documents.push({
      id: plan.id,
      title_zh: `${plan.year} 年更新计划`,
      title_en: `Renewal plan ${plan.year}`,
      kind: 'plan',
      wording: 'rendering',
      covers: String(plan.year),
      publisher_zh: '澄川区（虚构）',
      publisher_en: 'Chengchuan District (invented)',
      published_on: `${plan.year}-01-20`,
      source: 'src-1',
    });
    const wanted = Math.max(2, Math.round(sites.length * plan.share));
    turn = makeText(random, plan, { wanted, turn, sites, projects, departments, made });
  }
  return made;
}

function makeText(random, plan, { wanted, turn, sites, projects, departments, made }) {
  const paragraphs = { zh: [], en: [] };
  let [promised, next] = [0, turn];
  for (let paragraph = 1; promised < wanted; paragraph += 1) {
    const [zh, en] = [[], []];
    const length = 3 + random.below(4);
    for (let position = 1; position <= length && promised < wanted; position += 1) {
      const id = `${plan.year}-p${paragraph}s${position}`;
      const isNarrative = random.chance(0.12);
      const spot = {
        id,
        document: plan.id,
        paragraph,
        position,
        revision: 1,
        in_text: true,
        checked_zh: random.chance(0.5),
        checked_en: random.chance(0.5),
      };
      if (isNarrative) {
        const [wordsZh, wordsEn] = random.pick(NARRATIVE).map((text) => text.replace('#', `${paragraph}${position}`));
        zh.push(wordsZh);
        en.push(wordsEn);
        made.sentences.push({ ...spot, kind: 'narrative', reason_zh: '只述现状', reason_en: 'tells how things are', tags: [] });
        continue;
      }
      const clauses = clausesOf(random, wanted - promised > 1 && random.chance(0.4) ? 2 : 1, sites, projects, next);
      next += clauses.length;
      promised += clauses.length;
      zh.push(`${clauses.map((clause) => clause.zh).join('；')}。`);
      en.push(`The district ${clauses.map((clause) => clause.en).join(', and ')}.`);
      made.sentences.push({ ...spot, kind: 'promise', tags: [...new Set(clauses.flatMap(({ site }) => site.tags.slice(0, 1)))] });
      for (const [index, clause] of clauses.entries()) promise(random, { id, index, clause, departments, made });
    }
    paragraphs.zh.push(zh.join(''));
    paragraphs.en.push(en.join(' '));
  }
  made.texts.set(`words/${plan.id}.zh.md`, `${paragraphs.zh.join('\n\n')}\n`);
  made.texts.set(`words/${plan.id}.en.md`, `${paragraphs.en.join('\n\n')}\n`);
  return next;
}

/** One or two clauses with different verbs about different sites. The site of a project is the one it was named after. */
function clausesOf(random, count, sites, projects, from) {
  const verb = random.below(PROMISES.length);
  return Array.from({ length: count }, (_, index) => {
    const [verbClass, zh, en] = PROMISES[(verb + index * 3) % PROMISES.length];
    const nth = (from + index) % (projects.length - 1);
    const site = sites[nth * 10] ?? sites[0];
    return { verbClass, site, project: projects[nth], zh: zh.replace('$', site.name_zh), en: en.replace('$', site.name_en) };
  });
}

function promise(random, { id, index, clause, departments, made }) {
  const commitment = `${id}-${index + 1}`;
  made.commitments.push({
    id: commitment,
    sentence: id,
    title_zh: clause.zh,
    title_en: `${clause.en.charAt(0).toUpperCase()}${clause.en.slice(1)}`,
    clause_zh: clause.zh,
    clause_en: clause.en,
    verb_class: clause.verbClass,
    list_closed: random.chance(0.7),
    owner: random.chance(0.85) ? random.pick(departments).id : null,
    ...dueOf(random),
    tags: clause.site.tags,
  });
  if (!random.chance(2 / 3)) return;
  made.links.push(link('project', clause.project.id, 'serves', 'commitment', commitment));
  if (index > 0) return;
  made.links.push(link('commitment', commitment, 'names', 'place', clause.site.id));
  made.mentions.push({
    sentence: id,
    thing_kind: 'place',
    thing_id: clause.site.id,
    phrase_zh: clause.site.name_zh,
    phrase_en: clause.site.name_en,
  });
}

function dueOf(random) {
  if (!random.chance(0.6)) return {};
  const month = String(1 + random.below(12)).padStart(2, '0');
  const due_on = `${2024 + random.below(5)}-${month}-${String(1 + random.below(28)).padStart(2, '0')}`;
  return { due_on, due_basis_zh: '计划表', due_basis_en: 'table of the plan', due_source: 'src-1' };
}

/** A row of `link`. */
export function link(from_kind, from_id, relation, to_kind, to_id) {
  return { from_kind, from_id, relation, to_kind, to_id };
}
