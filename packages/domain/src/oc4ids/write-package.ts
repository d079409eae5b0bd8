import { inLanguage, type Json, WestgateError } from '@westgate/base';
import { districtOf } from '../register/day-span.ts';
import { inventedLabel, noticeOf } from '../register/notice-of.ts';
import type { Register } from '../register/register.ts';
import type { Row } from '../register/tables.ts';
import { momentOf } from './mapping/values.ts';
import { withoutFaults } from './prune.ts';
import { below, type Oc4idsFault } from './standard/fault.ts';
import { VERSION } from './standard/package-shape.ts';
import { type Fields, isFields } from './standard/parts.ts';
import { type WritingOptions, writeProject } from './write-project.ts';

/** A package, and what was left out of it because the standard does not take it. */
export interface WrittenPackage {
  readonly document: Fields;
  readonly leftOut: readonly Oc4idsFault[];
}

const SHORT = 6;

/** The six characters before the ids of a district: those that are registered, else the first of its own id, filled up with 0. */
export function prefixOf({ id, oc4ids_prefix }: Pick<Row<'district'>, 'id' | 'oc4ids_prefix'>): string {
  if (oc4ids_prefix !== null) return oc4ids_prefix;
  const own = id.toLowerCase().replace(/[^a-z0-9]/g, '');
  return own.slice(0, SHORT).padEnd(SHORT, '0');
}

/** What a package says beside its projects. Throws `WG_NOT_FOUND` where there is no project, as a package has one at least. */
export function packageHead(register: Register, { language, asOf }: Omit<WritingOptions, 'prefix'>): Fields {
  const district = districtOf(register);
  if (!district || register.project.size === 0)
    throw new WestgateError('WG_NOT_FOUND', {
      zh: '没有可导出的项目：OC4IDS 数据包至少有一个项目',
      en: 'expected a project to write: an OC4IDS package has one at least; there is none',
    });
  const name = inLanguage({ zh: district.name_zh, en: district.name_en }, language) ?? district.id;
  const invented = inventedLabel(noticeOf(district), language);
  return {
    uri: `urn:x-westgate:${district.id}:oc4ids`,
    publishedDate: momentOf(asOf),
    version: VERSION,
    publisher: { name: invented === null ? name : language === 'zh' ? `${name}（${invented}）` : `${name} (${invented})` },
  };
}

/** A project that the standard takes: what came faulty and was kept is left out of it, and told. */
export function writeSound(register: Register, project: Row<'project'>, options: Omit<WritingOptions, 'prefix'>) {
  const district = districtOf(register);
  const prefix = district ? prefixOf(district) : '';
  return withoutFaults(writeProject(register, project, { ...options, prefix }), `oc4ids-${prefix}-${project.id}`);
}

/** The projects of a register as an OC4IDS package without errors. Throws as {@link packageHead} does. */
export function writePackage(register: Register, options: Omit<WritingOptions, 'prefix'>): WrittenPackage {
  const head = packageHead(register, options);
  const sound = [...register.project.values()].map((project) => writeSound(register, project, options));
  const leftOut = sound.flatMap((each, at) =>
    each.leftOut.map((fault) => ({ ...fault, pointer: `${below('/projects', at)}${fault.pointer}` })),
  );
  return { document: { ...head, projects: sound.map(({ project }) => project) }, leftOut };
}

/**
 * The document that a project came in, with the projects that came in it, in their order: where nothing was changed it equals what came, faults and
 * all. Null where the project did not come from OC4IDS, or the reader does not know of its original.
 */
export function writeReceived(register: Register, project: string, options: Omit<WritingOptions, 'prefix'>): Json | null {
  const district = districtOf(register);
  const originals: readonly Row<'oc4ids_original'>[] = [...register.oc4ids_original.values()];
  const one = originals.find((row) => row.project === project);
  if (!district || !one || one.document === null) return null;
  const prefix = prefixOf(district);
  const together = originals.filter(({ came }) => came === one.came).sort((a, b) => a.position - b.position);
  const projects = together.flatMap((row) => {
    const held = register.project.get(row.project);
    return held ? [writeProject(register, held, { ...options, prefix })] : [];
  });
  if (one.head === null) return projects[0] ?? null;
  return { ...(isFields(one.head) ? one.head : {}), projects };
}
