import { type Bilingual, inLanguage, inLanguageMarked, isDay, isPeriod, type Language } from '@westgate/base';
import { type Aged, type NamedList, type ReportValue, sayAge, sayDay, sayNumber, sayPeriod, vocabularyName } from '@westgate/domain';

/** How papers speak one language. */
export interface SayIn {
  readonly language: Language;
  /** The text of the two that is of this language. */
  readonly text: (zh: string, en: string) => string;
  /** A text of the records; the other language stands in and is marked where it is missing, `not known` where both are. */
  readonly of: (pair: Bilingual) => string;
  readonly word: (list: NamedList, word: string) => string;
  /** A day or period in words. */
  readonly when: (day: string) => string;
  /** A value with its bound, unit and time. */
  readonly value: (value: ReportValue | null, unit: Bilingual) => string;
  /** How old a value or target of a period is on a day; null where there is nothing to say. */
  readonly age: (period: string | null, asOf: string, of?: Aged) => string | null;
  /** What must be known of a value beside that. */
  readonly cautions: (value: ReportValue | null) => readonly string[];
  readonly number: (value: number) => string;
  readonly unknown: string;
}

/** The words of papers in `language`. */
export function sayIn(language: Language): SayIn {
  const text = (zh: string, en: string): string => (language === 'zh' ? zh : en);
  const unknown = text('未知', 'not known');
  const of = (pair: Bilingual): string => inLanguageMarked(pair, language) ?? unknown;
  const word = (list: NamedList, name: string): string => vocabularyName(list, name)[language];
  const when = (day: string): string => {
    if (isDay(day)) return sayDay(day)[language];
    return isPeriod(day) ? sayPeriod(day)[language] : day;
  };
  return {
    language,
    text,
    of,
    word,
    when,
    age: (period, asOf, of) => (isDay(asOf) ? (sayAge(period, asOf, of)?.[language] ?? null) : null),
    cautions: (value) => (value?.cautions ?? []).map(of),
    number: sayNumber,
    value(value, unit) {
      if (value === null) return unknown;
      const unitText = inLanguage(unit, language) ?? '';
      const amount = `${sayNumber(value.value)} ${/^\d/.test(unitText) ? '× ' : ''}${unitText}`.trimEnd();
      const bound = value.qualifier === null ? '' : `${word('qualifier', value.qualifier)} `;
      return `${bound}${amount}${text(`（${when(value.period)}）`, ` (${when(value.period)})`)}`;
    },
    unknown,
  };
}
