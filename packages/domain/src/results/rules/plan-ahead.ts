import { addMonths } from '@westgate/base';
import { latest } from '../days.ts';
import { sayEvidences } from '../evidence.ts';
import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, ownElseObjects, rowsOf } from '../findings.ts';
import { say, shortPeriod } from '../say.ts';
import { MISSING } from './words.ts';

/** Plan ahead: the document is adopted and the pipeline was reviewed within the last three months (of the day shown, or of the due date). */
export const planAhead: Rule = {
  means: say(
    '“谋划”：文件获批，并且每季度复核一次；最近一次复核在三个月之内。',
    '“Plan ahead”: the document is adopted and the pipeline is reviewed each quarter, the last review no older than three months.',
  ),
  closes: ['adopted', 'reviewed'],
  moves: ['started', 'progress', 'announced', 'opened', 'completed', 'in-use', 'measured'],
  unconfirmed: {
    fact: say('没有来源说明文件获批并按季复核', 'no source says that it was adopted and reviewed each quarter'),
    tail: say('复核未知', 'review not confirmed'),
  },
  missing: MISSING,
  find,
};

function find(subject: Case): Finding {
  const until = subject.due && subject.due.on < subject.asOf ? subject.due.on : subject.asOf;
  const adopted = rowsOf(subject, ['adopted']).find((row) => row.on <= until);
  const reviewed = rowsOf(subject, ['reviewed']).findLast((row) => row.on <= until);
  if (adopted && reviewed && reviewed.on >= addMonths(until, -3)) {
    const on = latest([adopted.on, reviewed.on]);
    const when = shortPeriod(reviewed.row.dates, subject.asOf);
    const tail = say(`复核 ${when.zh}`, `reviewed ${when.en}`);
    return { name: 'done', first: on, on, fact: sayEvidences([adopted, reviewed]), tail };
  }
  return ownElseObjects(subject, byRows(subject, [], [...planAhead.closes, ...planAhead.moves]));
}
