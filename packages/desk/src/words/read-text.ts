import { type PlanText, splitPlanText, utf8Offsets } from '@westgate/domain';
import { decodePlan, type Encoding } from './decode-plan.ts';
import { readDocx } from './read-docx.ts';
import { unreadable } from './unreadable.ts';

const LIMITS = {
  /** Bytes of a file. */
  fileBytes: 10_000_000,
  /** UTF-16 units of its text. */
  textLength: 5_000_000,
} as const;

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
 * Reads a plan text from the bytes of a .txt, .md or .docx file and cuts it into sentences.
 * Throws `WG_TEXT_UNREADABLE` for another kind of file, one without words, and one beyond 10 MB or 5 million characters.
 */
export async function readPlanText(bytes: Uint8Array, fileName: string): Promise<PlanReading> {
  const most = LIMITS.fileBytes;
  if (bytes.length > most) throw unreadable(fileName, `at most ${most / 1e6} MB`, `${(bytes.length / 1e6).toFixed(1)} MB`);
  const { text, encoding } = await readByKind(bytes, fileName);
  if (text.length > LIMITS.textLength) throw unreadable(fileName, `at most ${LIMITS.textLength} characters`, `${text.length}`);
  const split = splitPlanText(text);
  if (split.sentences.every(({ kind }) => kind === 'rule')) throw unreadable(fileName, 'a text with at least one sentence', 'none');
  return { text, encoding, ...split };
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

async function readByKind(bytes: Uint8Array, fileName: string): Promise<{ readonly text: string; readonly encoding: Encoding }> {
  const ending = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  switch (ending) {
    case '.txt':
    case '.md':
      return decodePlan(bytes, fileName);
    case '.docx':
      return { text: await readDocx(bytes, fileName), encoding: 'docx' };
    case '.doc':
      throw unreadable(fileName, 'a .txt, .md or .docx file', 'the old Word format: save it as .docx');
    default:
      throw unreadable(fileName, 'a .txt, .md or .docx file', ending === '' ? 'a name without an ending' : ending);
  }
}
