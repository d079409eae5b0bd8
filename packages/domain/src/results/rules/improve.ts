import type { OutcomeKind } from '../../register/fields/vocabulary.ts';
import { sayEvidence, sayEvidences } from '../evidence.ts';
import type { Case, Finding, Rule } from '../finding.ts';
import { movingBy, ownElseObjects, rowsOf, SILENT } from '../findings.ts';
import { say, sayList } from '../say.ts';
import { isBetter } from '../series.ts';
/**
 * Improve: two dated measurements of the same thing in the same unit, the later one better. More is better unless a bound indicator of
 * that unit says less is. Work going on shows it under way; finished work that nobody measured leaves it not known.
 */
export const improve: Rule = {
  means: say(
    '“改善”：同一件事前后两次带日期的测量，后一次更好；正在施工算推进中，完工而没有测量，情况不明。',
    '“Improve”: two dated measurements of the same thing, the later one better. Works in progress mean under way; finished and not measured means not known.',
  ),
  closes: ['measured'],
  moves: ['started', 'progress', 'opened', 'completed', 'accepted', 'in-use', 'adopted'],
  remarks: {
    measured: { counts: true, why: say('计入：前后对比用的测量', 'counted: one of the two measurements compared') },
  },
  unconfirmed: {
    fact: say('没有事后的测量', 'no measurement since says whether it is better'),
    tail: say('缺事后测量', 'no later measurement'),
  },
  missing: {
    fact: say(
      '要前后两次带日期的测量才能说改善，现在不足两次',
      'an improvement is shown by two dated measurements, before and after; there are fewer',
    ),
    tail: say('缺前后测量', 'no before and after'),
  },
  find,
};

function find(subject: Case): Finding {
  const own = ownFinding(subject);
  return ownElseObjects(subject, own);
}

const FINISHED: readonly OutcomeKind[] = ['completed', 'opened', 'accepted', 'in-use'];

function ownFinding(subject: Case): Finding {
  const measured = rowsOf(subject, ['measured']).filter(({ row }) => row.value !== null);
  const after = measured.findLast(({ last }) => !subject.from || last >= subject.from);
  const before = after && measured.find((row) => row.on < after.on && row.row.unit === after.row.unit);
  if (after && before) {
    const series = subject.series.find((each) => each.indicator.unit === after.row.unit);
    const [was, is] = [before.row.value ?? 0, after.row.value ?? 0];
    const better = series ? isBetter(series, was, is) : is > was;
    const verdict = better ? say('后一次更好', 'the later one is better') : say('后一次没有更好', 'the later one is not better');
    const fact = sayList([sayEvidence(before), sayEvidence(after), verdict]);
    const tail = better ? say('测得改善', 'measured better') : say('测得未改善', 'measured no better');
    return { name: better ? 'done' : 'under-way', first: after.first, on: after.on, fact, tail };
  }
  const works = rowsOf(subject, improve.moves);
  const last = works.at(-1);
  if (last && FINISHED.includes(last.row.what)) {
    return { ...SILENT, fact: sayList([sayEvidences(works), improve.unconfirmed.fact]), tail: improve.unconfirmed.tail };
  }
  if (last) return movingBy(works, subject.asOf);
  return measured.length === 0 ? SILENT : { ...SILENT, fact: sayEvidences(measured), tail: say('只测过一次', 'measured once only') };
}
