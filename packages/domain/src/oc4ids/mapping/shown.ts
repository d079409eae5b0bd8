import { periodSpan } from '@westgate/base';
import { relationsOf } from '../../programme/relations.ts';
import { grouped } from '../../register/groups.ts';
import { registerMemo } from '../../register/memo.ts';
import type { Row } from '../../register/tables.ts';
import type { DatedValue } from '../../results/dated-value.ts';
import { evidenceOn } from '../../results/evidence.ts';
import { indicatorSeries } from '../../results/series.ts';
import { unitName } from '../../results/unit.ts';
import { isAddress } from '../standard/forms.ts';
import type { Fields } from '../standard/parts.ts';
import { filled, type ListEntry, type MappingEntry, saidIn, type Writing } from './entry.ts';
import { momentOf } from './values.ts';

/** Sources whose address leads to what was read. */
const LINKED: readonly string[] = ['official', 'press', 'encyclopedia', 'secondary', 'law', 'dataset'];

/** What was read for the project, and the files that prove something of it: their bytes stay here. */
const DOCUMENTS: ListEntry = {
  kind: 'list',
  path: ['documents'],
  says: { source: ['title', 'url', 'dated'], evidence: ['title_zh', 'title_en', 'media_type', 'sha256'] },
  fields: ['title', 'url', 'datePublished', 'format', 'description'],
  write: (at) => [...sourcesOf(at), ...filesOf(at)],
};

const filesByProject = registerMemo((register) =>
  grouped(
    [...register.evidence.values()].filter(({ subject_kind }) => subject_kind === 'project'),
    ({ subject_id }) => subject_id,
  ),
);

function sourcesOf({ register, project }: Writing): readonly { readonly key: string; readonly item: Fields }[] {
  const outcomes = evidenceOn(register, 'project', project.id).map(({ row }) => row.source);
  const named = [project.due_source, ...outcomes].filter((id) => id !== null);
  return [...new Set(named)].flatMap((id) => {
    const source = register.source.get(id);
    if (!source) return [];
    const isLinked = source.url !== null && LINKED.includes(source.kind) && isAddress(source.url);
    const [first, last] = source.dated === null ? [null, null] : periodSpan(source.dated);
    const datePublished = first !== null && first === last ? momentOf(first) : null;
    return [{ key: id, item: filled({ id, title: source.title, url: isLinked ? source.url : null, datePublished }) }];
  });
}

function filesOf({ register, project, language }: Writing): readonly { readonly key: string; readonly item: Fields }[] {
  return (filesByProject(register).get(project.id) ?? []).map((file) => ({
    key: file.id,
    item: filled({
      id: `evidence-${file.id}`,
      title: saidIn(file, 'title', language),
      format: file.media_type,
      description: `SHA-256 ${file.sha256}`,
    }),
  }));
}

/** What was measured of the indicators that measure the project. */
const METRICS: ListEntry = {
  kind: 'list',
  path: ['metrics'],
  says: { indicator: ['name_zh', 'name_en', 'unit', 'definition_zh', 'definition_en'], indicator_value: ['period', 'value'] },
  fields: ['title', 'description', 'observations'],
  write: (at) => measured(at, 'measured'),
};

/** Their targets. */
const FORECASTS: ListEntry = {
  kind: 'list',
  path: ['forecasts'],
  says: { indicator_value: ['period', 'value'] },
  fields: ['title', 'description', 'observations'],
  write: (at) => measured(at, 'targets'),
};

function measured(at: Writing, which: 'measured' | 'targets'): readonly { readonly key: string; readonly item: Fields }[] {
  const { register, project, language, asOf } = at;
  const links = relationsOf(register).to('project', project.id);
  const ids = new Set(
    links.flatMap(({ relation, from_kind, from_id }) => (relation === 'measures' && from_kind === 'indicator' ? from_id : [])),
  );
  return [...ids].flatMap((id) => {
    const series = indicatorSeries(register, id, asOf);
    // A value is known once its period is over; a target is known before.
    const values = series?.[which].filter(({ last }) => which === 'targets' || last <= asOf) ?? [];
    if (!series || values.length === 0) return [];
    const { indicator } = series;
    const observations = values.map((value, index) => observationOf(at, indicator, value, index + 1));
    const title = saidIn(indicator, 'name', language);
    return [{ key: id, item: filled({ id, title, description: saidIn(indicator, 'definition', language), observations }) }];
  });
}

function observationOf(
  { register, language }: Writing,
  { unit }: Row<'indicator'>,
  { row, first, last }: DatedValue,
  number: number,
): Fields {
  return filled({
    id: `${row.kind}-${row.period}-${number}`.replaceAll('/', '-'),
    period: { startDate: momentOf(first), endDate: momentOf(last) },
    measure: row.value,
    unit: { name: unitName(register, unit)[language] || unit },
    notes: saidIn(row, 'note', language),
  });
}

/** What the district shows of a project and takes from nobody's word. */
export const SHOWN: readonly MappingEntry[] = [DOCUMENTS, METRICS, FORECASTS];
