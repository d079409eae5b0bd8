import { type PlanSentence, type PlanText, splitPlanText } from '@westgate/domain';
import type { JobSite } from '../jobs/job.ts';
import type { JobLimits } from '../jobs/job-limits.ts';
import { decodePlan, type Encoding } from './decode-plan.ts';
import { readDocx } from './read-docx.ts';
import { unreadable } from './unreadable.ts';

/** A file to read. */
interface PlanQuestion {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** Its text; the sentences are handed over before. */
interface PlanAnswer extends Omit<PlanText, 'sentences'> {
  readonly text: string;
  readonly encoding: Encoding;
}

/** UTF-16 units of a text. */
const MOST_LENGTH = 5_000_000;
/** Sentences of a text: a plan of 300 pages has some 5,000. */
const MOST_SENTENCES = 100_000;
const AT_ONCE = 2_000;

/** The job that reads a plan text. */
export const jobs = { 'read-plan': readPlanJob } as const;

/** Reads the text of a file and cuts it into sentences, which it hands over some at a time. Throws `WG_TEXT_UNREADABLE`. */
async function readPlanJob(question: PlanQuestion, site: JobSite<readonly PlanSentence[]>): Promise<PlanAnswer> {
  const { fileName } = question;
  const { text, encoding } = await readByKind(question, site.limits);
  if (text.length > MOST_LENGTH)
    throw unreadable(fileName, { zh: `不超过 ${MOST_LENGTH} 个字符`, en: `at most ${MOST_LENGTH} characters` }, `${text.length}`);
  const { sentences, ...rest } = splitPlanText(text);
  if (sentences.every(({ kind }) => kind === 'rule'))
    throw unreadable(fileName, { zh: '至少有一句话的文本', en: 'a text with at least one sentence' }, { zh: '没有', en: 'none' });
  if (sentences.length > MOST_SENTENCES)
    throw unreadable(fileName, { zh: `不超过 ${MOST_SENTENCES} 句`, en: `at most ${MOST_SENTENCES} sentences` }, `${sentences.length}`);
  for (let at = 0; at < sentences.length; at += AT_ONCE) await site.hand(sentences.slice(at, at + AT_ONCE));
  return { text, encoding, ...rest };
}

async function readByKind(
  { bytes, fileName }: PlanQuestion,
  limits: JobLimits,
): Promise<{ readonly text: string; readonly encoding: Encoding }> {
  const ending = /\.[^.]+$/.exec(fileName.toLowerCase())?.[0] ?? '';
  switch (ending) {
    case '.txt':
    case '.md':
      return decodePlan(bytes, fileName);
    case '.docx':
      return { text: await readDocx(bytes, fileName, limits), encoding: 'docx' };
    case '.doc':
      throw unreadable(
        fileName,
        { zh: '.txt、.md 或 .docx 文件', en: 'a .txt, .md or .docx file' },
        { zh: '旧的 Word 格式，请另存为 .docx', en: 'the old Word format: save it as .docx' },
      );
    default:
      throw unreadable(
        fileName,
        { zh: '.txt、.md 或 .docx 文件', en: 'a .txt, .md or .docx file' },
        ending === '' ? { zh: '没有扩展名的文件名', en: 'a name without an ending' } : ending,
      );
  }
}
