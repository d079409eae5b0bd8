import type { WordId } from '../../messages/words.ts';

/** What is typed to take up an account. */
export interface TakeUpDraft {
  readonly name: string;
  readonly signIn: string;
  readonly password: string;
  readonly again: string;
}

/** The shortest password the server takes. */
const LEAST = 12;

/** The first field that does not fit, with what to say; null where all do. */
export function takeUpFault({
  name,
  signIn,
  password,
  again,
}: TakeUpDraft): { readonly field: keyof TakeUpDraft; readonly word: WordId } | null {
  if (name.trim() === '') return { field: 'name', word: 'welcome.fault.name' };
  if (signIn.trim().length < 2 || /\s/.test(signIn.trim())) return { field: 'signIn', word: 'welcome.fault.signIn' };
  if ([...password].length >= LEAST && password.toLowerCase().includes(signIn.trim().toLowerCase()))
    return { field: 'password', word: 'welcome.fault.holdsName' };
  return passwordFault({ password, again });
}

/** What is wrong with a new password typed twice; null where nothing is. */
export function passwordFault({ password, again }: Pick<TakeUpDraft, 'password' | 'again'>): {
  readonly field: 'password' | 'again';
  readonly word: WordId;
} | null {
  if ([...password].length < LEAST) return { field: 'password', word: 'welcome.fault.short' };
  return password === again ? null : { field: 'again', word: 'welcome.fault.again' };
}
