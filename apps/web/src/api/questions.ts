import type {
  AxisTree,
  Commitment,
  CommitmentDetail,
  Coverage,
  Department,
  District,
  EventRecord,
  Figure,
  Gap,
  HeldFaults,
  History,
  Indicator,
  IndicatorDetail,
  Links,
  MapCounts,
  MapMark,
  MapMarks,
  MapSheet,
  Page,
  Park,
  Place,
  PlaceDetail,
  Project,
  ProjectDetail,
  SearchResult,
  Sentence,
  SentenceDetail,
  Source,
} from '@westgate/contract';
import { useScope } from '../frame/use-scope.ts';
import { useAsOf } from '../frame/use-view.ts';
import { TOLD_PATHS, type ToldKind } from '../record/form/form-kinds.ts';
import { useAsk, useAskAll, useAskEach, useAskPages } from './ask.ts';
import type { Params } from './client.ts';
import { PATHS, type RecordKind } from './record-kinds.ts';

/** The district: names, axes, plans, units, ends of its time, mode. */
export const useDistrict = () => useAsk<District>('district', useAsOf());
/** How much of the plan shown is held fast, with every gap; of the plan named, where one is. */
export const useCoverage = (plan?: string) => useAsk<Coverage>('coverage', { ...useScope(), ...(plan ? { plan } : {}) });
/** The same of all plans. */
export const useWholeCoverage = () => useAsk<Coverage>('coverage', useAsOf());
/** The held values of the plan shown that would be refused today. */
export const useHeldFaults = () => useAsk<HeldFaults>('held-faults', useScope());
/** The same of one record. */
export const useHeldFaultsOf = (kind: string, id: string) => useAsk<HeldFaults>('held-faults', { of: `${kind}:${id}` });
/** What is missing by one name, page by page: of commitments, of places and the like, or of all. */
export const useGaps = (gap: string, of: string | undefined) => useAskPages<Gap>('gaps', { ...useScope(), gap, of }, true);
/** The commitments of the plan shown under the values of an axis, with their projects. */
export const useAxisTree = (axis: string) => useAsk<AxisTree>(`axes/${encodeURIComponent(axis)}`, useScope());
/** All sentences of a plan, in order. */
export const useSentences = (document: string | undefined, isWanted = true) =>
  useAskAll<Sentence>('sentences', { ...useAsOf(), document }, isWanted);
/** All commitments of a plan, in order. */
export const useCommitments = (document: string) => useAskAll<Commitment>('commitments', { ...useAsOf(), document });
/** All places, projects, indicators, departments, sources, whatever plan they belong to. */
export const usePlaces = () => useAskAll<Place>('places', useAsOf());
export const useProjects = () => useAskAll<Project>('projects', useAsOf());
export const useIndicators = () => useAskAll<Indicator>('indicators', useAsOf());
export const useDepartments = () => useAskAll<Department>('departments', useAsOf());
export const useSources = () => useAskAll<Source>('sources');

/** Every list of the plan shown; each undefined until it is here. */
export function useListsOfPlan() {
  const scope = useScope();
  return {
    sentences: useAskAll<Sentence>('sentences', scope).data,
    commitments: useAskAll<Commitment>('commitments', scope).data,
    places: useAskAll<Place>('places', scope).data,
    projects: useAskAll<Project>('projects', scope).data,
    indicators: useAskAll<Indicator>('indicators', scope).data,
    events: useAskAll<EventRecord>('events', scope).data,
    parks: useAskAll<Park>('parks', scope).data,
    departments: useAskAll<Department>('departments', scope).data,
    sources: useAskAll<Source>('sources', scope).data,
  };
}

/** One record of each kind, with its evidence and figures. */
export const useSentence = (id: string, isWanted = true) =>
  useAsk<SentenceDetail>(`sentences/${encodeURIComponent(id)}`, useAsOf(), isWanted);
export const useCommitment = (id: string, isWanted = true) =>
  useAsk<CommitmentDetail>(`commitments/${encodeURIComponent(id)}`, useAsOf(), isWanted);
export const usePlace = (id: string, isWanted = true) => useAsk<PlaceDetail>(`places/${encodeURIComponent(id)}`, useAsOf(), isWanted);
export const useProject = (id: string) => useAsk<ProjectDetail>(`projects/${encodeURIComponent(id)}`, useAsOf());
export const useIndicator = (id: string) => useAsk<IndicatorDetail>(`indicators/${encodeURIComponent(id)}`, useAsOf());
export const useEvent = (id: string) => useAsk<EventRecord>(`events/${encodeURIComponent(id)}`, useAsOf());
export const usePark = (id: string) => useAsk<Park>(`parks/${encodeURIComponent(id)}`, useAsOf());
export const useDepartment = (id: string) => useAsk<Department>(`departments/${encodeURIComponent(id)}`, useAsOf());

/** Several projects in full, those that are here already. */
export function useProjectDetails(ids: readonly string[]): readonly ProjectDetail[] {
  return useAskEach<ProjectDetail>(
    ids.map((id) => `projects/${encodeURIComponent(id)}`),
    useAsOf(),
  );
}

/** The figures shown of a place: its own, then those of the projects that stand on it. */
export function useFiguresOfPlace(place: { readonly id: string; readonly projectIds: readonly string[] }): readonly Figure[] {
  const own = usePlace(place.id).data?.figures ?? [];
  return [...own, ...useProjectDetails(place.projectIds).flatMap((project) => project.figures)];
}

/** Several sentences in full, those that are here already. */
export function useSentencesNamed(ids: readonly string[]): readonly SentenceDetail[] {
  return useAskEach<SentenceDetail>(
    ids.map((id) => `sentences/${encodeURIComponent(id)}`),
    useAsOf(),
  );
}

/** The first sentences of the plan shown. */
export const useFirstSentences = (limit: number) => useAsk<Page<Sentence>>('sentences', { ...useScope(), limit });
/** The projects of the plan shown that are due last, at most `limit`. */
export const useLastProjects = (limit: number, isWanted: boolean) =>
  useAsk<Page<Project>>('projects', { ...useScope(), sort: '-due', limit }, isWanted);

/** What a record is linked to, and the deeds that touched it. */
export const useLinks = (kind: RecordKind, id: string) => useAsk<Links>(`${PATHS[kind]}/${encodeURIComponent(id)}/links`, useAsOf());
export const useHistory = (kind: ToldKind, id: string, isWanted = true) =>
  useAsk<History>(`${TOLD_PATHS[kind]}/${encodeURIComponent(id)}/history`, {}, isWanted);

/** The frame of the map on a day: what it opens on, its letters, the versions of its tiles. */
export const useMapSheet = () => useAsk<MapSheet>('map/sheet', useAsOf());
/** The version of the tiles of the places of the plan shown: with it a browser keeps them. */
export const useThingsVersion = () => useAsk<MapSheet>('map/sheet', useScope()).data?.versions.things;
/** What the legend counts of the places that pass the filter, in a box or everywhere. */
export const useMapCounts = (filter: Params, bbox: string | undefined) =>
  useAsk<MapCounts>('map/counts', { ...useScope(), ...filter, bbox });
/** The places a sentence, commitment or project lights up; not asked while nothing does. */
export const useMarksOf = (of: string | null) => useAsk<MapMarks>('map/marks', { ...useAsOf(), of: of ?? undefined }, of !== null);

/** Most ids in one question. */
const IDS_AT_ONCE = 100;

/** Places by their ids as the map draws them; null until all are here. */
export function useMarks(ids: readonly string[]): readonly MapMark[] | null {
  const asOf = useAsOf();
  const chunks = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, index) =>
    ids.slice(index * IDS_AT_ONCE, (index + 1) * IDS_AT_ONCE).join(','),
  );
  const answers = useAskEach<MapMarks>(
    chunks.map((chunk) => `map/marks?ids=${encodeURIComponent(chunk)}`),
    asOf,
  );
  return answers.length === chunks.length ? answers.flatMap(({ items }) => items) : null;
}

/** Places of the map's filter, in the table's order, page by page. */
export const usePlacePages = (asked: Params, isWanted: boolean) => useAskPages<Place>('places', { ...useScope(), ...asked }, isWanted);

/** Records in which every word of `q` stands; not asked while `q` is empty. */
export const useSearchResult = (q: string, kind: string | undefined) =>
  useAsk<SearchResult>('search', { ...useScope(), q, kind, limit: 30 }, q !== '');
