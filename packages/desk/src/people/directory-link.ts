/** Who a person is in the city's directory. The name to sign in with and the mail may change there; the subject stays. */
export interface DirectoryLink {
  readonly issuer: string;
  readonly subject: string;
  /** Instants. */
  readonly linked: string;
  readonly used: string | null;
}

/** What the city's directory says of who signed in there. */
export interface DirectoryPerson {
  readonly issuer: string;
  readonly subject: string;
  /** A mail address that the directory made sure of; null where it told none, or did not make sure. */
  readonly mail: string | null;
  /** The name it is signed in with there. */
  readonly name: string | null;
}

/** By what an account that nobody took up yet is found for someone of the directory. */
export const DIRECTORY_MATCHES = ['mail', 'name'] as const;
export type DirectoryMatch = (typeof DIRECTORY_MATCHES)[number];
