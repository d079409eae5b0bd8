/** A tag and its attributes; quoted values may hold `>`. */
const TAG_BODY = `((?:[^<>"']|"[^"]*"|'[^']*')*)`;

/** Finds the tags of one of these names, closing ones left out: `[whole, name, attributes]`. */
export function tagPattern(names: string): RegExp {
  return new RegExp(`<(${names})(?=[\\s/>])${TAG_BODY}>`, 'g');
}

/** The value of an attribute, with the five entities of XML resolved; null where the tag does not have it. */
export function attributeOf(attributes: string, name: string): string | null {
  const found = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes);
  return found ? plain(found[1] ?? found[2] ?? '') : null;
}

/** True for an attribute that says yes. */
export function isSet(attributes: string, name: string): boolean {
  return /^(?:1|true|on)$/.test(attributeOf(attributes, name) ?? '');
}

/** The XML with the prefix of its own elements taken away: `<x:row>` becomes `<row>`. */
export function withoutPrefix(xml: string, root: string): string {
  const [, prefix] = new RegExp(`<([A-Za-z][\\w.-]{0,30}):${root}[\\s>]`).exec(xml.slice(0, 4_000)) ?? [];
  return prefix === undefined ? xml : xml.replaceAll(`<${prefix}:`, '<').replaceAll(`</${prefix}:`, '</');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function plain(text: string): string {
  return text.replaceAll(/&(#x?[0-9A-Fa-f]{1,6}|amp|lt|gt|quot|apos);/g, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const point = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
