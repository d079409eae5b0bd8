import { type AnyRow, fieldsOf, monthAfter, type Register, registerOf, type TableName } from '@westgate/domain';
import { seeded } from '../seeded.ts';

/** A district with seeded projects, amounts and months of 2024: some led, some not, some reported, some not. */
export function moneyLedger(seed: number): Register {
  const random = seeded(seed);
  const pick = (count: number): number => Math.floor(random() * count);
  const projects = Array.from({ length: 2 + pick(8) }, (_, index) => `p${index}`);
  const departments = ['d0', 'd1'];
  const months = projects.flatMap((project) => {
    let fen = pick(1_000_000);
    return Array.from({ length: 8 }, (_, index) => monthAfter('2023-12', index)).flatMap((month) => {
      fen += pick(2_000_000_000);
      const isKnown = pick(5) > 0;
      const isReported = pick(4) > 0 || (project === 'p0' && month === '2024-06');
      const words = { words_zh: `${project} 施工`, problem_zh: pick(3) ? null : `${project} 缺图`, level: pick(3) ? 'none' : 'district' };
      return isReported ? [{ project, month, completed_fen: isKnown ? fen : null, reported_on: `${month}-28`, ...words }] : [];
    });
  });
  const amounts = projects.flatMap((project) =>
    [null, 2024].flatMap((year) => (pick(3) ? [{ id: `${project}-${year}`, project, year, amount_fen: pick(9e12), source: 'S1' }] : [])),
  );
  return registerOf({
    district: [rowOf('district', { id: 'own', name_zh: '自有区', name_en: 'Own district', languages: ['zh', 'en'], axes: [], units: {} })],
    source: [rowOf('source', { id: 'S1', title: 'A letter' })],
    department: departments.map((id) => rowOf('department', { id, name_zh: `${id} 局`, name_en: `Office ${id}` })),
    project: projects.map((id) =>
      rowOf('project', { id, name_zh: `${id} 项目`, name_en: `Project ${id}`, lead: pick(4) ? departments[pick(2)] : null }),
    ),
    planned_amount: amounts.map((cells) => rowOf('planned_amount', cells)),
    monthly_progress: months.map((cells) => rowOf('monthly_progress', cells)),
  });
}

function rowOf(table: TableName, cells: Readonly<Record<string, unknown>>): AnyRow {
  const empty = Object.entries(fieldsOf(table)).map(([name, { kind, optional, values }]) => [
    name,
    kind === 'list' ? [] : optional ? null : (values?.[0] ?? ''),
  ]);
  return { ...Object.fromEntries(empty), ...cells, rev: 1 };
}
