import { byText } from '@westgate/base';
import { objectsOf, refKey, relationsOf } from '../../programme/relations.ts';
import type { OutcomeKind } from '../../register/fields/vocabulary.ts';
import { LEADING_KINDS } from '../../register/leads.ts';
import { registerMemo } from '../../register/memo.ts';
import { type Evidence, evidenceOn, isBeforePlan, sayEvidence } from '../evidence.ts';
import type { Case, Finding, Rule } from '../finding.ts';
import { cannotTell, closingRow, doneBy, movingBy, rowsOf, SILENT } from '../findings.ts';
import { type Said, say, sayList, sayName } from '../say.ts';
import { UNCONFIRMED } from './words.ts';

const SIGNS: readonly OutcomeKind[] = ['started', 'progress', 'completed', 'opened', 'held', 'accepted', 'adopted', 'in-use', 'reviewed'];
const LINKING = ['serves', 'stands-on', 'names', 'co-operates', 'member-of'];

/**
 * Integrate: each pair has a joint project with dated evidence, or a decision (`adopted`, `completed`) is recorded on the promise itself.
 * Pairs are every two of the things it names, and every value of the axis `integration` it is tagged with (a project tagged alike joins it). A project is joint when it is one of the pair and linked to the other, or linked to both.
 */
export const integrate: Rule = {
  means: say(
    '“融合”：点到的每两样之间，有一个共同项目或一项决定，且有带日期的依据。点不出成对的东西，就无法衡量。',
    '“Integrate”: every two of the things named have a joint project or a decision, with dated evidence. With no pairs to name, it cannot be measured.',
  ),
  closes: ['adopted', 'completed'],
  moves: ['started', 'progress', 'held', 'reviewed', 'announced', 'opened', 'accepted', 'in-use'],
  unconfirmed: UNCONFIRMED,
  missing: {
    fact: say('没有记录到共同的项目或决定', 'no joint project or decision is recorded'),
    tail: say('没有共同项目', 'no joint project'),
  },
  find,
};

function find(subject: Case): Finding {
  const decision = closingRow(subject, integrate.closes);
  if (decision) return doneBy(decision, subject.asOf);
  const pairs = [...pairsOf(subject), ...tagsOf(subject)];
  const own = rowsOf(subject, integrate.moves);
  if (pairs.length === 0 && own.length === 0) {
    return cannotTell('unmeasurable', {
      fact: say('没有点出成对的东西，没有可比的', 'it names no two things, so there are no pairs to look at'),
      tail: say('点不出成对', 'no pairs named'),
    });
  }
  const joined = pairs
    .flatMap((joint) => signOf(subject, joint) ?? [])
    .sort((x, y) => byText(x.evidence.on, y.evidence.on) || byText(x.key, y.key));
  const [first, last] = [joined[0], joined.at(-1)];
  if (!first || !last) return own.length > 0 ? movingBy(own, subject.asOf) : SILENT;
  const [joint, all] = [joined.length, pairs.length];
  const done = joint === all;
  const { first: start, on } = done ? last.evidence : first.evidence;
  const said = sayEvidence(last.evidence);
  const example = say(`${last.name.zh}：${said.zh}`, `${last.name.en}: ${said.en}`);
  return {
    name: done ? 'done' : 'under-way',
    first: start,
    on,
    fact: sayList([say(`${all} 对中 ${joint} 对有共同项目`, `${joint} of ${all} pairs have a joint project`), example]),
    tail: say(`${joint} / ${all} 对`, `${joint} of ${all} pairs`),
  };
}

/** What tags of the plan axis whose values are pairs to be joined begin with. */
export const INTEGRATION = 'integration:';

const projectsByTag = registerMemo((register) => {
  const projects = new Map<string, string[]>();
  for (const project of register.project.values()) {
    for (const tag of project.tags) {
      const held = projects.get(tag);
      if (held) held.push(project.id);
      else projects.set(tag, [project.id]);
    }
  }
  return projects;
});

interface Sign {
  readonly key: string;
  readonly evidence: Evidence;
  readonly name: Said;
}

type Thing = { readonly kind: string; readonly id: string };

/** For every two of the named things, what joins them; a thing stands for all records that share its id. */
function pairsOf(subject: Case): readonly (readonly string[])[] {
  if (subject.kind !== 'commitment') return [];
  const things = new Map<string, Thing>();
  for (const object of objectsOf(subject.register, subject.id)) {
    if (object.via === 'names' && object.kind !== 'indicator' && object.kind !== 'department') things.set(object.id, object);
  }
  const near = [...things.values()].map((thing) => linkedTo(subject, thing));
  return near.flatMap((a, index) => near.slice(index + 1).map((b) => [...b].filter((key) => a.has(key)).sort()));
}

/** For every value of the integration axis that the promise is tagged with, the projects tagged with it. */
function tagsOf(subject: Case): readonly (readonly string[])[] {
  const tags = (subject.kind === 'commitment' ? subject.register.commitment.get(subject.id)?.tags : null) ?? [];
  return tags
    .filter((tag) => tag.startsWith(INTEGRATION))
    .map((tag) => (projectsByTag(subject.register).get(tag) ?? []).map((id) => refKey('project', id)).sort());
}

/** The first known sign of life of a project or event among `joint`. */
function signOf(subject: Case, joint: readonly string[]): Sign | null {
  for (const key of joint) {
    const colon = key.indexOf(':');
    const [kind, id] = [key.slice(0, colon), key.slice(colon + 1)];
    if (kind !== 'project' && kind !== 'event') continue;
    const rows = evidenceOn(subject.register, kind, id);
    const evidence = rows.find(
      (row) => row.fault === null && SIGNS.includes(row.row.what) && row.knownOn <= subject.asOf && !isBeforePlan(row, subject.from, rows),
    );
    if (!evidence) continue;
    const record = subject.register[kind].get(id);
    return { key, evidence, name: sayName(record?.name_zh, record?.name_en, id) };
  }
  return null;
}

/** The records linked to a thing, itself and those of its id included. */
function linkedTo(subject: Case, thing: Thing): ReadonlySet<string> {
  const relations = relationsOf(subject.register);
  const keys = new Set<string>();
  for (const kind of ['project', 'place', ...LEADING_KINDS, 'document']) {
    keys.add(refKey(kind, thing.id));
    for (const link of relations.from(kind, thing.id)) if (LINKING.includes(link.relation)) keys.add(refKey(link.to_kind, link.to_id));
    for (const link of relations.to(kind, thing.id)) if (LINKING.includes(link.relation)) keys.add(refKey(link.from_kind, link.from_id));
  }
  return keys;
}
