import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, ownElseObjects } from '../findings.ts';
import { say } from '../say.ts';
import { MISSING } from './words.ts';

/** Construct a series: each listed work is completed or accepted, and the list is closed. */
export const constructSeries: Rule = {
  means: say(
    '“建设一批”：清单里每一项都完工或通过验收；清单没闭合，就还没建完。',
    '“Construct a series”: each listed work is completed or accepted; while the list is open, the series is not finished.',
  ),
  closes: ['completed', 'accepted'],
  moves: ['started', 'progress', 'in-use', 'opened'],
  unconfirmed: {
    fact: say('没有来源说明是否完工', 'no source says whether it is finished'),
    tail: say('是否完工未知', 'finish not confirmed'),
  },
  missing: MISSING,
  find,
};

function find(subject: Case): Finding {
  return ownElseObjects(subject, byRows(subject, constructSeries.closes, constructSeries.moves));
}
