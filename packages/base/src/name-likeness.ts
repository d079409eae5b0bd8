/** Letters of other scripts that are drawn as Latin ones, each with the one it is taken for. After the folding of {@link foldName}. */
const DRAWN_ALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  ё: 'ë',
  ғ: 'f',
  һ: 'h',
  і: 'i',
  ї: 'ï',
  ӏ: 'l',
  ј: 'j',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  ө: 'o',
  р: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  т: 't',
  υ: 'u',
  ц: 'u',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  ү: 'y',
  з: '3',
  б: '6',
  ь: 'b',
  α: 'a',
  β: 'b',
  ϲ: 'c',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  μ: 'u',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  σ: 'o',
  ς: 'c',
  τ: 't',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  ı: 'i',
  ɑ: 'a',
  ɡ: 'g',
  ɩ: 'i',
  ո: 'n',
  օ: 'o',
  ս: 'u',
  հ: 'h',
  ց: 'g',
  ք: 'p',
  ꞵ: 'b',
};
const LATIN = /\p{Script=Latin}/u;
const OTHERS = [/\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u, /\p{Script=Cherokee}/u, /\p{Script=Coptic}/u];

/** A name as it is compared: full-width and composed forms as plain ones, small letters, single blanks. */
export function foldName(text: string): string {
  return text.normalize('NFKC').toLowerCase().normalize('NFKC').trim().replaceAll(/\s+/gu, ' ');
}

/** What a name looks like: names of which this is the same are taken for each other, whatever the script. */
export function looksOf(text: string): string {
  return [...foldName(text)].map((letter) => DRAWN_ALIKE[letter] ?? letter).join('');
}

/** Whether a word of `text` is put together from letters of scripts that are drawn alike: no name is written so. */
export function mixesScripts(text: string): boolean {
  return foldName(text)
    .split(/[^\p{L}\p{M}]+/u)
    .some((word) => [LATIN, ...OTHERS].filter((script) => script.test(word)).length > 1);
}
