import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, cannotTell, closingRow, doneBy, ownElseObjects } from '../findings.ts';
import { byReading, byTarget } from '../numbers.ts';
import { say } from '../say.ts';
import { MISSING, UNCONFIRMED } from './words.ts';

/**
 * Promote: a bound indicator meets its target; where no target is bound, the works themselves are finished. Bound to nothing, the word
 * has no test.
 */
export const promote: Rule = {
  means: say(
    '“促进”：绑定的指标达到目标；没有目标时，所绑定的项目都完成。什么也没绑定，就无法衡量。',
    '“Promote”: the bound indicator meets its target; without a target, the bound works are finished. Bound to nothing, it cannot be measured.',
  ),
  closes: ['completed', 'opened', 'accepted', 'held'],
  moves: ['started', 'progress', 'in-use', 'measured', 'adopted', 'announced'],
  unconfirmed: UNCONFIRMED,
  missing: MISSING,
  find,
};

function find(subject: Case): Finding {
  const own = ownFinding(subject);
  if (own.name !== 'silent' || subject.objects.length > 0) return ownElseObjects(subject, own);
  if (subject.kind !== 'commitment' || subject.series.length > 0) return own;
  return cannotTell('unmeasurable', {
    fact: say(
      '没有绑定任何项目、活动或指标，没有可比的东西',
      'no project, event or indicator is bound to it, so there is nothing to measure',
    ),
    tail: say('没有绑定指标', 'nothing bound to it'),
  });
}

function ownFinding(subject: Case): Finding {
  const number = byTarget(subject);
  const closing = closingRow(subject, promote.closes);
  if (closing && (!number || number.name === 'done')) return doneBy(closing, subject.asOf);
  if (number && number.name !== 'silent') return number;
  const rows = byRows(subject, [], [...promote.closes, ...promote.moves]);
  const own = rows.name === 'silent' ? byReading(subject) : rows;
  return number?.until ? { ...own, until: number.until } : own;
}
