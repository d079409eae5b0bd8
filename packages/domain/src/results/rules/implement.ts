import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, ownElseObjects, SILENT } from '../findings.ts';
import { say, sayDay, shortMonthOf } from '../say.ts';
import { MISSING } from './words.ts';

/**
 * Implement a plan: evidence that the plan's items were closed (`completed`, or `reviewed` on the commitment itself). Progress shows it
 * under way until the plan's own period is over; then silence is not knowing.
 */
export const implement: Rule = {
  means: say(
    '“落实”：有依据说明那份规划或计划里到期的事项已经办结；有进展只算推进中。',
    '“Implement”: evidence shows that the items of the plan that are due are closed; progress alone means under way.',
  ),
  closes: ['completed'],
  moves: ['progress', 'started', 'adopted', 'announced', 'measured', 'opened', 'in-use'],
  remarks: {
    reviewed: {
      counts: true,
      why: say('计入：复核了计划事项，只在承诺本身上算完成', 'counted: the plan’s items were reviewed; closes the promise itself only'),
    },
  },
  unconfirmed: {
    fact: say('没有来源说明其中的事项是否办结', 'no source says whether its items were closed'),
    tail: say('是否办结未知', 'closure not confirmed'),
  },
  missing: MISSING,
  find,
};

function find(subject: Case): Finding {
  const closes = subject.kind === 'commitment' ? ([...implement.closes, 'reviewed'] as const) : implement.closes;
  const finding = ownElseObjects(subject, byRows(subject, closes, implement.moves));
  if (finding.name === 'done' || subject.due || !subject.planEnd) return finding;
  const end = sayDay(subject.planEnd.on);
  if (subject.asOf > subject.planEnd.on) {
    const over = say(`计划期已于 ${end.zh}结束`, `the plan ended on ${end.en}`);
    const known = finding.name === 'silent' ? over : say(`${finding.fact.zh}；${over.zh}`, `${finding.fact.en}; ${over.en}`);
    const fact = say(`${known.zh}，${implement.unconfirmed.fact.zh}`, `${known.en}, and ${implement.unconfirmed.fact.en}`);
    return { ...SILENT, name: 'not-known', fact, tail: implement.unconfirmed.tail, until: subject.planEnd };
  }
  if (finding.name !== 'under-way') return finding;
  const until = shortMonthOf(subject.planEnd.on);
  return {
    ...finding,
    fact: say(`${finding.fact.zh}；计划期到 ${end.zh}`, `${finding.fact.en}; the plan runs until ${end.en}`),
    tail: say(`至 ${until.zh}`, `until ${until.en}`),
  };
}
