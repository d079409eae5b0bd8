const DIGITS = '〇一二三四五六七八九';

/** Full-width letters made plain, and the Chinese numerals of years, months, days, quarters written as digits: 二〇二四年十二月 → 2024年12月. */
export function plainNumerals(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year.replaceAll(/[○零]/g, '〇')].map((digit) => DIGITS.indexOf(digit)).join(''),
    )
    .replaceAll(/[一二三四五六七八九十]{1,3}(?=月|日|号|季度)/g, (number) => String(numberOf(number)));
}

/** 1 to 99 in Chinese numerals. */
function numberOf(text: string): number {
  const ten = text.indexOf('十');
  if (ten < 0) return [...text].reduce((sum, digit) => sum * 10 + DIGITS.indexOf(digit), 0);
  const tens = ten === 0 ? 1 : DIGITS.indexOf(text.charAt(ten - 1));
  const ones = ten === text.length - 1 ? 0 : DIGITS.indexOf(text.charAt(ten + 1));
  return tens * 10 + ones;
}
