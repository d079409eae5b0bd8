import type { DayString } from '@westgate/base';
import type { Finding, StateName, Timing } from '../finding.ts';
import { say } from '../say.ts';

/** What a state says of its subject, without the words that tell why. */
export interface Verdict {
  readonly name: StateName;
  readonly timing: Timing | null;
  readonly finding: Finding;
  readonly due: DayString | null;
  readonly dueBy: DayString | null;
}

const NOT_SHOWN = {
  fact: say('所依据的内容有一部分不向你公开', 'part of what this rests on is not shown to you'),
  tail: say('部分依据不公开', 'part not shown'),
};
const NOT_PUBLISHED = {
  fact: say('所依据的内容有一部分未公开', 'part of what this rests on is not published'),
  tail: say('部分依据未公开', 'part not published'),
};

/** What is found for a reader from whom something is withheld that makes it another thing: nothing that could be told. */
export function withheldFinding(isPublic: boolean): Finding {
  return { name: 'not-known', first: null, on: null, ...(isPublic ? NOT_PUBLISHED : NOT_SHOWN) };
}

/** Whether two verdicts say the same: what one rests on and the other does not, changes nothing. The margin tells over how many it was judged. */
export function isSameVerdict(a: Verdict, b: Verdict): boolean {
  return (
    a.name === b.name &&
    a.timing === b.timing &&
    a.due === b.due &&
    a.dueBy === b.dueBy &&
    a.finding.first === b.finding.first &&
    a.finding.on === b.finding.on &&
    a.finding.tail.zh === b.finding.tail.zh
  );
}
