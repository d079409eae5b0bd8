import { WestgateError } from '@westgate/base';

/** The error the caller of a deed gets: what the schema refused is the caller's to mend, all else passes as it came. */
export function refusalOf(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return error;
  const isRefusal = error.code.startsWith('22') || error.code.startsWith('23');
  if (!isRefusal) return error;
  const detail = 'detail' in error && typeof error.detail === 'string' ? error.detail : null;
  const message = `The deed does not fit the register: ${error.message}${detail === null ? '' : ` (${detail})`}.`;
  return new WestgateError('WG_INPUT_INVALID', message, { sqlState: error.code });
}
