/** A field at the beginning of a part of a refusal: `dueOn：应为…`, `name_en: expected …`, `asked.zh：…`. */
const FIELD = /(^|；|; )([A-Za-z][\w.]*)(：|: )/g;
const LANGUAGES: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  zh: { zh: '中文', en: 'Chinese' },
  en: { zh: '英文', en: 'English' },
};

/**
 * What a refusal says with each field named as the form names it, `completion date: …` for `due_on: …`; a field without a name stays as it came.
 * @param nameOf what a column is called in the language of the screen, null for none.
 */
export function withFieldsNamed(detail: string, language: 'zh' | 'en', nameOf: (column: string) => string | null): string {
  return detail.replaceAll(FIELD, (whole, before: string, field: string, colon: string) => {
    const column = field.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    const [, stem = column, tongue = ''] = /^(.+)[._](zh|en)$/.exec(column) ?? [];
    const name = nameOf(stem);
    if (name === null) return whole;
    const said = LANGUAGES[tongue]?.[language];
    return `${before}${name}${said === undefined ? '' : language === 'zh' ? `（${said}）` : ` (${said})`}${colon}`;
  });
}
