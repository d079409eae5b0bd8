import type { Bilingual, DayString } from '@westgate/base';
import type { ActionAsk, ActionName, ActionPath, PathWord, Register } from '@westgate/domain';

/** An action that is asked for: the record it is done to, what stands beside that in the address, what it is asked, and why it is done. */
export type Ask<N extends ActionName> = ActionAsk<N> & {
  readonly [P in PathWord<ActionPath<N>>]: string;
} & { readonly id: string; readonly reason: string };

/** When an action is done: on which day, and as the deed of which number. */
export interface AskedAt {
  readonly today: DayString;
  readonly seq: number;
}

/** A text written by hand, in the language it is written in and the district keeps; nothing in both for none. */
export function saidIn(register: Register, written: string): Bilingual {
  const text = written.trim() || null;
  const [district] = register.district.values();
  const isChinese = /\p{Script=Han}/u.test(written);
  const keeps = (language: string): boolean => district?.languages.includes(language) ?? true;
  return (isChinese && keeps('zh')) || !keeps('en') ? { zh: text, en: null } : { zh: null, en: text };
}
