import { periodSpan } from '@westgate/base';
import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, cannotTell, closingRow, doneBy, ownElseObjects, rowsOf, SILENT } from '../findings.ts';
import { say, sayPeriod, sayWhen, shortPeriod } from '../say.ts';

/** Host: each named event was held on dated days, with evidence. A date alone, even a past one, proves nothing. */
export const host: Rule = {
  means: say(
    '“举办”：每场活动都有在确定日期举办的依据；日期已到不等于已举办。',
    '“Host”: for each event there is evidence that it was held on dated days; a date that has passed is not evidence.',
  ),
  closes: ['held', 'opened', 'completed'],
  moves: ['started', 'progress', 'announced', 'adopted'],
  unconfirmed: {
    fact: say('没有来源说明是否举办', 'no source says whether it was held'),
    tail: say('是否举办未知', 'not confirmed as held'),
  },
  missing: {
    fact: say('没有查到举办的依据', 'no evidence is recorded that it was held'),
    tail: say('没有举办的依据', 'no evidence it was held'),
  },
  find,
};

function find(subject: Case): Finding {
  return subject.kind === 'event' && subject.dates
    ? findEvent(subject, subject.dates)
    : ownElseObjects(subject, byRows(subject, host.closes, host.moves));
}

function findEvent(subject: Case, dates: NonNullable<Case['dates']>): Finding {
  const [first, last] = periodSpan(dates);
  const said = sayWhen(dates);
  const tail = shortPeriod(dates, subject.asOf);
  const closing = closingRow(subject, host.closes);
  if (closing && (closing.row.what === 'held' || subject.asOf >= last)) {
    return { ...doneBy(closing, subject.asOf), first: closing.first > last ? closing.first : first, tail };
  }
  if (subject.asOf < first) return cannotTell('not-started', { fact: say(`定于 ${said.zh}举办`, `it is to be held ${said.en}`), tail });
  const begun = closing ?? rowsOf(subject, ['started']).at(0);
  if (subject.asOf < last && begun) return { ...doneBy(begun, subject.asOf), name: 'under-way', tail };
  if (subject.asOf <= last) {
    const days = sayPeriod(dates);
    const fact = say(
      `日期是 ${days.zh}，已经到了；还没有来源说明是否举办`,
      `its days, ${days.en}, have come; no source says yet whether it is held`,
    );
    return cannotTell('not-known', { fact, tail: host.unconfirmed.tail });
  }
  // That it was not held is known then: how that stands to its days is for the calendar to say.
  if (rowsOf(subject, ['not-done']).length > 0) return SILENT;
  const when = say(`原定 ${said.zh}`, `it was to be held ${said.en}`);
  const fact = say(`${when.zh}；${host.unconfirmed.fact.zh}`, `${when.en}; ${host.unconfirmed.fact.en}`);
  return cannotTell('not-known', { fact, tail: host.unconfirmed.tail });
}
