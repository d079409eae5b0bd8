import * as peopleSchema from '../schemas/people.ts';
import * as personSchema from '../schemas/person.ts';
import * as waysInSchema from '../schemas/ways-in.ts';
import { type Descriptions, nothing } from './told.ts';

/** Signing in and out, and who has an account. */
export const people = {
  session: { summary: 'Who is signed in, and what they may do', tag: 'people', answer: peopleSchema.session },
  'sign-in': {
    summary: 'Sign in',
    tag: 'people',
    body: peopleSchema.signInRequest,
    answer: peopleSchema.session,
    errors: ['WG_SIGN_IN_REFUSED'],
  },
  'sign-out': { summary: 'Sign out', tag: 'people', body: nothing, answer: peopleSchema.session },
  'look-at-link': {
    summary: 'Whose one-time link this is',
    tag: 'people',
    body: peopleSchema.linkRequest,
    answer: peopleSchema.linkShown,
    errors: ['WG_LINK_SPENT'],
  },
  'take-up-link': {
    summary: 'Set the password by a one-time link, and sign in',
    tag: 'people',
    body: peopleSchema.takeUpRequest,
    answer: peopleSchema.session,
    errors: ['WG_LINK_SPENT'],
  },
  'enter-by-link': {
    summary: 'Look at the example as one of its people, while nobody has an account',
    tag: 'people',
    body: peopleSchema.linkRequest,
    answer: peopleSchema.session,
    errors: ['WG_LINK_SPENT'],
  },
  'ways-in': { summary: 'By what one may sign in here', tag: 'people', answer: waysInSchema.waysIn },
  'ask-passkey': {
    summary: 'What a browser is to answer in order to sign in with a passkey',
    tag: 'people',
    body: nothing,
    answer: waysInSchema.passkeyAsk,
  },
  'enter-by-passkey': {
    summary: 'Sign in with a passkey',
    tag: 'people',
    body: waysInSchema.passkeyEnter,
    answer: peopleSchema.session,
    errors: ['WG_SIGN_IN_REFUSED'],
  },
  'begin-directory': {
    summary: 'Where to go in order to sign in at the directory',
    tag: 'people',
    body: nothing,
    answer: waysInSchema.directoryAddress,
    errors: ['WG_NOT_FOUND', 'WG_DIRECTORY_DOWN'],
  },
  'enter-by-directory': {
    summary: 'Sign in, or link the account, with what the directory sent the browser back with',
    tag: 'people',
    body: waysInSchema.directoryReturn,
    answer: peopleSchema.session,
    errors: ['WG_NOT_FOUND', 'WG_SIGN_IN_REFUSED', 'WG_DIRECTORY_DOWN'],
  },
  people: { summary: 'Everyone who has an account', answer: peopleSchema.people, isFresh: true },
  invite: {
    summary: 'Give a person an account: a one-time link to take it up with',
    body: peopleSchema.invitation,
    answer: peopleSchema.invited,
    takesKey: false,
  },
  'first-account': {
    summary: 'The one-time link of the first account, as long as nobody took it up',
    body: peopleSchema.firstRequest,
    answer: peopleSchema.newLink,
    takesKey: false,
  },
  'change-account': {
    summary: 'Give an account other roles or another department',
    body: peopleSchema.accountChange,
    answer: peopleSchema.accountDeed,
    isOfRev: true,
  },
  'close-account': {
    summary: 'Close an account: its sessions end',
    body: peopleSchema.stateRequest,
    answer: peopleSchema.accountDeed,
    errors: ['WG_NOT_FOUND'],
  },
  'reopen-account': {
    summary: 'Open a closed account again',
    body: peopleSchema.stateRequest,
    answer: peopleSchema.accountDeed,
    errors: ['WG_NOT_FOUND'],
  },
  'renew-link': {
    summary: 'A new one-time link, for an account that was not taken up or whose password is lost',
    body: peopleSchema.firstRequest,
    answer: peopleSchema.newLink,
    errors: ['WG_NOT_FOUND'],
    takesKey: false,
  },
  'end-sessions': {
    summary: 'End every session of a person',
    body: peopleSchema.firstRequest,
    answer: peopleSchema.ended,
    takesKey: false,
  },
  'sign-ins': {
    summary: 'Attempts to sign in, newest first, kept for a year',
    tag: 'people',
    query: peopleSchema.signInQuery,
    answer: peopleSchema.signInLog,
    isFresh: true,
  },
  persons: { summary: 'Everyone who did deeds', answer: personSchema.persons },
  'erase-person': {
    summary: 'Erase a person for good: the deeds stay, nobody can tell any more who did them',
    body: personSchema.eraseRequest,
    answer: personSchema.erasure,
    errors: ['WG_NOT_FOUND'],
    takesKey: false,
  },
} satisfies Partial<Descriptions>;
