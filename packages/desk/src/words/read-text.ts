import { type PlanSentence, type PlanText, utf8Offsets } from '@westgate/domain';
import { jobRunner } from '../jobs/job-runner.ts';
import { ofFile } from '../jobs/of-file.ts';
import type { Encoding } from './decode-plan.ts';
import type { jobs } from './read-plan-job.ts';
import { unreadable } from './unreadable.ts';

const run = jobRunner<typeof jobs>(new URL('./read-plan-job.js', import.meta.url));
/** Bytes of a file. */
const MOST_BYTES = 10_000_000;

/** A plan text as read from a file. */
export interface PlanReading extends PlanText {
  /** What the offsets of the sentences count in. It begins with the byte order mark where a UTF-8 file does. */
  readonly text: string;
  readonly encoding: Encoding;
}

/** What `plan read --json` prints. */
export interface PlanReadJson {
  readonly language: PlanText['language'];
  /**
   * `start` and `end` (exclusive) are bytes of the UTF-8 of the text: of the file itself where that is UTF-8, a byte order mark counted;
   * for .docx and other encodings, of what `plan read --text` prints.
   */
  readonly sentences: readonly { readonly id: string; readonly start: number; readonly end: number; readonly text: string }[];
}

/**
 * Reads a plan text from the bytes of a .txt, .md or .docx file and cuts it into sentences, in a worker. Throws `WG_TEXT_UNREADABLE` for another
 * kind of file, one without words, and one beyond 10 MB or 5 million characters; `WG_TOO_HARD` for one that takes too long.
 */
export async function readPlanText(bytes: Uint8Array, fileName: string, signal?: AbortSignal): Promise<PlanReading> {
  if (bytes.length > MOST_BYTES)
    throw unreadable(
      fileName,
      { zh: `不超过 ${MOST_BYTES / 1e6} MB`, en: `at most ${MOST_BYTES / 1e6} MB` },
      `${(bytes.length / 1e6).toFixed(1)} MB`,
    );
  const sentences: PlanSentence[] = [];
  const reading = run('read-plan', { bytes, fileName }, {}, signal, (piece) => sentences.push(...piece));
  return { ...(await ofFile(fileName, reading)), sentences };
}

/** A reading as `plan read --json` prints it, offsets in bytes of UTF-8. */
export function planReadJson(reading: PlanReading): PlanReadJson {
  const bytes = utf8Offsets(
    reading.text,
    reading.sentences.flatMap(({ start, end }) => [start, end]),
  );
  const sentences = reading.sentences.map(({ id, text }, index) => ({
    id,
    start: bytes[2 * index] ?? 0,
    end: bytes[2 * index + 1] ?? 0,
    text,
  }));
  return { language: reading.language, sentences };
}
