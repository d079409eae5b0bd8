/** Fields of a form that are read; whatever else is sent is not looked at. */
const FIELDS = ['about', 'lang', 'token', 'words', 'name', 'contact', 'address', 'website'] as const;

/** A form as it was sent, each field once. */
export type SentForm = Readonly<Record<(typeof FIELDS)[number], string>>;

/** A form that browsers send as `application/x-www-form-urlencoded`; null where its bytes are no UTF-8, or a field stands twice. */
export function formIn(bytes: Buffer): SentForm | null {
  const found = new Map<string, string>();
  for (const part of bytes.toString('latin1').split('&')) {
    const at = part.indexOf('=');
    const [name, value] = [decoded(at < 0 ? part : part.slice(0, at)), decoded(at < 0 ? '' : part.slice(at + 1))];
    if (name === null || value === null || found.has(name)) return null;
    found.set(name, value);
  }
  return Object.fromEntries(FIELDS.map((name) => [name, found.get(name) ?? ''])) as SentForm;
}

const STRICT = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The text that a part of a form stands for; null where it is none. */
function decoded(text: string): string | null {
  const bytes: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code !== 0x25) {
      bytes.push(code === 0x2b ? 0x20 : code);
      continue;
    }
    const hex = text.slice(at + 1, at + 3);
    if (!/^[0-9a-f]{2}$/i.test(hex)) return null;
    bytes.push(Number.parseInt(hex, 16));
    at += 2;
  }
  try {
    return STRICT.decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
