import type { Told } from '@westgate/base';

/** What the XML of a part may be. */
export interface XmlLimits {
  /** Elements within elements. */
  readonly depth: number;
  /** Tags in all. */
  readonly count: number;
}

/** Attributes of one tag: a parser looks through them for each one more. */
const MOST_ATTRIBUTES = 500;
const NAME_START = /[\p{L}_:]/u;

/**
 * What is wrong with an XML text as what was expected and found; null where each tag that opens closes in its order, within the limits. One
 * pass over the text, before any parser is let at it: parsers mend what is wrong at a cost that grows with its square. A document type is
 * refused whatever it says.
 */
export function xmlFault(xml: string, { depth, count }: XmlLimits): { readonly expected: Told; readonly found: Told } | null {
  const open: string[] = [];
  let tags = 0;
  for (let at = xml.indexOf('<'); at >= 0; at = xml.indexOf('<', at)) {
    const end = endOf(xml, at);
    if (end === 'cut')
      return {
        expected: { zh: '标签完整的 XML', en: 'XML whose tags are whole' },
        found: { zh: `在第 ${at} 个字符处被截断`, en: `one that is cut off at character ${at}` },
      };
    if (end === 'document-type')
      return {
        expected: { zh: '不带文档类型的 XML', en: 'XML without a document type' },
        found: { zh: 'DOCTYPE，系统不读取', en: 'a DOCTYPE, which is never read' },
      };
    if (end === 'attributes')
      return {
        expected: { zh: `每个标签不超过 ${MOST_ATTRIBUTES} 个属性`, en: `at most ${MOST_ATTRIBUTES} attributes in a tag` },
        found: { zh: `第 ${at} 个字符处更多`, en: `more at character ${at}` },
      };
    const second = xml[at + 1] ?? '';
    const isTag = second !== '!' && second !== '?';
    if (isTag) {
      tags += 1;
      if (tags > count)
        return { expected: { zh: `不超过 ${count} 个标签`, en: `at most ${count} tags` }, found: { zh: '更多', en: 'more' } };
      if (second === '/') {
        const closes = xml.slice(at + 2, end - 1).trimEnd();
        const opened = open.pop();
        if (closes !== opened)
          return {
            expected: { zh: `第 ${at} 个字符处的 </${shown(opened)}>`, en: `</${shown(opened)}> at character ${at}` },
            found: `</${shown(closes)}>`,
          };
      } else {
        if (!NAME_START.test(second))
          return {
            expected: { zh: '有名称的标签', en: 'a tag with a name' },
            found: { zh: `第 ${at} 个字符处又一个“<”`, en: `another "<" at character ${at}` },
          };
        if (xml[end - 2] !== '/') open.push(nameAt(xml, at + 1, end));
        if (open.length > depth)
          return {
            expected: { zh: `元素嵌套不超过 ${depth} 层`, en: `elements at most ${depth} deep` },
            found: { zh: `第 ${at} 个字符处嵌套更深`, en: `deeper ones at character ${at}` },
          };
      }
    }
    at = end;
  }
  return open.length === 0 ? null : { expected: `</${shown(open.at(-1))}>`, found: { zh: '文本结尾', en: 'the end of the text' } };
}

/** Where the tag, comment or instruction at `at` ends, the character behind it. */
function endOf(xml: string, at: number): number | 'cut' | 'document-type' | 'attributes' {
  if (xml.startsWith('<!--', at)) return behind(xml, '-->', at + 4);
  if (xml.startsWith('<![CDATA[', at)) return behind(xml, ']]>', at + 9);
  if (xml.startsWith('<?', at)) return behind(xml, '?>', at + 2);
  if (xml.startsWith('<!', at)) return 'document-type';
  let quotes = 0;
  for (let next = at + 1; next < xml.length; next += 1) {
    const char = xml[next];
    if (char === '>') return next + 1;
    if (char === '<') return 'cut';
    if (char !== '"' && char !== "'") continue;
    quotes += 1;
    if (quotes > MOST_ATTRIBUTES) return 'attributes';
    next = xml.indexOf(char, next + 1);
    if (next < 0) return 'cut';
  }
  return 'cut';
}

function behind(xml: string, mark: string, from: number): number | 'cut' {
  const at = xml.indexOf(mark, from);
  return at < 0 ? 'cut' : at + mark.length;
}

function nameAt(xml: string, from: number, end: number): string {
  let to = from;
  while (to < end && !/[\s/>]/.test(xml[to] ?? '>')) to += 1;
  return xml.slice(from, to);
}

function shown(name: string | undefined): string {
  return (name ?? '').slice(0, 40);
}
