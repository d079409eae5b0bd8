/** What a program may do with a token, within what its person may: read; write records; do the work of the office on the whole. */
export const TOKEN_SCOPES = ['read', 'write', 'office'] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** A token as it is kept: by its hash. */
export interface Token {
  readonly id: string;
  /** What it is for, in the words of the person. */
  readonly name: string;
  readonly hash: string;
  readonly scopes: readonly TokenScope[];
  /** Instants. */
  readonly made: string;
  readonly until: string;
}
