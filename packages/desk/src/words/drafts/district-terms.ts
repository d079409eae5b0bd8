import type { Language } from '@westgate/base';
import type { Register, Row, Term } from '@westgate/domain';

/** Words in brackets of a name, of either width. */
const BRACKETS = /[（(]([^（）()]*)[）)]/g;
/** What a department's name in Chinese begins with and speech leaves out. */
const RANK = /^[区市县]/;
const SHORTEST: Readonly<Record<Language, number>> = { zh: 2, en: 4 };

/** The vocabulary of a district: the names of its departments and places, then its own terms. */
export function districtTerms(register: Register): readonly Term[] {
  return [
    ...[...register.department.values()].flatMap((row) => termsOf('department', row, departmentNames)),
    ...[...register.place.values()].flatMap((row) => termsOf('place', row, placeNames)),
    ...[...register.term.values()].map(ownTerm),
  ];
}

function ownTerm({ kind, language, words, meaning }: Row<'term'>): Term {
  return { kind, language, words, meaning: meaning ?? '', origin: 'district' };
}

function termsOf(
  kind: 'department' | 'place',
  row: Row<'department'> | Row<'place'>,
  namesOf: (name: string) => readonly string[],
): readonly Term[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const names = namesOf((language === 'zh' ? row.name_zh : row.name_en) ?? '').map((name) => name.trim());
    return [...new Set(names)]
      .filter((name) => name.length >= SHORTEST[language])
      .map((words): Term => ({ kind, language, words, meaning: row.id, origin: 'name' }));
  });
}

/** The whole name, the name without brackets, what stands in brackets, and each without the rank of the district: `区水务局（区水务中心）`. */
export function departmentNames(name: string): readonly string[] {
  const inside = [...name.matchAll(BRACKETS)].map((match) => match[1] ?? '');
  const names = [name, ...parts(name.replace(BRACKETS, '')), ...inside];
  return [...names, ...names.filter((each) => RANK.test(each) && each.length > 3).map((each) => each.replace(RANK, ''))];
}

/** The whole name, and each part of it without brackets. What stands in brackets may be no name: `（一期）`. */
function placeNames(name: string): readonly string[] {
  const plain = name.replace(BRACKETS, '');
  return [name, ...parts(plain), plain.replaceAll('·', '')];
}

function parts(name: string): readonly string[] {
  return [name, ...name.split(/\s\/\s|[/·；;]/)];
}
