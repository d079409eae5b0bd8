import type { FastifyServerOptions } from 'fastify';

/** Takes one line of the log, with its end. */
export type WriteLine = (line: string) => void;

/** Frames of a stack that a line tells. */
const MOST_FRAMES = 12;
const LONGEST = 200;
/** Where a message quotes what it was given: between quotes or brackets. */
const QUOTED = /"[^"]*"?|'[^']*'?|“[^”]*”?|`[^`]*`?|\([^)]*\)?|\{[^}]*\}?|\[[^\]]*\]?/g;

/** What a line of the log says of an error: its kind, its code, of its words what quotes nothing, and where it arose. */
type ErrorTold = { readonly type: string; readonly code?: string; readonly message: string; readonly stack: string };

/**
 * How the server logs: one JSON object a line, with the time, the level in words, and what is told; an error by {@link errorTold}. Nothing of a
 * request but its id and method: addresses, headers, queries and bodies hold what is a person's.
 */
export function loggerOptions(level: 'error' | 'warn' | 'info', write: WriteLine): NonNullable<FastifyServerOptions['logger']> {
  return {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    stream: { write },
    serializers: {
      err: (error: unknown) => errorTold(error),
      req: ({ id, method }) => ({ id, method }),
      res: ({ statusCode }) => (statusCode === undefined ? {} : { statusCode }),
    },
  };
}

/** A warning of the process as a line of the log. */
export function warningLine(warning: Error): string {
  return `${JSON.stringify({ level: 'warn', time: new Date().toISOString(), err: errorTold(warning), msg: 'a warning of the process' })}\n`;
}

/** An error as the log tells it. What it quotes may be a name, an address or what somebody typed: that is left out. */
function errorTold(error: unknown): ErrorTold {
  if (!(error instanceof Error)) return { type: typeof error, message: '', stack: '' };
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return { type: error.name, ...code, message: wordsOf(error.message), stack: frames.slice(0, MOST_FRAMES).join('\n') };
}

/** The words of a message as far as they are ours: up to what is quoted in another alphabet, without what stands in quotes and brackets. */
function wordsOf(message: string): string {
  const [line = ''] = message.replaceAll(QUOTED, '…').split('\n');
  return /^[\x20-\x7e…]*$/.test(line) && !line.includes('@') ? line.slice(0, LONGEST) : '';
}
