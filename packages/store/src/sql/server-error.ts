import { WestgateError } from '@westgate/base';

/** The connection was lost while a transaction was being committed: it may have been or not. */
export class LostCommit extends Error {
  constructor(cause: unknown) {
    super('The connection was lost while a deed was being committed.', { cause });
    this.name = 'LostCommit';
  }
}

/** SQL states and system errors that mean: this connection is no more, or none can be had. */
const LOST = /^(08...|57P0[1235]|25P03|53300|28...|3D000|ECONN\w+|EPIPE|ETIMEDOUT|EHOST\w+|ENET\w+|ENOTFOUND|EAI_\w+|ENOENT)$/;
/** What node-pg says without a code. */
const LOST_WORDS =
  /^(Query read timeout|Connection terminated|timeout e|Client (has|was)|Cannot use a pool|The server does not|SASL)|connection timeout/i;

/** SQL states in which a later try may succeed: too long in a queue, stopped after its time, out of memory. */
const BUSY = /^(55P03|57014|40001|40P01|53200)$/;
/** The server takes no writes: its disk is full, or it is a replica. */
const NO_WRITES = /^(53100|25006)$/;

/** An error of the server or the way to it, as the caller may understand it; the schema's refusals and our own faults pass as they came. */
export function serverErrorOf(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof WestgateError || error instanceof LostCommit) return error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const details = code === '' ? {} : { sqlState: code };
  if (LOST.test(code) || (code === '' && LOST_WORDS.test(error.message))) {
    return lostError(error, details);
  }
  if (BUSY.test(code))
    return new WestgateError('WG_DATABASE_BUSY', `The database server did not finish in time (${error.message}).`, details);
  if (NO_WRITES.test(code))
    return new WestgateError('WG_READ_ONLY', `The database server takes no writes now (${error.message}).`, details);
  return error;
}

/** Why no connection could be had. */
export function connectErrorOf(error: unknown): unknown {
  const known = serverErrorOf(error);
  if (known instanceof WestgateError || !(known instanceof Error)) return known;
  return lostError(known, {});
}

/** Whether `error` says that its connection is of no use any more. */
export function isLost(error: unknown): boolean {
  return error instanceof LostCommit || (error instanceof WestgateError && error.code === 'WG_DATABASE_LOST');
}

function lostError(error: Error, details: Readonly<Record<string, unknown>>): WestgateError {
  return new WestgateError('WG_DATABASE_LOST', `The database server cannot be reached (${wordsOf(error)}).`, details);
}

/** Trying several addresses of one host gives an error without words of its own. */
function wordsOf(error: Error): string {
  if (error.message !== '') return error.message;
  return error instanceof AggregateError
    ? error.errors.map((each) => (each instanceof Error ? each.message : String(each))).join('; ')
    : error.name;
}
