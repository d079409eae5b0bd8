import type { Said } from '@westgate/base';
import { type EvidenceMedia, isReadable } from '@westgate/domain';

/** Characters of a name. */
const NAME_LENGTH = 200;

/** The endings of names, each with the only kind of file it may stand for. */
const ENDINGS: Readonly<Record<string, EvidenceMedia>> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  txt: 'text/plain',
  asc: 'text/plain',
  tif: 'image/tiff',
  tiff: 'image/tiff',
  gz: 'application/gzip',
  hgt: 'application/octet-stream',
};

/** The endings that are taken, for a message or the field of a form. */
export const FILE_ENDINGS: readonly string[] = Object.keys(ENDINGS);

/** What is wrong with the name of a file, as what was expected; null where nothing is. */
export function nameFault(name: string): Said | null {
  if (name.trim() === '' || name !== name.trim()) return { zh: '前后没有空格的文件名', en: 'a file name without blanks around it' };
  if (name.length > NAME_LENGTH) return { zh: `至多 ${NAME_LENGTH} 个字的文件名`, en: `a file name of at most ${NAME_LENGTH} characters` };
  if (/[/\\:]/.test(name) || name.startsWith('.')) return { zh: '不含路径的文件名', en: 'a file name without a path' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
  if (!isReadable(name) || /[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069<>"|?*]/.test(name)) {
    return { zh: '只含看得见的字符、不含 < > " | ? * 的文件名', en: 'a file name of readable characters, without < > " | ? *' };
  }
  if (mediaOfName(name) !== null) return null;
  return { zh: `以 ${FILE_ENDINGS.join('、')} 结尾的文件名`, en: `a file name that ends in ${FILE_ENDINGS.join(', ')}` };
}

/** The kind of file that the ending of a name stands for; null for an ending that is not taken. */
export function mediaOfName(name: string): EvidenceMedia | null {
  const ending = /\.([A-Za-z]+)$/.exec(name)?.[1]?.toLowerCase();
  return ending !== undefined && Object.hasOwn(ENDINGS, ending) ? (ENDINGS[ending] ?? null) : null;
}
