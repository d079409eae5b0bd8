/** Longest name, in characters, that is set on the map whole. */
const WHOLE = { zh: 8, en: 26 } as const;
const SHORT_INNER = { zh: 6, en: 18 } as const;

/**
 * The short form of a name for the map: a long name gives way to the short one in its brackets, or loses what follows its brackets,
 * its middle dot or its slash. The whole name stands in the list and on hover.
 */
export function mapName(name: string, language: 'zh' | 'en'): string {
  if (name.length <= WHOLE[language]) return name;
  const bracketed = /^(.+?)\s*[（(]([^（）()]+)[）)]$/.exec(name);
  if (bracketed) {
    const [, outer = name, inner = ''] = bracketed;
    const takesInner = outer.length > WHOLE[language] && inner.length <= SHORT_INNER[language] && !/\d/.test(inner);
    return takesInner ? inner : mapName(outer, language);
  }
  const [head = name] = name.split(language === 'zh' ? /[·/]/ : /\s*[·/]\s*/);
  return head.length >= (language === 'zh' ? 4 : 8) ? head : name;
}
