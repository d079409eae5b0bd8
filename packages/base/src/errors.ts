import type { Said } from './language.ts';

/**
 * Every code a caller may see, with its HTTP status and what it means. The table is the truth; `docs/errors.md` is tested against it.
 * 400 input, 401 not signed in, 403 access, 404 missing, 405 method, 408 too slow, 409 conflict, 410 spent, 413 too large, 422 answer too large, 415 not JSON or not such a file,
 * 428 revision not named, 429 too many, 431 headers too large, 503 not now.
 */
export const ERRORS = {
  WG_INPUT_INVALID: { status: 400, title: 'The request or a value in it is not of the expected form.' },
  WG_FOLDER_INVALID: { status: 400, title: 'The district folder has faults; nothing was stored. Each fault names file, row and field.' },
  WG_TEXT_UNREADABLE: { status: 400, title: 'The plan text could not be read: expected .txt, .md or .docx in UTF-8, UTF-16 or GB18030.' },
  WG_SHEET_UNREADABLE: {
    status: 400,
    title: 'The sheet could not be read: expected .xlsx, .csv or .tsv, whole, and not beyond the limits.',
  },
  WG_SHEET_FAULTY: {
    status: 400,
    title: 'Rows of the sheet cannot be imported; nothing was saved. Each fault names its cell.',
  },
  WG_SIGN_IN_REQUIRED: { status: 401, title: 'Sign in to see this. Only public content is shown without an account.' },
  WG_SIGN_IN_REFUSED: {
    status: 401,
    title: 'Sign-in failed. Check the username and password, the passkey or the single sign-on account.',
  },
  WG_CODE_REQUIRED: { status: 401, title: 'The account has a second factor. Enter the code of its app with the password.' },
  WG_NOT_ALLOWED: { status: 403, title: 'Your roles do not allow this. Ask your administrator for another role.' },
  WG_ORIGIN_REFUSED: { status: 403, title: 'The request came from another site or for another host name.' },
  WG_NOT_FOUND: { status: 404, title: 'There is no such record or address.' },
  WG_NO_DISTRICT: { status: 404, title: 'No district is held yet: create one, or import a district folder.' },
  WG_METHOD_REFUSED: { status: 405, title: 'The address does not take this method; the Allow header names those it takes.' },
  WG_TIMED_OUT: { status: 408, title: 'The request took too long to arrive.' },
  WG_STALE_RECORD: { status: 409, title: 'The record was changed by someone else since it was read.' },
  WG_UNDO_BLOCKED: { status: 409, title: 'The change cannot be undone because later changes affected the same records.' },
  WG_GATE_CLOSED: { status: 409, title: 'The gate cannot be approved yet. The message lists missing documents and who can supply them.' },
  WG_STEP_REFUSED: { status: 409, title: 'The step is not possible at this point of the action item, or another person has to take it.' },
  WG_FOLDER_NEWER: { status: 409, title: 'The data folder was written by a newer Westgate; this one cannot read it.' },
  WG_FOLDER_LOCKED: { status: 409, title: 'Another process has this data folder open.' },
  WG_NOT_EMPTY: { status: 409, title: 'The folder or database holds something already; nothing is written over it.' },
  WG_BACKUP_DAMAGED: { status: 409, title: 'The backup is unfinished or not as it was written; it is not restored.' },
  WG_LINK_SPENT: { status: 410, title: 'The one-time link was used, has expired, or was replaced by a newer one.' },
  WG_BODY_TOO_LARGE: { status: 413, title: 'The request body is larger than the limit.' },
  WG_TOO_HARD: { status: 413, title: 'The file or the query takes more time or memory than allowed; nothing was saved.' },
  WG_MEDIA_REFUSED: { status: 415, title: 'The request body is not JSON: send it with content-type application/json.' },
  WG_FILE_REFUSED: {
    status: 415,
    title:
      'The file was not accepted: expected a complete and safe PDF, picture, Word, Excel, CSV or text file whose content matches its name.',
  },
  WG_ANSWER_TOO_LARGE: {
    status: 422,
    title: 'The answer would be larger than the limit. Narrow the query; the message names the filters.',
  },
  WG_MATCH_REQUIRED: { status: 428, title: 'The request must say by If-Match which revision of the record was read.' },
  WG_TOO_MANY: { status: 429, title: 'Too many requests in a short time; try again shortly.' },
  WG_HEADERS_TOO_LARGE: { status: 431, title: 'The address and headers of the request are larger than the limit.' },
  WG_INTERNAL: { status: 500, title: 'Westgate failed. The request id finds the cause in the log.' },
  WG_READ_ONLY: { status: 503, title: 'The data folder cannot be written now. Reading is still possible.' },
  WG_JOURNAL_DAMAGED: {
    status: 503,
    title: 'The journal is damaged, lacks changes or is missing; nothing more is written until somebody chooses what to do.',
  },
  WG_DATABASE_LOST: { status: 503, title: 'The database server does not answer, or refused the connection. Reading is still possible.' },
  WG_DATABASE_BUSY: { status: 503, title: 'The database server did not finish in time; try again.' },
  WG_DATABASE_UNFIT: {
    status: 503,
    title: 'The database server is too old or set up so that it could lose changes; the message names the setting.',
  },
  WG_TOO_SLOW: { status: 503, title: 'A statement ran longer than the limit and was ended; what was stored before is all there.' },
  WG_INTERRUPTED: { status: 503, title: 'The work was interrupted and Westgate recovered. Send the request again.' },
  WG_DIRECTORY_DOWN: { status: 503, title: 'Single sign-on does not answer now. Sign in with a password or passkey.' },
  WG_NOT_READY: { status: 503, title: 'Westgate is still starting.' },
} as const satisfies Record<string, { readonly status: number; readonly title: string }>;

export type ErrorCode = keyof typeof ERRORS;

/** A failure the caller can understand and act on. `details` is plain JSON; its `detailZh` is the message in Chinese, where it was given in both languages. */
export class WestgateError extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;

  /** @param message what was expected, what came, and where, with the offending value. */
  constructor(code: ErrorCode, message: string | Said, details: Readonly<Record<string, unknown>> = {}) {
    super(typeof message === 'string' ? message : message.en);
    this.name = 'WestgateError';
    this.code = code;
    this.status = ERRORS[code].status;
    this.details = typeof message === 'string' ? details : { ...details, detailZh: message.zh };
  }
}

/** That there is no record of a kind with this id. */
export function noSuch(kind: string, id: string): Said {
  const shown = id.slice(0, 80);
  return { zh: `没有编号为“${shown}”的记录`, en: `there is no ${kind} "${shown}"` };
}

/** Throws a plain `Error` when `condition` is false: a bug of ours, never the caller's. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant broken: ${message}`);
}

/** Ends a `switch` over a union: the compiler complains when a case is missing. */
export function never(value: never): never {
  throw new Error(`unexpected value ${JSON.stringify(value)}`);
}
