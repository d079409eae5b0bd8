import type { noticeSchema } from '@westgate/contract';

/** What went wrong, in a word, and a number or code of the other side: no address, no password, nothing that others said. */
export interface FaultShown {
  readonly word: (typeof noticeSchema.SENDING_FAULTS)[number];
  readonly detail: string;
}

/** Why something was not sent. */
export class SendingFault extends Error implements FaultShown {
  override readonly name = 'SendingFault';
  readonly word: FaultShown['word'];
  readonly detail: string;
  /** It was surely not taken, so it may be tried again; else it may have been. */
  readonly isSure: boolean;

  constructor(word: FaultShown['word'], detail: string | number, isSure: boolean) {
    super(`${word} ${detail}`.trim());
    this.word = word;
    this.detail = String(detail);
    this.isSure = isSure;
  }
}
