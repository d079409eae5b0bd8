import type { HeldFile } from './held-file.ts';

const STEP = 1 << 20;
const ENCODINGS = ['utf-8', 'gb18030'] as const;
/** What a browser could take for a page or a drawing with scripts in it. */
const MARKUP = /<\s*(!doctype|html|head|body|svg|script|iframe|object|embed|style|link|meta|\?xml)/i;

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
