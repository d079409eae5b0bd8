import type { Bilingual, DayString } from '@westgate/base';
import type { ActedKind, ActionAsk, ActionName, ActionPath, PathWord, Reader, Register } from '@westgate/domain';
import type { Deed, Store } from '@westgate/store';
import type { Someone } from './done-by.ts';
import type { RunRead } from './run-read.ts';

/** An action that is asked for: the record it is done to, if any, what stands beside that in the address, what it is asked, and why it is done. */
export type Ask<N extends ActionName> = ActionAsk<N> & {
  readonly [P in PathWord<ActionPath<N>> | (ActedKind<N> extends null ? never : 'id')]: string;
} & { readonly reason: string };

/** What of the deeds before a plan may ask. */
export interface DeedsBefore extends Pick<Store, 'history'> {
  readonly deeds: Store['recentDeeds'];
}

/** When and by whom an action is done. */
export interface AskedAt {
  readonly today: DayString;
  /** The number of the coming deed. */
  readonly seq: number;
  readonly doer: Someone;
  /** How the policy judges the doer; null for who may do everything. */
  readonly reader: Reader | null;
  /** The deed that brought the row whose author the action asks for; null for none, and where it is not found. */
  readonly author: Deed | null;
  /** The secret of the link that it makes, told once by who does the action; null where it makes none. */
  readonly secret: string | null;
  readonly before: DeedsBefore;
  /** What the run tells that it names, read before: runs stand beside the register. Null where it names none, and for one that is not there. */
  readonly ran: RunRead | null;
}

/** A text written by hand, in the language it is written in and the district keeps; nothing in both for none. */
export function saidIn(register: Register, written: string): Bilingual {
  const text = written.trim() || null;
  const [district] = register.district.values();
  const isChinese = /\p{Script=Han}/u.test(written);
  const keeps = (language: string): boolean => district?.languages.includes(language) ?? true;
  return (isChinese && keeps('zh')) || !keeps('en') ? { zh: text, en: null } : { zh: null, en: text };
}
