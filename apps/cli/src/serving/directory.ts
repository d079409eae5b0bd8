import { readFileSync } from 'node:fs';
import { DIRECTORY_MATCHES } from '@westgate/desk';
import type { DirectorySettings } from '@westgate/server';
import { type Input, textOption, UsageError } from '../terminal/command.ts';

/** The options that say how the directory of a city is reached. The secret is none of them: who lists processes would see it. */
export const DIRECTORY_OPTIONS = { directory: { type: 'string' }, 'directory-client': { type: 'string' } } as const;
export const DIRECTORY_HELP = {
  'directory URL': 'issuer of the city’s directory (OpenID Connect), to sign in through it (default: WESTGATE_DIRECTORY)',
  'directory-client ID':
    'what Westgate is called there (default: WESTGATE_DIRECTORY_CLIENT). Its secret comes from WESTGATE_DIRECTORY_SECRET or the file in WESTGATE_DIRECTORY_SECRET_FILE; what people call it from WESTGATE_DIRECTORY_NAME; WESTGATE_DIRECTORY_MATCH=name finds who was invited by the name signed in with there instead of by mail',
} as const;

/** How the directory of the city is reached; none where nothing is said. Throws a usage error that names what does not fit. */
export function directoryOf(input: Input, env: NodeJS.ProcessEnv): Omit<DirectorySettings, 'onChange'> | undefined {
  const issuer = textOption(input, 'directory') ?? said(env.WESTGATE_DIRECTORY);
  const clientId = textOption(input, 'directory-client') ?? said(env.WESTGATE_DIRECTORY_CLIENT);
  if (issuer === undefined) {
    if (clientId !== undefined)
      throw new UsageError('--directory-client says what Westgate is called in a directory: name the directory by --directory');
    return undefined;
  }
  if (clientId === undefined) throw new UsageError('--directory needs --directory-client: what Westgate is called there');
  const match = said(env.WESTGATE_DIRECTORY_MATCH) ?? 'mail';
  const known = DIRECTORY_MATCHES.find((each) => each === match);
  if (!known) throw new UsageError(`WESTGATE_DIRECTORY_MATCH expects ${DIRECTORY_MATCHES.join(' or ')}, got "${match}"`);
  return { issuer: issuerOf(issuer), clientId, clientSecret: secretOf(env), name: said(env.WESTGATE_DIRECTORY_NAME) ?? null, match: known };
}

/** Without https anyone on the way could say who someone is; on this machine there is no way between. */
function issuerOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = url !== null && url.protocol === 'http:' && ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (url && (url.protocol === 'https:' || isHere) && url.search === '' && url.hash === '' && url.username === '') return text;
  throw new UsageError(`--directory expects an address with https, such as https://sso.city.example/realms/staff, got "${text}"`);
}

/** What is wrong with the secret is told without it. */
function secretOf(env: NodeJS.ProcessEnv): string | null {
  const file = said(env.WESTGATE_DIRECTORY_SECRET_FILE);
  if (file === undefined) return said(env.WESTGATE_DIRECTORY_SECRET) ?? null;
  if (said(env.WESTGATE_DIRECTORY_SECRET) !== undefined)
    throw new UsageError('give WESTGATE_DIRECTORY_SECRET or WESTGATE_DIRECTORY_SECRET_FILE, not both');
  try {
    const secret = readFileSync(file, 'utf8').trim();
    if (secret !== '') return secret;
  } catch {
    throw new UsageError(`WESTGATE_DIRECTORY_SECRET_FILE expects a file that can be read, got "${file}"`);
  }
  throw new UsageError(`WESTGATE_DIRECTORY_SECRET_FILE expects a file with the secret, "${file}" is empty`);
}

function said(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text.trim();
}
