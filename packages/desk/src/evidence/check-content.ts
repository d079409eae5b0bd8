import type { EvidenceMedia } from '@westgate/domain';
import { officeFault } from './check-office.ts';
import { heicFault, jpegFault, pngFault, webpFault } from './check-picture.ts';
import type { HeldFile } from './held-file.ts';

const STEP = 1 << 20;
const ENCODINGS = ['utf-8', 'gb18030'] as const;
/** What a browser could take for a page or a drawing with scripts in it. */
const MARKUP = /<\s*(!doctype|html|head|body|svg|script|iframe|object|embed|style|link|meta|\?xml)/i;

const TAIL = 2_048;
/** Whole numbers of two bytes, of 3 and of 1 second of arc. */
const SRTM_BYTES: readonly number[] = [2 * 1201 ** 2, 2 * 3601 ** 2];
const HEIC_BRANDS: ReadonlySet<string> = new Set(['heic', 'heix', 'heim', 'heis', 'mif1']);

/**
 * What is wrong with a file that is said to be `media`, as what was expected; null where it is that, and whole. What it is is read from its
 * bytes alone; nothing of it is unpacked or run.
 */
export async function contentFault(file: HeldFile, media: EvidenceMedia): Promise<string | null> {
  if (file.length === 0) return 'a file that is not empty';
  if (media === 'text/plain' || media === 'text/csv') return textFault(file);
  if (media === 'application/octet-stream')
    return SRTM_BYTES.includes(file.length) ? null : 'a tile of SRTM heights of 1201 or 3601 rows and columns';
  const found = kindOf(await file.read(0, 16));
  if (!mayBe(found, media)) return `a file that is what its name says (${media}); its content is ${found ?? 'something else'}`;
  switch (media) {
    case 'application/pdf':
      return pdfFault(file);
    case 'image/png':
      return pngFault(file);
    case 'image/jpeg':
      return jpegFault(file);
    case 'image/webp':
      return webpFault(file);
    case 'image/heic':
      return heicFault(file);
    case 'image/tiff':
    case 'application/gzip':
      // What stands in it is told when it is read as ground.
      return null;
    case 'application/vnd.openxmlformats-officedocument.wordprocessingml.document':
      return officeFault(file, 'word/document.xml');
    case 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet':
      return officeFault(file, 'xl/workbook.xml');
  }
}

type Found = 'pdf' | 'png' | 'jpeg' | 'webp' | 'heic' | 'tiff' | 'gzip' | 'zip';

function kindOf(head: Buffer): Found | null {
  const text = head.toString('latin1');
  if (text.startsWith('%PDF-')) return 'pdf';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('RIFF') && text.slice(8, 12) === 'WEBP') return 'webp';
  if (text.slice(4, 8) === 'ftyp' && HEIC_BRANDS.has(text.slice(8, 12))) return 'heic';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*') || text.startsWith('II+\0') || text.startsWith('MM\0+')) return 'tiff';
  if (text.startsWith('\x1f\x8b\x08')) return 'gzip';
  return text.startsWith('PK\x03\x04') ? 'zip' : null;
}

function mayBe(found: Found | null, media: EvidenceMedia): boolean {
  if (found === null) return false;
  return found === 'zip' ? media.startsWith('application/vnd.') : media === `application/${found}` || media === `image/${found}`;
}

async function pdfFault(file: HeldFile): Promise<string | null> {
  const tail = (await file.read(Math.max(0, file.length - TAIL), TAIL)).toString('latin1');
  return tail.includes('%%EOF') && tail.includes('startxref') ? null : 'a whole PDF';
}

/** What is wrong with a text or CSV file, as what was expected: characters of UTF-8 or GB18030, and no page in disguise. */
export async function textFault(file: HeldFile): Promise<string | null> {
  if (file.length === 0) return 'a file that is not empty';
  for (const encoding of ENCODINGS) {
    const fault = await faultIn(file, encoding);
    if (fault !== UNREADABLE) return fault;
  }
  return UNREADABLE;
}

const UNREADABLE = 'a text in UTF-8 or GB18030';

async function faultIn(file: HeldFile, encoding: (typeof ENCODINGS)[number]): Promise<string | null> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let before = '';
  try {
    for (let at = 0; at < file.length; at += STEP) {
      const text = decoder.decode(await file.read(at, STEP), { stream: at + STEP < file.length });
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is refused
      if (/[\u0000-\u0008\u000e-\u001f\ufffe]/.test(text)) return UNREADABLE;
      if (MARKUP.test(before + text)) return 'a text without HTML, SVG or XML in it';
      before = text.slice(-20);
    }
    return null;
  } catch {
    return UNREADABLE;
  }
}
