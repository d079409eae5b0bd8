import { type Json, JsonShape, type Said } from '@westgate/base';
import { checkDocument, checkProject, foundSaid, isPackage, KINDS, type Oc4idsFault } from '@westgate/domain';

/** A document as it was read, with its faults: nothing of the district was looked at. */
export interface Oc4idsDocument {
  /** What the package says beside its projects; null for a document that is one project. */
  readonly head: Json | null;
  readonly projects: readonly { readonly pointer: string; readonly value: Json; readonly errors: number }[];
  readonly faults: readonly Oc4idsFault[];
  readonly errors: number;
  readonly remarks: number;
  /** It could not be read at all, or goes beyond what can be held: nothing of it can be taken. */
  readonly isUnreadable: boolean;
}

const LIMITS = { depth: 30, count: 600_000 } as const;
const MOST_CHARACTERS = 6_000_000;
const MOST_PROJECTS = 5_000;

/** Reads an OC4IDS document, a package or one project, and checks it. Never throws: what is amiss stands among its faults. */
export function readOc4ids(text: string): Oc4idsDocument {
  const read = parsed(text);
  if ('fault' in read) return unreadable(read.fault);
  const { value } = read;
  const whole = checkDocument(value);
  const isWhole = isPackage(value);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return unreadable(faultAt('', { zh: 'OC4IDS 数据包或项目', en: 'an OC4IDS package or project' }, foundSaid(value)));
  const { projects: given, ...head } = value as { readonly [key: string]: Json };
  const listed = isWhole ? (Array.isArray(given) ? given : []) : [value];
  if (listed.length > MOST_PROJECTS)
    return unreadable(
      faultAt('/projects', { zh: `至多 ${MOST_PROJECTS} 个项目`, en: `at most ${MOST_PROJECTS} projects` }, foundSaid(given)),
    );
  const projects = listed.map((project: Json, at: number) => ({
    pointer: isWhole ? `/projects/${at}` : '',
    value: project,
    errors: whole.errors === 0 ? 0 : checkProject(project).errors + twiceAt(whole.listed, `/projects/${at}/id`),
  }));
  const { listed: faults, errors, remarks } = whole;
  return { head: isWhole ? head : null, projects, faults, errors, remarks, isUnreadable: false };
}

function twiceAt(faults: readonly Oc4idsFault[], pointer: string): number {
  return faults.filter((fault) => fault.code === 'twice' && fault.pointer === pointer).length;
}

function parsed(text: string): { readonly value: Json } | { readonly fault: Oc4idsFault } {
  if (text.length > MOST_CHARACTERS)
    return {
      fault: faultAt(
        '',
        { zh: `至多 ${MOST_CHARACTERS / 1e6} 百万字符`, en: `at most ${MOST_CHARACTERS / 1e6} million characters` },
        told(String(text.length)),
      ),
    };
  const beyond = new JsonShape(LIMITS).faultIn(text);
  if (beyond !== null) return { fault: faultAt('', beyond, { zh: '超出', en: 'more' }) };
  let value: Json;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { fault: faultAt('', told('JSON'), told(error instanceof Error ? error.message.slice(0, 120) : '')) };
  }
  if (namesPrototype(value)) return { fault: faultAt('', { zh: '别的字段名', en: 'fields of other names' }, told('__proto__')) };
  if (!KINDS.json.isKept(value, { optional: false, about: { zh: '', en: '' } }))
    return {
      fault: faultAt(
        '',
        { zh: '可以保存的文字和数字', en: 'texts and numbers that can be kept' },
        { zh: '控制字符、残缺字符或过大的数', en: 'control characters, broken characters, or a number too large' },
      ),
    };
  const inexact = inexactNumber(text);
  if (inexact !== null)
    return { fault: faultAt('', { zh: '至多 15 位有效数字的数', en: 'numbers of 15 significant digits at most' }, told(inexact)) };
  return { value };
}

/** A number that could not be given back as it came; null where there is none. */
function inexactNumber(text: string): string | null {
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/gs)) {
    if (token.startsWith('"') || token.length < 16) continue;
    if (plain(token) !== plain(String(Number(token)))) return token.slice(0, 40);
  }
  return null;
}

/** The digits of a number and where its point stands, however it is written. */
function plain(number: string): string {
  const [, sign = '', whole = '', part = '', power = '0'] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(number) ?? [];
  const digits = `${whole}${part}`.replace(/^0+/, '');
  const bare = digits.replace(/0+$/, '');
  return bare === '' ? '0' : `${sign}${bare}e${Number(power) - part.length + digits.length - bare.length}`;
}

function namesPrototype(value: Json): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, '__proto__') || Object.values(value).some(namesPrototype);
}

function unreadable(fault: Oc4idsFault): Oc4idsDocument {
  return { head: null, projects: [], faults: [fault], errors: 1, remarks: 0, isUnreadable: true };
}

function faultAt(pointer: string, expected: Said, found: Said): Oc4idsFault {
  return { pointer, weight: 'error', code: 'form', expected, found };
}

function told(text: string): Said {
  return { zh: text, en: text };
}
