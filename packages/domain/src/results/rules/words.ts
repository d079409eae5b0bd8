import type { Words } from '../finding.ts';
import { say } from '../say.ts';

/** Said when the due date is past and no source tells how it ended. */
export const UNCONFIRMED: Words = {
  fact: say('没有来源说明是否完成', 'no source says whether it is done'),
  tail: say('到期，情况不明', 'due, outcome not known'),
};

/** Said when nothing that counts is known. */
export const MISSING: Words = {
  fact: say('没有已知的带日期的依据', 'no dated evidence is known'),
  tail: say('没有依据', 'no evidence'),
};

/** Said where the list of what is promised is open. */
export const OPEN_LIST: Words = {
  fact: say('还剩哪些没有列清，清单未闭合，数不到底', 'the list of what remains is not closed, so nobody can count to its end'),
  tail: say('清单未闭合', 'list not closed'),
};
