import type { Access } from '@westgate/store';
import { hashOf } from './secret.ts';

/** How long what is asked can be answered, and how many are kept of one who asks, and in all. */
export interface PendingRule {
  readonly lifeMs: number;
  readonly most: { readonly ofOwner: number; readonly ofAll: number };
}

/**
 * What was asked and is not answered yet, kept where all processes of the office find it: each can be answered once, at any of them, for a while. Of
 * those beyond what is kept the oldest go.
 */
export class Pending<Asked> {
  readonly #access: Access;
  readonly #kind: string;
  readonly #rule: PendingRule;

  /** `kind`: what is asked, in a word of its own. */
  constructor(access: Access, kind: string, rule: PendingRule) {
    this.#access = access;
    this.#kind = kind;
    this.#rule = rule;
  }

  /** Keeps what is asked of `owner` under a word that nobody can guess; kept is its hash. */
  async put(key: string, asked: Asked, owner: string, nowMs: number): Promise<void> {
    const { lifeMs, most } = this.#rule;
    const entry = { kind: this.#kind, key: hashOf(key), owner: hashOf(owner), held: JSON.stringify(asked), untilMs: nowMs + lifeMs };
    await this.#access.putShortLived(entry, nowMs, most);
  }

  /** What was asked under `key`, and forgets it; null where nothing was, it was answered already, or too long ago. */
  async take(key: string, nowMs: number): Promise<Asked | null> {
    const held = await this.#access.takeShortLived(this.#kind, hashOf(key), nowMs);
    return held === null ? null : (JSON.parse(held) as Asked);
  }
}
