/** How often what serves was started again because it had ended unasked. */
export interface Restarts {
  /** Since the supervisor began. */
  readonly count: number;
  /** When the supervisor began, as an instant. */
  readonly since: string;
  /** When it was started again last, and what it had ended with; null: never. */
  readonly last: { readonly at: string; readonly cause: string } | null;
}
