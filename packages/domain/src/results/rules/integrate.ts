import { objectsOf, refKey, relationsOf } from '../../programme/relations.ts';
import type { Evidence } from '../evidence.ts';
import { evidenceOn, sayEvidence } from '../evidence.ts';
import type { Case, Finding, Rule } from '../finding.ts';
import { cannotTell, closingRow, doneBy, movingBy, rowsOf, SILENT } from '../findings.ts';
import { say, sayList } from '../say.ts';
import { UNCONFIRMED } from './words.ts';

const SIGNS = ['started', 'progress', 'completed', 'opened', 'held', 'accepted', 'adopted', 'in-use', 'reviewed'] as const;
const LINKING = ['serves', 'stands-on', 'names', 'co-operates', 'member-of'];

/**
 * Integrate: each pair of the things named has a joint project with dated evidence, or a decision (`adopted`, `completed`) is recorded on
 * the promise itself. A project is joint when it is one of the pair and linked to the other, or linked to both.
 */
export const integrate: Rule = {
  means: say(
    '“融合、统筹”：点到的每两样之间，有一个共同项目或一项决定，且有带日期的证据。点不出成对的东西，就无法衡量。',
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
  const pairs = pairsOf(subject);
  const own = rowsOf(subject, integrate.moves);
  if (pairs.length === 0 && own.length === 0) {
    return cannotTell('unmeasurable', {
      fact: say('没有点出成对的东西，没有可比的', 'it names no two things, so there are no pairs to look at'),
      tail: say('点不出成对', 'no pairs named'),
    });
  }
  const joined = pairs.flatMap(([a, b]) => jointEvidence(subject, a, b) ?? []).sort((x, y) => (x.on < y.on ? -1 : 1));
  const [first, last] = [joined[0], joined.at(-1)];
  if (!first || !last) return own.length > 0 ? movingBy(own, subject.asOf) : SILENT;
  const whole = `${joined.length} / ${pairs.length}`;
  const done = joined.length === pairs.length;
  return {
    name: done ? 'done' : 'under-way',
    first: done ? last.first : first.first,
    on: done ? last.on : first.on,
    fact: sayList([say(`${whole} 对有共同项目`, `${whole} pairs have a joint project`), sayEvidence(last)]),
    tail: say(`${whole} 对`, `${whole} pairs`),
  };
}

type Thing = { readonly kind: string; readonly id: string };

/** Every two of the named things, a thing standing for all records that share its id. */
function pairsOf(subject: Case): readonly (readonly [Thing, Thing])[] {
  if (subject.kind !== 'commitment') return [];
  const things = new Map<string, Thing>();
  for (const object of objectsOf(subject.register, subject.id)) {
    if (object.via === 'names' && object.kind !== 'indicator' && object.kind !== 'department') things.set(object.id, object);
  }
  const list = [...things.values()];
  return list.flatMap((a, index) => list.slice(index + 1).map((b): readonly [Thing, Thing] => [a, b]));
}

/** The first known sign of life of a project or event that joins both. */
function jointEvidence(subject: Case, a: Thing, b: Thing): Evidence | null {
  const near = linkedTo(subject, a);
  const joint = [...linkedTo(subject, b)].filter((key) => near.has(key)).sort();
  for (const key of joint) {
    const [kind, id] = key.split(/:(.*)/s);
    if ((kind !== 'project' && kind !== 'event') || id === undefined) continue;
    const sign = evidenceOn(subject.register, kind, id).find(
      (evidence) =>
        SIGNS.some((what) => what === evidence.row.what) &&
        evidence.knownOn <= subject.asOf &&
        (!subject.from || evidence.last >= subject.from || evidence.row.what === 'started'),
    );
    if (sign) return sign;
  }
  return null;
}

/** The records linked to a thing, itself and those of its id included. */
function linkedTo(subject: Case, thing: Thing): ReadonlySet<string> {
  const relations = relationsOf(subject.register);
  const keys = new Set<string>();
  for (const kind of ['project', 'place', 'event', 'park', 'document']) {
    keys.add(refKey(kind, thing.id));
    for (const link of relations.from(kind, thing.id)) if (LINKING.includes(link.relation)) keys.add(refKey(link.to_kind, link.to_id));
    for (const link of relations.to(kind, thing.id)) if (LINKING.includes(link.relation)) keys.add(refKey(link.from_kind, link.from_id));
  }
  return keys;
}
