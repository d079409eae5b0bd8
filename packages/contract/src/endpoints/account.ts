import * as followSchema from '../follows.ts';
import * as noticeSchema from '../notices.ts';
import * as peopleSchema from '../people.ts';
import * as waysInSchema from '../ways-in.ts';
import { type Descriptions, nothing } from './told.ts';

/** One’s own account. */
export const account = {
  account: {
    summary: 'One’s own account',
    tag: 'account',
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
  follows: {
    summary: 'The records one follows',
    tag: 'account',
    answer: followSchema.follows,
    errors: ['WG_NOT_FOUND'],
  },
  follow: {
    summary: 'Follow a record, or no longer',
    tag: 'account',
    body: followSchema.followRequest,
    answer: followSchema.follows,
    errors: ['WG_NOT_FOUND'],
  },
  'notice-wishes': {
    summary: 'How one is told by mail',
    tag: 'account',
    answer: noticeSchema.wishes,
    errors: ['WG_NOT_FOUND'],
  },
  'set-notice-wishes': {
    summary: 'Be told by mail, or no more, where, and in which language',
    tag: 'account',
    body: noticeSchema.wishesRequest,
    answer: noticeSchema.wishes,
    errors: ['WG_NOT_FOUND'],
  },
  'set-password': {
    summary: 'Set another password; other sessions end',
    tag: 'account',
    body: peopleSchema.passwordChange,
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
  'begin-second-factor': {
    summary: 'The secret of a second factor, for an app',
    tag: 'account',
    body: waysInSchema.proofRequest,
    answer: peopleSchema.secondFactor,
    errors: ['WG_NOT_FOUND'],
  },
  'confirm-second-factor': {
    summary: 'Show a code of the app: from now on one is asked for',
    tag: 'account',
    body: peopleSchema.codeRequest,
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
  'drop-second-factor': {
    summary: 'Go without a second factor again',
    tag: 'account',
    body: peopleSchema.passwordRequest,
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
  'make-token': {
    summary: 'A token for a program; it is shown once',
    tag: 'account',
    body: peopleSchema.tokenRequest,
    answer: peopleSchema.tokenMade,
    errors: ['WG_NOT_FOUND'],
  },
  'drop-token': {
    summary: 'Take a token back',
    tag: 'account',
    body: nothing,
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
  'begin-passkey': {
    summary: 'What a browser is to answer in order to make a passkey',
    tag: 'account',
    body: waysInSchema.proofRequest,
    answer: waysInSchema.passkeyAsk,
    errors: ['WG_NOT_FOUND'],
  },
  'add-passkey': {
    summary: 'Keep a passkey that was made',
    tag: 'account',
    body: waysInSchema.passkeyMade,
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
  'rename-passkey': {
    summary: 'Give a passkey another name',
    tag: 'account',
    body: waysInSchema.passkeyNamed,
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
  'drop-passkey': {
    summary: 'Take a passkey away; sessions elsewhere end',
    tag: 'account',
    body: nothing,
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
  'link-directory': {
    summary: 'Where to go in order to link one’s own account with the directory',
    tag: 'account',
    body: waysInSchema.proofRequest,
    answer: waysInSchema.directoryAddress,
    errors: ['WG_NOT_FOUND', 'WG_DIRECTORY_DOWN'],
  },
  'unlink-directory': {
    summary: 'Take the link with the directory away; sessions elsewhere end',
    tag: 'account',
    body: nothing,
    answer: peopleSchema.ownAccount,
    errors: ['WG_NOT_FOUND'],
  },
} satisfies Partial<Descriptions>;
