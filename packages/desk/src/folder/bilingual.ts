import type { Bilingual } from '@westgate/base';
import { isRecord } from './json-text.ts';

/** A text in both languages from JSON: `{"zh": …, "en": …}`, either may be absent, null or empty; null where it is something else. */
export function readBilingual(value: unknown): Bilingual | null {
  if (!isRecord(value) || Object.keys(value).some((key) => key !== 'zh' && key !== 'en')) return null;
  const [zh, en] = [readText(value.zh), readText(value.en)];
  return zh === undefined || en === undefined ? null : { zh, en };
}

function readText(value: unknown): string | null | undefined {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string' || /[\p{Surrogate}\uFFFD]|(?![\t\n])\p{Cc}/u.test(value)) return undefined;
  return value.trim() === '' ? null : value.trim();
}
