import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, ownElseObjects } from '../findings.ts';
import { say } from '../say.ts';
import { MISSING, UNCONFIRMED } from './words.ts';

/** No class of verb was chosen: finished work is done, begun work is under way. */
export const unclassed: Rule = {
  means: say(
    '无任务类型：建成、开放或验收才算完成，开工和进展算推进中。',
    'No class of verb is chosen: completed, opened or accepted is done; begun or progressing is under way.',
  ),
  closes: ['completed', 'opened', 'accepted'],
  moves: ['started', 'progress', 'in-use', 'adopted', 'measured', 'announced'],
  unconfirmed: UNCONFIRMED,
  missing: MISSING,
  find,
};

function find(subject: Case): Finding {
  return ownElseObjects(subject, byRows(subject, unclassed.closes, unclassed.moves));
}
