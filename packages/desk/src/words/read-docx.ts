import { unpackZip } from './unpack-zip.ts';
import { unreadable } from './unreadable.ts';
import { type XmlLimits, xmlFault } from './xml-fault.ts';

const LIMITS = {
  /** Bytes a .docx may unpack to beyond its own size: pictures do not shrink in it, and 300 pages of words are some 5 MB. */
  unpackedBytes: 12_000_000,
  /** `<` and `=` in all its parts: a page has some 3,000; for a million mammoth takes some seconds and nearly a gigabyte. */
  marks: 1_000_000,
} as const;

/** What mammoth makes of a part of a document, as far as its text goes. */
interface Part {
  readonly type: string;
  readonly value: string;
  readonly children: readonly unknown[];
}

/**
 * The text of a Word document: its paragraphs, table cells and text boxes, with an empty line between; tabs and line breaks kept;
 * headers, footers, notes, comments and deleted words left out. Throws `WG_TEXT_UNREADABLE` for what is no .docx or unpacks too large.
 * mammoth sees only parts that were unpacked and looked through here. Runs in a worker.
 */
export async function readDocx(bytes: Uint8Array, fileName: string, most: XmlLimits): Promise<string> {
  const parts = unpackZip(bytes, { bytes: bytes.length + LIMITS.unpackedBytes, marks: LIMITS.marks }, (name) =>
    /\.(?:xml|rels)$/i.test(name),
  );
  if (parts === 'too-large')
    throw unreadable(
      fileName,
      { zh: '不超过约 300 页的 .docx', en: 'a .docx of at most some 300 pages' },
      { zh: '解压后大得多的文件', en: 'one that unpacks to much more' },
    );
  if (parts === 'damaged')
    throw unreadable(
      fileName,
      { zh: '完整、不带密码的 .docx', en: 'a whole .docx without a password' },
      { zh: '无法解压的文件', en: 'a file that does not unpack' },
    );
  const texts = new Map([...parts].map(([name, part]) => [name, xmlOf(part, `${fileName}, ${name.slice(0, 100)}`, most)]));
  const file = {
    exists: (name: string): boolean => texts.has(name),
    read: (name: string): Promise<string> => Promise.resolve(texts.get(name) ?? ''),
  };
  const { default: mammoth } = await import('mammoth');
  // mammoth takes an archive that is open already; its types do not say so.
  const input = { file } as unknown as Parameters<typeof mammoth.convertToHtml>[0];
  const paragraphs: string[] = [];
  try {
    await mammoth.convertToHtml(input, {
      transformDocument(document: unknown): unknown {
        collect(document, paragraphs);
        return { type: 'document', children: [], notes: null, comments: [] };
      },
    });
  } catch (error) {
    throw unreadable(
      fileName,
      { zh: 'Word 文档', en: 'a Word document' },
      error instanceof Error ? error.message.slice(0, 200) : String(error).slice(0, 200),
    );
  }
  return paragraphs.map((paragraph) => `${paragraph}\n`).join('\n');
}

/** The text of a part, whose tags all close in their order. */
function xmlOf(bytes: Uint8Array, where: string, most: XmlLimits): string {
  const xml = new TextDecoder('utf-8').decode(bytes);
  const fault = xmlFault(xml, most);
  if (fault) throw unreadable(where, fault.expected, fault.found);
  return xml;
}

/** Adds the text of each paragraph within `value` that has some. mammoth puts no paragraph inside another. */
function collect(value: unknown, paragraphs: string[]): void {
  const part = parsePart(value);
  if (part.type !== 'paragraph') {
    for (const child of part.children) collect(child, paragraphs);
    return;
  }
  const text = textOf(part).trim();
  if (text !== '') paragraphs.push(text);
}

function textOf(value: unknown): string {
  const part = parsePart(value);
  switch (part.type) {
    case 'text':
      return part.value;
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    default:
      return part.children.map(textOf).join('');
  }
}

function parsePart(value: unknown): Part {
  const part = typeof value === 'object' && value !== null ? value : {};
  return {
    type: 'type' in part && typeof part.type === 'string' ? part.type : '',
    value: 'value' in part && typeof part.value === 'string' ? part.value : '',
    children: 'children' in part && Array.isArray(part.children) ? part.children : [],
  };
}
