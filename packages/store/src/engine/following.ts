import { Turns, WestgateError } from '@westgate/base';
import type { Deed, Head } from '../journal/deed.ts';
import { readStoredAfter } from '../rows/deeds.ts';
import type { Sql } from '../sql/port.ts';
import type { AskedDeed } from './proven-group.ts';

const PAGE = 20;

/** Is told of a deed, and by which call of this process it was asked for, if by one. */
type Hear = (deed: Deed, asked?: AskedDeed) => Promise<void>;

/** Takes up the deeds that any process adds to a database, in order, each once. */
export class Following {
  readonly #sql: Sql;
  readonly #hear: Hear;
  #last: Head;
  readonly #turns = new Turns();

  /** `last`: the deed after which following begins. `hear` is given one deed after the other, as they are stored. */
  constructor(sql: Sql, last: Head, hear: Hear) {
    this.#sql = sql;
    this.#last = last;
    this.#hear = hear;
  }

  /** The last deed taken up. */
  get last(): Head {
    return this.#last;
  }

  /** Takes up all deeds that the database holds by now. */
  catchUp(): Promise<void> {
    return this.#turns.take(() => this.#readOn());
  }

  /** Takes up a deed of this process, which `asked` for it; where others came before it, those first. */
  add(deed: Deed, asked?: AskedDeed): Promise<void> {
    return this.#turns.take(async () => {
      if (deed.seq === this.#last.seq + 1) await this.#take(deed, asked);
      else if (deed.seq > this.#last.seq) await this.#readOn();
    });
  }

  /**
   * Throws WG_JOURNAL_DAMAGED where a database with this head does not hold what was taken up: it was restored from an old backup, or a replica that
   * was behind has taken its place.
   */
  requireUnbroken(head: Head): void {
    const { seq, hash } = this.#last;
    if (head.seq < seq || (head.seq === seq && head.hash !== hash)) throw brokenError(head.seq, seq);
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const deeds = await readStoredAfter(this.#sql, this.#last.seq, PAGE);
      for (const deed of deeds) await this.#take(deed);
      if (deeds.length < PAGE) return;
    }
  }

  async #take(deed: Deed, asked?: AskedDeed): Promise<void> {
    const { seq, hash } = this.#last;
    if (deed.seq !== seq + 1 || deed.prevHash !== hash) throw brokenError(deed.seq, seq);
    await this.#hear(deed, asked);
    this.#last = { seq: deed.seq, hash: deed.hash };
  }
}

function brokenError(found: number, last: number): WestgateError {
  const message =
    `The database does not go on from deed ${last}, which this process has seen there (found deed ${found}): it was put back to an older ` +
    'state. Nothing is written. Bring back the newest state of the database, then restart Westgate.';
  return new WestgateError('WG_JOURNAL_DAMAGED', message, { seen: last, found });
}
