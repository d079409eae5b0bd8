// What every project brought to its gates: files, decisions, passes and the entry to the pool.
import { between, daysAfter, earlier } from './day.mjs';
import { fileFor } from './files.mjs';
import { PROJECTS, TODAY } from './projects.mjs';
import { ladderOf } from './rulebook.mjs';

const { evidencePath } = await import('../../packages/domain/dist/src/index.js');

/** Days before the start of works on which the first four gates were passed. */
const BEFORE_START = [190, 140, 85, 30];
/** Days on which they were passed where works have not begun. */
const UNBEGUN = ['2026-03-05', '2026-05-18', '2026-07-22', '2026-09-16'];
/** Projects whose open gate has what it asks for and waits to be passed. */
const READY = new Set(['jintian-canteen']);
const REFUSALS = {
  'chenghu-shore': [
    '愿意退租的不到三成，资金来源也没有落实，暂不入库',
    'fewer than three in ten wish to leave and the money is not found: not admitted for now',
    '2026-08-19',
  ],
};
const NO_ANSWERS = {
  'qingfang-houses': [
    'relic',
    '2026-10-12',
    '拆改内墙的做法与保护要求不符，退回修改',
    'taking out inner walls goes against the care of the relic; to be changed',
  ],
  'chenghu-shore': ['money', '2026-08-12', '资金来源没有落实', 'the money is not found'],
};

/** The day the main works of a project were promised for; null where works have not begun. */
export function halfwayOf({ started, due, turn }) {
  if (started === null) return null;
  return turn === 'milestone' ? '2026-10-15' : between(started, due);
}

/** The day they were finished, every third project some days late; null where they were not, or nobody says. */
export function halfDoneOn({ id, started, finished, due, turn }) {
  const promised = halfwayOf({ started, due, turn });
  if (promised === null || turn === 'milestone' || promised >= TODAY) return null;
  return earlier(daysAfter(promised, id.length % 3 === 0 ? id.length % 8 : 0), finished ?? TODAY);
}

/** The days on which a project passed its gates, in their order. */
function passesOf(project) {
  const { kind, passed, started, finished } = project;
  const isPaper = ladderOf(kind).length === 3;
  const all = isPaper
    ? [started && daysAfter(started, 20), started && daysAfter(started, 60), finished]
    : [
        ...UNBEGUN.map((day, n) => (started ? daysAfter(started, -BEFORE_START[n]) : day)),
        started,
        halfDoneOn(project),
        finished,
        finished && earlier(daysAfter(finished, 18), TODAY),
      ];
  // In the table the main works are no gate of their own: they were finished where the days say so.
  const most = isPaper || passed < 5 ? passed : passed + 1;
  return all.slice(0, most).filter((day) => day !== null);
}

/** The day a project passed its gate number `n`, counted from 0. */
export function passedOn(project, n) {
  return passesOf(project)[n];
}

/** Rows of what was brought and decided; `titleOf` gives how the site of a project is held. Also the bytes of the files, by path. */
export function gateRows(random, titleOf) {
  const rows = { evidence: [], requirement_answer: [], gate_pass: [], admission: [] };
  const files = new Map();
  /** Brings what a requirement asks for; the word of a certificate. */
  const bring = (project, asked, on) => {
    if (asked.kind !== 'evidence') {
      rows.requirement_answer.push({
        project: project.id,
        requirement: asked.id,
        answer: 'yes',
        on,
        department: asked.department ?? project.lead,
      });
      return 'answer';
    }
    const { content, ...file } = fileFor(asked);
    files.set(evidencePath(file), content);
    const id = `${project.id}-${asked.id.slice(project.kind.length + 1)}`;
    rows.evidence.push({
      id,
      subject_kind: 'project',
      subject_id: project.id,
      requirement: asked.id,
      title_zh: asked.name_zh,
      title_en: asked.name_en,
      ...file,
      on,
      note_zh: '虚构',
      note_en: 'invented',
    });
    return `evidence:${id}`;
  };
  for (const project of PROJECTS) {
    const law = lawOf(titleOf(project.id));
    const passes = passesOf(project);
    for (const [n, gate] of ladderOf(project.kind).entries()) {
      const asked = gate.requirements.filter(({ land }) => land === null || law.includes(land));
      const on = passes[n];
      if (on !== undefined) {
        const basis = asked.map((each) => `${each.id}=${bring(project, each, daysAfter(on, -1 - random.below(12)))}`);
        rows.gate_pass.push({ project: project.id, gate: gate.id, on, basis, became: 'stands' });
        if (gate.key === 'pool' || gate.key === 'asked')
          rows.admission.push({ project: project.id, decision: 'admitted', on, rules_on: on });
      } else if (n === passes.length) {
        const [no, noOn, zh, en] = NO_ANSWERS[project.id] ?? [];
        const day = daysAfter(TODAY, -10 - random.below(20));
        for (const each of asked) {
          if (each.key === no)
            rows.requirement_answer.push({
              project: project.id,
              requirement: each.id,
              answer: 'no',
              words_zh: zh,
              words_en: en,
              on: noOn,
              department: each.department ?? project.lead,
            });
          else if (READY.has(project.id) || (project.passed < 5 && asked.indexOf(each) === 0 && asked.length > 1 && law.length > 0))
            bring(project, each, day);
        }
      }
    }
    const refusal = REFUSALS[project.id];
    if (refusal) {
      const [reason_zh, reason_en, on] = refusal;
      rows.admission.push({ project: project.id, decision: 'refused', on, rules_on: on, reason_zh, reason_en });
    }
  }
  return { ...rows, files };
}

function lawOf(title) {
  if (title === 'collective') return ['collective'];
  if (title === 'mixed') return ['state-owned', 'collective'];
  return title === undefined || title === 'not-known' ? [] : ['state-owned'];
}
