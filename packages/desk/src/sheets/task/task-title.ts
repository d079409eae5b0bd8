import type { Language } from '@westgate/base';

/** Characters of a short title. */
const LONGEST = { zh: 40, en: 90 } as const;

/** A short title for a task: its words, cut at the first mark where they are long, else at the last blank that fits. */
export function titleOfTask(task: string, language: Language): string {
  const plain = task.replace(/[。．.；;]+$/, '');
  const longest = LONGEST[language];
  if (plain.length <= longest) return plain;
  const [part] = /^.{6,}?(?=[，。；：,;:])/.exec(plain) ?? [];
  if (part !== undefined && part.length <= longest) return part;
  const cut = plain.slice(0, longest - 1);
  const blank = language === 'en' ? cut.lastIndexOf(' ') : -1;
  return `${blank > longest / 2 ? cut.slice(0, blank) : cut}…`;
}
