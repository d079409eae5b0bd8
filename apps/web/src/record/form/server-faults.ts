import { isUnderReview, ProblemError } from '../../api/client.ts';
import { isWordId, type WordId } from '../../messages/words.ts';
import type { FormFault } from './form-values.ts';

/** What a refusal says of one field. */
type Told = Readonly<Record<string, unknown>>;

/** What the server found wrong with single fields, each at its field; empty where it refused the whole. */
export function serverFaults(error: Error | null, columns: readonly string[]): readonly FormFault[] {
  const problem = error instanceof ProblemError ? error.problem : null;
  const details = problem?.details;
  if (!details || (typeof details.edit === 'number' && details.edit > 0)) return [];
  if (isUnderReview(error) && Array.isArray(details.fields)) return underReview(details.fields, columns);
  const told = [...listOf(details.faults), ...listOf(details.issues)].flatMap((each) => {
    const field = textOf(each.field).replace(/^(?:edits\.\d+\.)?fields\./, '');
    const known = columns.includes(field) ? field : null;
    if (known === null) return [];
    const isInChinese = globalThis.document?.documentElement.lang.startsWith('zh') ?? false;
    const told = isInChinese ? toldInChinese(each) : toldInEnglish(each);
    return [told === '' ? { field: known, word: meaningOf(textOf(each.code), problem.code) } : { field: known, told }];
  });
  return told.filter(({ field }, index) => told.findIndex((other) => other.field === field) === index);
}

/** What was expected and what was found, or what does not fit; in Chinese never in English: empty where neither is held in it. */
function toldInChinese({ expectedZh, found, foundZh, messageZh }: Told): string {
  const expected = textOf(expectedZh);
  return expected ? `${expected}；${textOf(foundZh) || textOf(found)}` : textOf(messageZh);
}

function toldInEnglish({ expected, found, message }: Told): string {
  return textOf(expected) ? `${textOf(expected)}; ${textOf(found)}` : textOf(message);
}

/** What the code of a fault means, else that of the whole refusal. */
function meaningOf(fault: string, refusal: string): WordId {
  return [`fault.${fault}`, `problem.${refusal}`].find(isWordId) ?? 'problem.WG_INPUT_INVALID';
}

/** Columns that wait for approval: a department proposes a change of them. */
function underReview(fields: readonly unknown[], columns: readonly string[]): readonly FormFault[] {
  return columns.filter((column) => fields.includes(column)).map((field) => ({ field, word: 'pending.fault.review' }));
}

function listOf(value: unknown): readonly Told[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
