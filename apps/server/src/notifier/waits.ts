import type { Periods } from '../running/periods.ts';

/** How long others are waited for while something is handed over to them. */
export interface Waits extends Pick<Periods, 'chatAnswerMs' | 'mailAnswerMs' | 'mailConnectMs'> {
  /** Ends the waiting before that. */
  readonly ended: AbortSignal;
}
