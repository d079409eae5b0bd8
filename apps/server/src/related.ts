import type { Deed, Desk, RowRef } from '@westgate/desk';
import type { AnyRow, Change } from '@westgate/domain';

/** Deeds of the past that are read at most to find what was recorded and taken back. */
const PAST_DEEDS = 5_000;
const PAGE = 500;

/**
 * Which outcomes, figures, values, links and outlines were ever recorded of a record, also those that are gone again: a history shows them. Past deeds are
 * read when first asked; later ones are learnt as they come.
 */
export class RelatedRows {
  readonly #desk: Desk;
  readonly #rows = new Map<string, Map<string, RowRef>>();
  readonly #stop: () => void;
  #past: Promise<void> | null = null;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#stop = desk.onChange((deed) => this.#learn(deed));
  }

  /** The rows that speak of a record. */
  async of(kind: string, id: string): Promise<readonly RowRef[]> {
    this.#past ??= this.#learnPast().catch((error: unknown) => {
      this.#past = null;
      throw error;
    });
    await this.#past;
    return [...(this.#rows.get(`${kind}:${id}`)?.values() ?? [])];
  }

  close(): void {
    this.#stop();
  }

  async #learnPast(): Promise<void> {
    let before: number | undefined;
    for (let read = 0; read < PAST_DEEDS; read += PAGE) {
      const summaries = await this.#desk.deeds(PAGE, before);
      for (const { seq } of summaries) {
        const deed = await this.#desk.deed(seq);
        if (deed) this.#learn(deed);
      }
      before = summaries.at(-1)?.seq;
      if (before === undefined || summaries.length < PAGE) return;
    }
  }

  #learn(deed: Deed): void {
    for (const change of deed.changes) {
      for (const subject of subjectsOf(change)) {
        const rows = this.#rows.get(subject) ?? new Map<string, RowRef>();
        rows.set(`${change.table}|${change.key}`, { table: change.table, key: change.key });
        this.#rows.set(subject, rows);
      }
    }
  }
}

/** The records a row speaks of, as `kind:id`. */
function subjectsOf({ table, before, after }: Change): readonly string[] {
  const row: AnyRow | null = after ?? before;
  if (row === null) return [];
  if (table === 'outcome' || table === 'figure') return [`${row.subject_kind}:${row.subject_id}`];
  if (table === 'link') return [`${row.from_kind}:${row.from_id}`, `${row.to_kind}:${row.to_id}`];
  if (table === 'feature') return row.layer === 'outline' ? [`place:${row.place}`] : [];
  return table === 'indicator_value' ? [`indicator:${row.indicator}`] : [];
}
