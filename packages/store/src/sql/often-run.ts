/** A statement is prepared when it is run for this time: what is run once or twice is not worth a name. */
const PREPARED_AT = 3;
/** Statements that are told apart at once. Those of the store are some hundreds; a text that holds a value never comes twice. */
const MOST = 1_000;

/** Which statements of a connection are run often enough to be prepared: parsing and planning is then most of what a small one costs. */
export class OftenRun {
  readonly #runs = new Map<string, number>();
  readonly #names = new Map<string, string>();

  /** The name to prepare `sql` under and to run it by; null while it is run as it is. The same text has the same name for good. */
  nameOf(sql: string): string | null {
    const name = this.#names.get(sql);
    if (name !== undefined) return name;
    const runs = (this.#runs.get(sql) ?? 0) + 1;
    this.#runs.set(sql, runs);
    if (runs < PREPARED_AT || this.#names.size >= MOST) {
      if (this.#runs.size > MOST) this.#runs.clear();
      return null;
    }
    this.#runs.delete(sql);
    const next = `westgate_${this.#names.size + 1}`;
    this.#names.set(sql, next);
    return next;
  }
}
