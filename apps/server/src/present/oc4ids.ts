import { noSuch, WestgateError } from '@westgate/base';
import type { Oc4idsImportReport, ProjectOc4ids } from '@westgate/contract';
import { countChanges, type Deed, type Oc4idsImport } from '@westgate/desk';
import { oc4idsId, originalOf, packageHead, prefixOf, type Register, type Row, unsaidOf, unusedOf, writeSound } from '@westgate/domain';
import { firstLanguage, type View } from '../view/view.ts';

type Lang = 'zh' | 'en';
const MOST_SHOWN = 500;

/** The projects of a register as the text of a package, project by project. */
export function* packagePieces(register: Register, options: { readonly language: Lang; readonly asOf: View['asOf'] }): Generator<string> {
  const head = packageHead(register, options);
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "projects": [\n`;
  let before = '';
  for (const project of register.project.values()) {
    yield `${before}${JSON.stringify(writeSound(register, project, options).project)}`;
    before = ',\n';
  }
  yield '\n ]\n}\n';
}

/** A project as it stands to the standard. Throws `WG_NOT_FOUND`. */
export function projectOc4idsIn(view: View, id: string): ProjectOc4ids {
  const { register, asOf } = view;
  const rows: ReadonlyMap<string, Row<'project'>> = register.project;
  const project = rows.get(id);
  const [district] = register.district.values();
  if (!project || !district) throw new WestgateError('WG_NOT_FOUND', noSuch('project', id), { kind: 'project', id });
  const original = originalOf(register, id);
  const { columns, records } = unsaidOf(register, project);
  const unused = unusedOf(register, id);
  const oc4id = oc4idsId(register, id, prefixOf(district));
  return {
    id: oc4id,
    isRegistered: district.oc4ids_prefix !== null || !oc4id.startsWith(`oc4ids-${prefixOf(district)}-`),
    came: original ? { fileName: original.file_name, on: original.came_on } : null,
    unused: unused === null ? null : JSON.stringify(unused, null, 2),
    columns: columns.map((column) => ({ ...column })),
    records: records.map((record) => ({ ...record })),
    leftOut: writeSound(register, project, { language: firstLanguage(view), asOf }).leftOut.map((fault) => ({ ...fault })),
    name: { zh: project.name_zh, en: project.name_en },
  };
}

/** What taking in a document did, or would do. */
export function oc4idsReportOf(
  { projects, faults, errors, remarks, changes, deed }: Oc4idsImport & { readonly deed: Deed | null },
  dryRun: boolean,
): Oc4idsImportReport {
  const inOrder = [...faults.filter(({ weight }) => weight === 'error'), ...faults.filter(({ weight }) => weight === 'remark')];
  return {
    stored: deed !== null,
    dryRun,
    seq: deed?.seq ?? null,
    changeCount: changes.length,
    tables: countChanges(changes).map((table) => ({ ...table })),
    projects: projects.slice(0, MOST_SHOWN).map((project) => ({ ...project, unused: [...project.unused] })),
    projectCount: projects.length,
    faults: inOrder.slice(0, MOST_SHOWN).map((fault) => ({ ...fault })),
    errors,
    remarks,
  };
}
