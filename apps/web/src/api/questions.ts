import type {
  Commitment,
  CommitmentDetail,
  Coverage,
  Department,
  District,
  EventRecord,
  Figure,
  History,
  Indicator,
  IndicatorDetail,
  Links,
  MapBase,
  MapThings,
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
import { useAsOf } from '../frame/use-view.ts';
import { useAsk, useAskAll, useAskEach } from './ask.ts';
import { PATHS, type RecordKind } from './record-kinds.ts';

/** The district: names, axes, plans, units, ends of its time, mode. */
export const useDistrict = () => useAsk<District>('district', useAsOf());
/** How much of the plan is held fast, with every gap. */
export const useCoverage = () => useAsk<Coverage>('coverage', useAsOf());
/** All sentences of a plan, in order. */
export const useSentences = (document: string | undefined) => useAskAll<Sentence>('sentences', { ...useAsOf(), document });
/** All commitments of a plan (of all plans when undefined), in order. */
export const useCommitments = (document?: string) => useAskAll<Commitment>('commitments', { ...useAsOf(), document });
/** All places, projects, indicators, events, parks, departments, plans, sources. */
export const usePlaces = () => useAskAll<Place>('places', useAsOf());
export const useProjects = () => useAskAll<Project>('projects', useAsOf());
export const useIndicators = () => useAskAll<Indicator>('indicators', useAsOf());
export const useEvents = () => useAskAll<EventRecord>('events', useAsOf());
export const useSources = () => useAskAll<Source>('sources');

/** One record of each kind, with its evidence and figures. */
export const useSentence = (id: string) => useAsk<SentenceDetail>(`sentences/${encodeURIComponent(id)}`, useAsOf());
export const useCommitment = (id: string) => useAsk<CommitmentDetail>(`commitments/${encodeURIComponent(id)}`, useAsOf());
export const usePlace = (id: string) => useAsk<PlaceDetail>(`places/${encodeURIComponent(id)}`, useAsOf());
export const useProject = (id: string) => useAsk<ProjectDetail>(`projects/${encodeURIComponent(id)}`, useAsOf());
export const useIndicator = (id: string) => useAsk<IndicatorDetail>(`indicators/${encodeURIComponent(id)}`, useAsOf());
export const useEvent = (id: string) => useAsk<EventRecord>(`events/${encodeURIComponent(id)}`, useAsOf());
export const usePark = (id: string) => useAsk<Park>(`parks/${encodeURIComponent(id)}`, useAsOf());
export const useDepartment = (id: string) => useAsk<Department>(`departments/${encodeURIComponent(id)}`, useAsOf());

/** Several projects in full, those that are here already. */
function useProjectDetails(ids: readonly string[]): readonly ProjectDetail[] {
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

/** What a record is linked to, and the deeds that touched it. */
export const useLinks = (kind: RecordKind, id: string) => useAsk<Links>(`${PATHS[kind]}/${encodeURIComponent(id)}/links`, useAsOf());
export const useHistory = (kind: RecordKind, id: string) => useAsk<History>(`${PATHS[kind]}/${encodeURIComponent(id)}/history`);

/** What the map draws: the district's own things on a day, and the base under them. */
export const useMapThings = () => useAsk<MapThings>('map', useAsOf());
export const useMapBase = () => useAsk<MapBase>('map/base');

/** Records in which every word of `q` stands; not asked while `q` is empty. */
export const useSearchResult = (q: string, kind: string | undefined) =>
  useAsk<SearchResult>('search', { ...useAsOf(), q, kind, limit: 30 }, q !== '');
