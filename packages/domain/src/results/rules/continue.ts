import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, closingRow, doneBy, ownElseObjects } from '../findings.ts';
import { byReading, byTarget } from '../numbers.ts';
import { say } from '../say.ts';
import { MISSING, UNCONFIRMED } from './words.ts';

/** Continue: what is carried on is opened or completed, or its number reaches the target of the period. */
export const carryOn: Rule = {
  means: say(
    '“继续”：已开放或建成，或者数量达到当期目标；早晚按完成时限算。',
    '“Continue”: it is opened or completed, or its number reaches the target of the period; early or late by the due date.',
  ),
  closes: ['opened', 'completed', 'accepted'],
  moves: ['started', 'progress', 'in-use', 'measured', 'adopted'],
  unconfirmed: UNCONFIRMED,
  missing: MISSING,
  find,
};

function find(subject: Case): Finding {
  const closing = closingRow(subject, carryOn.closes);
  if (closing) return doneBy(closing, subject.asOf);
  const number = byTarget(subject);
  if (number && number.name !== 'silent') return number;
  const rows = byRows(subject, carryOn.closes, carryOn.moves);
  const own = rows.name === 'silent' ? byReading(subject) : rows;
  return ownElseObjects(subject, number?.until ? { ...own, until: number.until } : own);
}
