import type { Case, Finding, Rule } from '../finding.ts';
import { byRows, cannotTell, closingRow, doneBy, movingBy, rowsOf, SILENT } from '../findings.ts';
import { say, sayList } from '../say.ts';
import { MISSING, OPEN_LIST } from './words.ts';

const STARTED = ['started', 'completed', 'opened', 'accepted'] as const;

/** Start: every listed object has begun, and the list is closed. Work that is finished has begun too. */
export const start: Rule = {
  means: say(
    '“启动”：清单已闭合，并且清单里每一项都有带日期的开工依据。',
    '“Start”: the list is closed and every object on it has dated evidence that work began.',
  ),
  closes: STARTED,
  moves: ['progress', 'adopted', 'announced'],
  unconfirmed: {
    fact: say('没有来源说明是否全部开工', 'no source says whether all of it has begun'),
    tail: say('是否全开工未知', 'start not confirmed'),
  },
  missing: MISSING,
  isBegun: true,
  find,
};

function find(subject: Case): Finding {
  if (subject.kind !== 'commitment') return byRows(subject, STARTED, start.moves);
  const begun = subject.objects.filter(({ finding }) => finding.name === 'done');
  const own = closingRow(subject, STARTED);
  if (own) return doneBy(own, subject.asOf);
  const last = begun.toSorted((a, b) => ((a.finding.on ?? '') < (b.finding.on ?? '') ? 1 : -1))[0];
  const whole = `${begun.length} / ${subject.objects.length}`;
  if (last && begun.length === subject.objects.length) {
    if (begun.length === 1) return last.finding;
    return { ...last.finding, fact: sayList([say(`${whole} 项已开工`, `${whole} have begun`), last.finding.fact]) };
  }
  const moving = rowsOf(subject, start.moves);
  const partly = moving.length > 0 ? movingBy(moving, subject.asOf) : partlyBegun(subject, whole);
  if (partly) return subject.listClosed ? partly : { ...partly, fact: sayList([partly.fact, OPEN_LIST.fact]) };
  return subject.listClosed ? SILENT : cannotTell('not-known', OPEN_LIST);
}

function partlyBegun(subject: Case, whole: string): Finding | null {
  const moving = subject.objects.filter(({ finding }) => finding.name === 'done' || finding.name === 'under-way');
  const [first] = moving.toSorted((a, b) => ((a.finding.on ?? '') < (b.finding.on ?? '') ? -1 : 1));
  if (!first) return null;
  const tail = subject.objects.length > 1 ? say(`${whole} 项开工`, `${whole} begun`) : first.finding.tail;
  return { ...first.finding, name: 'under-way', tail };
}
