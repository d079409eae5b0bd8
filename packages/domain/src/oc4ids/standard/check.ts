import { canonicalJson, type Json, type Said } from '@westgate/base';
import { codesOf } from './codes.ts';
import { below, FaultsFound, found, type Oc4idsFault } from './fault.ts';
import { isAddress, isMail, isMoment } from './forms.ts';
import { NULLABLE, PACKAGE } from './package-shape.ts';
import { isFields } from './parts.ts';
import { checkPublisher } from './publisher-checks.ts';
import type { Shape } from './shape.ts';
import { SHAPES } from './shapes.ts';

const KINDS = {
  text: { zh: '文字', en: 'a text' },
  number: { zh: '数字', en: 'a number' },
  whole: { zh: '整数', en: 'a whole number' },
  flag: { zh: 'true 或 false', en: 'true or false' },
  'text-or-number': { zh: '数字或文字', en: 'a number or a text' },
  positions: { zh: '坐标：数字或其列表', en: 'co-ordinates: numbers, or lists of them' },
  list: { zh: '列表', en: 'a list' },
  object: { zh: '对象', en: 'an object' },
} as const satisfies Readonly<Record<string, Said>>;
const FORMS = {
  'date-time': { zh: '带时区的时间，如 2026-03-31T00:00:00Z', en: 'a time with its offset, such as 2026-03-31T00:00:00Z' },
  uri: { zh: '带协议的地址，如 https://example.org/a', en: 'an address with its scheme, such as https://example.org/a' },
  email: { zh: '邮箱地址', en: 'a mail address' },
} as const satisfies Readonly<Record<string, Said>>;
const FITS = { 'date-time': isMoment, uri: isAddress, email: isMail } as const;

/** A package of OC4IDS projects, or one project, against the standard and the checks that are expected of a publisher. Never throws. */
export function checkDocument(document: Json): FaultsFound {
  const faults = new FaultsFound();
  if (isPackage(document)) {
    look(document, PACKAGE, '', faults);
    checkVersion(document, faults);
    const { projects } = document;
    if (Array.isArray(projects)) {
      for (const [at, project] of projects.entries()) checkPublisher(project, below('/projects', at), faults);
      checkIds(projects, faults);
    }
    return faults;
  }
  return checkProject(document);
}

/** One project against the standard and the checks that are expected of a publisher. Never throws. */
export function checkProject(project: Json): FaultsFound {
  const faults = new FaultsFound();
  look(project, { kind: 'ref', to: 'Project' }, '', faults);
  checkPublisher(project, '', faults);
  return faults;
}

/** Projects of a package have ids of their own. */
function checkIds(projects: readonly Json[], faults: FaultsFound): void {
  const seen = new Set<string>();
  for (const [at, project] of projects.entries()) {
    const id = isFields(project) ? project.id : undefined;
    if (typeof id !== 'string' || id.trim() === '') continue;
    if (seen.has(id))
      faults.add(
        error(
          below(below('/projects', at), 'id'),
          'twice',
          { zh: '数据包内不重复的项目 id', en: 'an id that no other project of the package has' },
          id,
        ),
      );
    seen.add(id);
  }
}

/** Whether a document is a package of projects rather than one project. */
export function isPackage(document: Json): document is { readonly [key: string]: Json } {
  return isFields(document) && ('projects' in document || 'publisher' in document || 'publishedDate' in document);
}

function checkVersion(document: { readonly [key: string]: Json }, faults: FaultsFound): void {
  const { version } = document;
  if (typeof version === 'string' && version !== '' && !/^\d+\.\d+$/.test(version))
    faults.add(error('/version', 'form', { zh: '主版本号.次版本号，如 0.9', en: 'major.minor, such as 0.9' }, version));
}

function look(value: Json | undefined, shape: Shape, at: string, faults: FaultsFound): void {
  if (value === undefined || (value === null && NULLABLE.has(at))) return;
  switch (shape.kind) {
    case 'ref':
      look(value, SHAPES[shape.to] ?? { kind: 'object', fields: null, required: [] }, at, faults);
      return;
    case 'text':
      lookText(value, shape, at, faults);
      return;
    case 'number':
      if (typeof value !== 'number' || (shape.isWhole && !Number.isInteger(value))) {
        faults.add(error(at, 'kind', shape.isWhole ? KINDS.whole : KINDS.number, value));
        return;
      }
      if (shape.least !== undefined && value < shape.least)
        faults.add(error(at, 'too-small', { zh: `不小于 ${shape.least} 的数字`, en: `a number of ${shape.least} or more` }, value));
      return;
    case 'flag':
      if (typeof value !== 'boolean') faults.add(error(at, 'kind', KINDS.flag, value));
      return;
    case 'text-or-number':
      if (typeof value !== 'number' && typeof value !== 'string') faults.add(error(at, 'kind', KINDS['text-or-number'], value));
      lookEmpty(value, at, faults);
      return;
    case 'positions':
      if (!Array.isArray(value)) {
        faults.add(error(at, 'kind', KINDS.positions, value));
        return;
      }
      lookPositions(value, at, faults);
      return;
    case 'list':
      lookList(value, shape.of, at, faults);
      return;
    case 'object':
      lookObject(value, shape, at, faults);
      return;
  }
}

function lookText(value: Json, { form, codes, isOpen }: Extract<Shape, { readonly kind: 'text' }>, at: string, faults: FaultsFound): void {
  if (typeof value !== 'string') {
    faults.add(error(at, 'kind', KINDS.text, value));
    return;
  }
  if (value.trim() === '') {
    lookEmpty(value, at, faults);
    return;
  }
  if (form !== undefined && !FITS[form](value)) faults.add(error(at, 'form', FORMS[form], value));
  if (codes === undefined || codesOf(codes).has(value)) return;
  const expected = { zh: `代码表 ${codes} 中的代码`, en: `a code of the list ${codes}` };
  faults.add({ ...error(at, 'code', expected, value), weight: isOpen ? 'remark' : 'error' });
}

function lookList(value: Json, of: Shape, at: string, faults: FaultsFound): void {
  if (!Array.isArray(value)) {
    faults.add(error(at, 'kind', KINDS.list, value));
    return;
  }
  lookEmpty(value, at, faults);
  const seen = new Set<string>();
  for (const [index, item] of value.entries()) {
    look(item, of, below(at, index), faults);
    const written = canonicalJson(item);
    if (seen.has(written)) faults.add(error(below(at, index), 'twice', { zh: '不重复的项', en: 'each item once' }, item));
    seen.add(written);
  }
}

function lookPositions(value: readonly Json[], at: string, faults: FaultsFound): void {
  lookEmpty(value, at, faults);
  for (const [index, item] of value.entries()) {
    const inner = below(at, index);
    if (Array.isArray(item)) lookPositions(item, inner, faults);
    else if (typeof item !== 'number') faults.add(error(inner, 'kind', KINDS.positions, item));
  }
}

function lookObject(value: Json, { fields, required }: Extract<Shape, { readonly kind: 'object' }>, at: string, faults: FaultsFound): void {
  if (!isFields(value)) {
    faults.add(error(at, 'kind', KINDS.object, value));
    return;
  }
  lookEmpty(value, at, faults);
  for (const name of required)
    if (!Object.hasOwn(value, name))
      faults.add(error(below(at, name), 'missing', { zh: `字段 ${name}`, en: `the field ${name}` }, undefined));
  for (const [name, inner] of Object.entries(value)) {
    const shape = fields !== null && Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (shape) look(inner, shape, below(at, name), faults);
    else lookUnknown(inner, below(at, name), faults);
  }
}

/** What the standard does not name may be there, but not be empty. */
function lookUnknown(value: Json, at: string, faults: FaultsFound): void {
  lookEmpty(value, at, faults);
  if (Array.isArray(value)) for (const [index, item] of value.entries()) lookUnknown(item, below(at, index), faults);
  else if (isFields(value)) for (const [name, item] of Object.entries(value)) lookUnknown(item, below(at, name), faults);
}

function lookEmpty(value: Json, at: string, faults: FaultsFound): void {
  if (isEmptyValue(value)) faults.add(error(at, 'empty', { zh: '有内容，否则不写这个字段', en: 'something, or no such field' }, value));
}

function isEmptyValue(value: Json): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return isFields(value) && Object.keys(value).length === 0;
}

function error(pointer: string, code: Oc4idsFault['code'], expected: Said, value: unknown): Oc4idsFault {
  return { pointer, weight: 'error', code, expected, found: found(value) };
}
