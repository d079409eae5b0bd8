import { inBackground, WestgateError, webAddress } from '@westgate/base';
import { type DirectoryMatch, type DirectoryPerson, hashOf, networkOf, newSecret, type Pending } from '@westgate/desk';
import type { ClientAuth, Configuration, UserInfoResponse } from 'openid-client';
import type { Periods } from '../running/periods.ts';

/** How a city's own directory is reached (OpenID Connect). */
export interface DirectorySettings {
  /** `https://sso.city.example/realms/staff` */
  readonly issuer: string;
  readonly clientId: string;
  /** Null for a client without one. It goes to the directory alone. */
  readonly clientSecret: string | null;
  /** What people call it; null: the city's directory. */
  readonly name: string | null;
  /** By what invited people are found: a mail address it made sure of, or the name it is signed in with there. */
  readonly match: DirectoryMatch;
  /** Told once when it stops answering, with the cause, and when it answers again. */
  readonly onChange?: ((message: string) => void) | undefined;
}

/** Someone on the way to the directory and back. */
export interface Way {
  /** Hash of what the browser keeps meanwhile: an answer of one browser is none of another's. */
  readonly keeper: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly redirect: string;
  /** Who links the own account, with the session it was begun in; null for who signs in. */
  readonly linking: Linking | null;
}
interface Linking {
  readonly person: string;
  readonly session: string;
}

/** Who is sent to the directory. */
export interface Leaving {
  /** What the browser keeps meanwhile. */
  readonly kept: string;
  readonly redirect: string;
  readonly linking: Linking | null;
  readonly address: string;
}

/** Those who are away at one time, from one address: a whole office may sit behind it. */
export const WAYS = { lifeMs: 10 * 60_000, most: { ofOwner: 500, ofAll: 5_000 } } as const;
/** Seconds until no answer is one. */
const PATIENCE_S = 5;

/** The library is loaded by the first who uses it. */
const oidc = () => import('openid-client');

/** What a directory is reached with. */
interface DirectoryParts {
  /** Where those on the way are kept, for every process of the office. */
  readonly ways: Pending<Way>;
  readonly now: () => Date;
  /** Is told when asking it in the background failed for another reason than that it did not answer. */
  readonly onError: (error: Error, name: string) => void;
  readonly periods: Periods;
}

/** A city's directory: who goes there to sign in, and who comes back. */
export class Directory {
  readonly settings: DirectorySettings;
  readonly #ways: Pending<Way>;
  readonly #now: () => Date;
  #looking: Promise<Configuration> | null = null;
  /** What came of asking last; without a configuration it did not answer. */
  #last: { readonly configuration: Configuration | null; readonly atMs: number } | null = null;

  readonly #onError: (error: Error, name: string) => void;
  readonly #periods: Periods;

  constructor(settings: DirectorySettings, { ways, now, onError, periods }: DirectoryParts) {
    this.#onError = onError;
    this.#periods = periods;
    this.settings = settings;
    this.#ways = ways;
    this.#now = now;
  }

  /** True where it did not answer when it was last asked. */
  get isDown(): boolean {
    return this.#last?.configuration === null;
  }

  /** The address where one signs out of it, as far as it told one that holds when it was last asked. */
  async signOut(): Promise<string | null> {
    const configuration = this.#last?.configuration;
    if (!configuration?.serverMetadata().end_session_endpoint) return null;
    const { buildEndSessionUrl } = await oidc();
    try {
      return webAddress(buildEndSessionUrl(configuration).href);
    } catch {
      return null;
    }
  }

  /** Asks it in the background whether it answers, where that was not done just now. */
  look(): void {
    if (this.#last && performance.now() - this.#last.atMs < this.#periods.directoryShownMs) return;
    inBackground(
      'asking the directory',
      () => this.#configuration(this.#periods.directoryShownMs),
      (error, name) => {
        // That it does not answer was told by what asked, and is shown where one signs in.
        if (!(error instanceof WestgateError)) this.#onError(error, name);
      },
    );
  }

  /** The address a browser goes to. Throws `WG_DIRECTORY_DOWN`. */
  async leave({ kept, redirect, linking, address }: Leaving): Promise<string> {
    const configuration = await this.#configuration(this.#periods.directoryLeavingMs);
    const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomPKCECodeVerifier } = await oidc();
    const [state, nonce, verifier] = [newSecret(), newSecret(), randomPKCECodeVerifier()];
    await this.#ways.put(state, { keeper: hashOf(kept), nonce, verifier, redirect, linking }, networkOf(address), this.#now().getTime());
    return buildAuthorizationUrl(configuration, {
      redirect_uri: redirect,
      scope: 'openid email profile',
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      state,
      nonce,
    }).href;
  }

  /** Who came back with `query`, and who meant to link an account. Throws `WG_SIGN_IN_REFUSED` with `why`, or `WG_DIRECTORY_DOWN`. */
  async comeBack(
    query: string,
    kept: string,
  ): Promise<{ readonly linking: Linking | null; readonly read: () => Promise<DirectoryPerson> }> {
    const state = new URLSearchParams(query).get('state') ?? '';
    const way = await this.#ways.take(state, this.#now().getTime());
    const isTheirs = way !== null && way.keeper === hashOf(kept);
    return {
      linking: isTheirs ? way.linking : null,
      read: async () => {
        if (!isTheirs) throw refused('lost', 'expected an answer to a sign-in that this browser began within ten minutes, once');
        return this.#read(way, state, query);
      },
    };
  }

  async #read({ redirect, verifier, nonce }: Way, state: string, query: string): Promise<DirectoryPerson> {
    const configuration = await this.#configuration(this.#periods.directoryBackMs);
    const { authorizationCodeGrant, AuthorizationResponseError, fetchUserInfo } = await oidc();
    const checks = { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true };
    try {
      const tokens = await authorizationCodeGrant(configuration, new URL(`${redirect}?${query}`), checks);
      const claims = tokens.claims();
      if (!claims) throw refused('refused', 'expected the directory to say who it is');
      const { iss: issuer, sub: subject } = claims;
      const isTold = claims.email !== undefined || configuration.serverMetadata().userinfo_endpoint === undefined;
      const told: Partial<UserInfoResponse> = isTold ? claims : await fetchUserInfo(configuration, tokens.access_token, subject);
      const mail = told.email_verified === true && typeof told.email === 'string' ? told.email : null;
      return { issuer, subject, mail, name: typeof told.preferred_username === 'string' ? told.preferred_username : null };
    } catch (error) {
      if (error instanceof WestgateError) throw error;
      if (isSilence(error)) throw this.#down(error);
      if (error instanceof AuthorizationResponseError)
        throw refused('declined', 'expected a sign-in at the directory, it was broken off there');
      throw refused('refused', 'expected an answer of the directory that holds');
    }
  }

  #configuration(freshMs: number): Promise<Configuration> {
    const last = this.#last;
    if (last?.configuration && performance.now() - last.atMs < freshMs) return Promise.resolve(last.configuration);
    this.#looking ??= this.#discover().finally(() => {
      this.#looking = null;
    });
    return this.#looking;
  }

  async #discover(): Promise<Configuration> {
    const { allowInsecureRequests, ClientSecretBasic, ClientSecretPost, discovery, enableNonRepudiationChecks, None } = await oidc();
    const { issuer, clientId, clientSecret, onChange } = this.settings;
    const execute = [enableNonRepudiationChecks, ...(issuer.startsWith('http://') ? [allowInsecureRequests] : [])];
    const found = (auth: ClientAuth): Promise<Configuration> =>
      discovery(new URL(issuer), clientId, undefined, auth, { execute, timeout: PATIENCE_S });
    try {
      // A secret is sent as the directory says it takes it; in the header where it says nothing.
      let configuration = await found(clientSecret === null ? None() : ClientSecretBasic(clientSecret));
      const takes = configuration.serverMetadata().token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
      if (clientSecret !== null && !takes.includes('client_secret_basic')) configuration = await found(ClientSecretPost(clientSecret));
      if (this.isDown) onChange?.(`The directory ${issuer} answers again.`);
      this.#last = { configuration, atMs: performance.now() };
      return configuration;
    } catch (error) {
      throw this.#down(error);
    }
  }

  #down(error: unknown): WestgateError {
    const { issuer, onChange } = this.settings;
    const cause = error instanceof Error ? (error.cause instanceof Error ? error.cause.message : error.message) : String(error);
    if (!this.isDown) onChange?.(`The directory ${issuer} does not answer as it should: ${cause}`);
    this.#last = { configuration: null, atMs: performance.now() };
    return new WestgateError('WG_DIRECTORY_DOWN', 'expected an answer of the directory; sign in with the password or a passkey meanwhile');
  }
}

function refused(why: string, message: string): WestgateError {
  return new WestgateError('WG_SIGN_IN_REFUSED', message, { why });
}

/** Whether the directory said nothing, as opposed to something that does not hold. */
function isSilence(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || error.message === 'fetch failed') return true;
  return 'status' in error && typeof error.status === 'number' && error.status >= 500;
}
