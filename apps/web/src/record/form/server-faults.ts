import { isUnderReview, ProblemError } from '../../api/client.ts';
import type { FormFault } from './form-values.ts';

/** What the server found wrong with single fields, each at its field; empty where it refused the whole. */
export function serverFaults(error: Error | null, columns: readonly string[]): readonly FormFault[] {
  const details = error instanceof ProblemError ? error.problem?.details : undefined;
  if (!details || (typeof details.edit === 'number' && details.edit > 0)) return [];
  if (isUnderReview(error) && Array.isArray(details.fields)) return underReview(details.fields, columns);
  const told = [...listOf(details.faults), ...listOf(details.issues)].flatMap((each) => {
    const field = textOf(each.field).replace(/^(?:edits\.\d+\.)?fields\./, '');
    const known = columns.includes(field) ? field : null;
    if (known === null) return [];
    const isInChinese = globalThis.document?.documentElement.lang.startsWith('zh') ?? false;
    const expected = (isInChinese ? textOf(each.expectedZh) : '') || textOf(each.expected);
    return [{ field: known, told: expected ? `${expected}; ${textOf(each.found)}` : textOf(each.message) }];
  });
  return told.filter(({ field }, index) => told.findIndex((other) => other.field === field) === index);
}

/** Columns that wait for approval: a department proposes a change of them. */
function underReview(fields: readonly unknown[], columns: readonly string[]): readonly FormFault[] {
  return columns.filter((column) => fields.includes(column)).map((field) => ({ field, word: 'pending.fault.review' }));
}

function listOf(value: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === 'object' && each !== null) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
