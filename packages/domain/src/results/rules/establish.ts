import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, ownElseObjects } from '../findings.ts';
import { say } from '../say.ts';
import { MISSING } from './words.ts';

/** Establish: the opening counts, not an announcement and not first use. Both show it under way while the due date is ahead. */
export const establish: Rule = {
  means: say(
    '“建立”：正式开放才算；宣布、预告、先行使用都不算。',
    '“Establish”: the formal opening counts; an announcement or first use does not.',
  ),
  closes: ['opened'],
  moves: ['announced', 'in-use', 'started', 'progress', 'adopted', 'completed', 'accepted'],
  remarks: {
    announced: { counts: false, why: say('不计：宣布不是开放', 'not counted: an announcement is not an opening') },
    'in-use': { counts: false, why: say('不计：公众使用不是正式开放', 'not counted: public use is not the formal opening') },
    completed: { counts: false, why: say('不计：建成不是开放', 'not counted: completion is not an opening') },
    accepted: { counts: false, why: say('不计：验收不是开放', 'not counted: acceptance is not an opening') },
  },
  unconfirmed: {
    fact: say('没有来源确认正式开放', 'no source confirms the opening'),
    tail: say('没有开放的依据', 'opening not confirmed'),
  },
  missing: MISSING,
  find,
};

function find(subject: Case): Finding {
  return ownElseObjects(subject, byRows(subject, establish.closes, establish.moves));
}
