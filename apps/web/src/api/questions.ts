import { useMutation } from '@tanstack/react-query';
import type { Figure, GateBoard, MapMark, ProjectDetail, QueryOf, SentenceDetail, Span } from '@westgate/contract';
import type { PlainKind } from '@westgate/domain';
import { useDistrictFrame, usePlanShown, useScope } from '../scope/district-context.ts';
import { useAsOf } from '../scope/use-view.ts';
import { useAsk, useAskAll, useAskEach, useAskPages, useAskWhole } from './ask.ts';
import { ask } from './client.ts';
import type { RecordKind, ToldKind } from './form-kinds.ts';

/** The district: names, axes, plans, units, mode. */
export const useDistrict = () => useAsk('district', { query: useAsOf() });
/** The first and last day that evidence, due dates and events name; today until they are known. */
export function useSpan(): Span {
  const { today } = useDistrictFrame().district;
  return useAsk('span').data ?? { from: today, to: today };
}
/** Every indicator of the plan shown, with how it stands. */
export const useIndicatorBoard = () => useAsk('indicator-board', { query: useScope() });
/** The health check of the district, or of a place in it. */
export const useHealthCheck = (place: string | undefined) =>
  useAsk('health-check', { query: { ...useAsOf(), ...(place ? { place } : {}) } });
/** An indicator in each survey unit. */
export const useCheckUnits = (id: string, place: string | undefined) =>
  useAsk('check-units', { params: { id }, query: { ...useAsOf(), ...(place ? { place } : {}) } });
/** Every park of the plan shown with its space, and its offers ranked for a need as the address writes it. */
export const useSpaceBoard = (need: string | undefined) => useAsk('space-board', { query: { ...useScope(), ...(need ? { need } : {}) } });
/** What was agreed on at an event, and what became of it. */
export const useEventDeals = (id: string) => useAsk('event-deals', { params: { id }, query: useAsOf() });
/** What must be ready before an event, counted back from its opening. */
export const useEventReadiness = (id: string, isWanted = true) => useAsk('event-readiness', { params: { id }, query: useAsOf() }, isWanted);
/** Who wrote feedback, for who may answer it. */
export const useFeedbackSender = (id: string) => useAsk('feedback-sender', { params: { id } });
/** The industries of the district: tiers, reviews and the matrix, on the axis asked for. */
export const useIndustryBoard = (axis: string | undefined) => useAsk('industry-board', { query: { ...useAsOf(), axis } });
/** The issues that name a record, the first hundred. */
export const useIssuesOf = (kind: 'indicator' | 'commitment' | 'project' | 'place', id: string) =>
  useAsk('issues', { query: { ...useAsOf(), [kind]: id, limit: 100 } });
/** One meeting. */
export const useMeeting = (id: string) => useAsk('meeting', { params: { id }, query: useAsOf() });
/** What a meeting decided. */
export function useDecisionsOf(meeting: string) {
  const query = { ...useAsOf(), meeting };
  return useAskAll('decisions', { query });
}
/** How much of the plan shown is held fast, with every gap; of the plan named, where one is. */
export const useCoverage = (plan?: string) => useAsk('coverage', { query: { ...useScope(), ...(plan ? { plan } : {}) } });
/** The same of all plans. */
export const useWholeCoverage = () => useAsk('coverage', { query: useAsOf() });
/** The held values of the plan shown that would be refused today. */
export const useHeldFaults = () => useAsk('held-faults', { query: useScope() });
/** What is missing by one name, page by page: of commitments, of places and the like, or of all. */
export const useGaps = (gap: string, of: string | undefined) => useAskPages('gaps', { query: { ...useScope(), gap, of } }, true);
/** The commitments of the plan shown under the values of an axis, with their projects. */
export const useAxisTree = (axis: string) => useAsk('axis', { params: { axis }, query: useScope() });
/** Everything of the plan shown under a value of an axis. */
export const useGathering = (axis: string, value: string) => useAsk('gathering', { params: { axis, value }, query: useScope() });
/** Everything of the plan shown in a place and its members. */
export const usePlaceGathering = (id: string) => useAsk('place-gathering', { params: { id }, query: useScope() });
/** The plan shown on one sheet for whoever leads the district. */
export const useLeaderPage = () => useAsk('leader-page', { query: useScope() });
/** All sentences of a plan, in order. */
export const useSentences = (document: string | undefined, isWanted = true) =>
  useAskAll('sentences', { query: { ...useAsOf(), document } }, isWanted);
/** All commitments of a plan, in order. */
export const useCommitments = (document: string) => useAskAll('commitments', { query: { ...useAsOf(), document } });
/** All places, projects, indicators, departments, sources, whatever plan they belong to. */
export const usePlaces = () => useAskAll('places', { query: useAsOf() });
export const useProjects = () => useAskAll('projects', { query: useAsOf() });
export const useIndicators = () => useAskAll('indicators', { query: useAsOf() });
export const useDepartments = () => useAskAll('departments', { query: useAsOf() });

/** One record of each kind, with its evidence and figures. */
export const useSentence = (id: string, isWanted = true) => useAsk('sentence', { params: { id }, query: useAsOf() }, isWanted);
export const useCommitment = (id: string, isWanted = true) => useAsk('commitment', { params: { id }, query: useAsOf() }, isWanted);
export const usePlace = (id: string, isWanted = true) => useAsk('place', { params: { id }, query: useAsOf() }, isWanted);
export const useProject = (id: string) => useAsk('project', { params: { id }, query: useAsOf() });
export const useIndicator = (id: string) => useAsk('indicator', { params: { id }, query: useAsOf() });
export const usePlain = (kind: PlainKind, id: string) => useAsk(kind, { params: { id }, query: useAsOf() });

/** Comments on what belongs to the plan shown that mention whoever is signed in, or the department. */
export const useMentions = (department: string | undefined) => useAsk('mentions', { query: { ...usePlanShown(), department } });

/** The dates of a project, what it waits for and what waits for it. */
export const useProjectDates = (id: string, isWanted = true) => useAsk('project-dates', { params: { id }, query: useAsOf() }, isWanted);

/** The components of a project, with the stage that follows from theirs. */
export const useProjectComponents = (id: string) => useAsk('project-components', { params: { id }, query: useAsOf() });

/** Where a project stands among its gates on the day shown. */
export const useGateStanding = (id: string) => useAsk('project-gates', { params: { id }, query: useAsOf() });

/** Every project of the plan shown with its open gate, asked page by page. */
export const useGateBoard = () => useAskWhole('gates', { query: useScope() }, joinedBoards);

/** What a day begins with, for one department or all, or for what one person answers for. */
export const useToday = (asked: { readonly department: string | undefined; readonly person: string | undefined; readonly limit: number }) =>
  useAsk('today', { query: { ...useScope(), ...asked } });

/** What wants looking at, with its causes. */
export const useExceptions = (asked: QueryOf<'exceptions'>) => useAsk('exceptions', { query: { ...useScope(), ...asked } });

/** What stands around the rows of a month: how many are missing, which reports froze it. */
export const useMonthlySheet = (month: string | undefined, department: string | undefined) =>
  useAsk('monthly', { query: { ...useScope(), month, department } });

/** The money of one project, its months, and the one that is to be reported: that of the day shown where none is named. */
export const useProjectMoney = (id: string, month?: string) => useAsk('project-money', { params: { id }, query: { ...useAsOf(), month } });

/** The programme on one sheet, against an earlier day. */
export const useBrief = (since: string | undefined) => useAsk('brief', { query: { ...useScope(), since } });

/** Changes that wait for the programme office, and the columns that are changed by a proposal. */
export const usePendingChanges = (asked: QueryOf<'pending-changes'>, isWanted = true) =>
  useAsk('pending-changes', { query: asked }, isWanted);

/** Matters under supervision about records of the plan shown that fit what is asked. */
export const useMatters = (asked: QueryOf<'supervision'>) => useAsk('supervision', { query: { ...useScope(), ...asked } });

/** Matters under supervision about one record. */
export const useMattersOf = (of: string) => useAsk('supervision', { query: { ...useAsOf(), of, limit: 500 } });

/** One matter with its steps. */
export const useMatter = (id: string, isWanted = true) => useAsk('matter', { params: { id }, query: useAsOf() }, isWanted);

/** Several projects in full, those that are here already. */
export function useProjectDetails(ids: readonly string[]): readonly ProjectDetail[] {
  const query = useAsOf();
  return useAskEach(
    'project',
    ids.map((id) => ({ params: { id }, query })),
  );
}

/** The figures shown of a place: its own, then those of the projects that stand on it. */
export function useFiguresOfPlace(place: { readonly id: string; readonly projectIds: readonly string[] }): readonly Figure[] {
  const own = usePlace(place.id).data?.figures ?? [];
  return [...own, ...useProjectDetails(place.projectIds).flatMap((project) => project.figures)];
}

/** Several sentences in full, those that are here already. */
export function useSentencesNamed(ids: readonly string[]): readonly SentenceDetail[] {
  const query = useAsOf();
  return useAskEach(
    'sentence',
    ids.map((id) => ({ params: { id }, query })),
  );
}

/** The first sentences of the plan shown. */
export const useFirstSentences = (limit: number) => useAsk('sentences', { query: { ...useScope(), limit } });
/** The projects of the plan shown that are due last, at most `limit`. */
export const useLastProjects = (limit: number, isWanted: boolean) =>
  useAsk('projects', { query: { ...useScope(), sort: '-due', limit } }, isWanted);

/** What a record is linked to, and the deeds that touched it. */
export const useLinks = (kind: RecordKind, id: string) => useAsk(`${kind}-links`, { params: { id }, query: useAsOf() });
export const useHistory = (kind: ToldKind, id: string, isWanted = true) => useAsk(`${kind}-history`, { params: { id } }, isWanted);

/** The frame of the map on a day: what it opens on, its letters, the versions of its tiles. */
export const useMapSheet = () => useAsk('map-sheet', { query: useAsOf() });
/** The version of the tiles of the places of the plan shown: with it a browser keeps them. */
export const useThingsVersion = () => useAsk('map-sheet', { query: useScope() }).data?.versions.things;
/** What the legend counts of the places that pass the filter, in a box or everywhere. */
export const useMapCounts = (filter: QueryOf<'map-counts'>, bbox: string | undefined) =>
  useAsk('map-counts', { query: { ...useScope(), ...filter, bbox } });
/** The places a sentence, commitment or project lights up; not asked while nothing does. */
export const useMarksOf = (of: string | null) => useAsk('map-marks', { query: { ...useAsOf(), of: of ?? undefined } }, of !== null);

/** Most ids in one question. */
const IDS_AT_ONCE = 100;

/** Places by their ids as the map draws them; null until all are here. */
export function useMarks(ids: readonly string[]): readonly MapMark[] | null {
  const asOf = useAsOf();
  const chunks = Array.from({ length: Math.ceil(ids.length / IDS_AT_ONCE) }, (_, index) =>
    ids.slice(index * IDS_AT_ONCE, (index + 1) * IDS_AT_ONCE).join(','),
  );
  const answers = useAskEach(
    'map-marks',
    chunks.map((ids) => ({ query: { ...asOf, ids } })),
  );
  return answers.length === chunks.length ? answers.flatMap(({ items }) => items) : null;
}

/** Places of the map's filter, in the table's order, page by page. */
export const usePlacePages = (asked: QueryOf<'places'>, isWanted: boolean) =>
  useAskPages('places', { query: { ...useScope(), ...asked } }, isWanted);

/** Records in which every word of `q` stands; not asked while `q` is empty. */
export const useSearchResult = (q: string, kind: string | undefined) =>
  useAsk('search', { query: { ...useScope(), q, kind, limit: 30 } }, q !== '');

function joinedBoards(before: GateBoard, after: GateBoard): GateBoard {
  const names = new Map([...before.asked, ...after.asked].map((each) => [each.id, each]));
  return { ...after, items: [...before.items, ...after.items], asked: [...names.values()] };
}

/** Computes the hash of a report anew, when asked. */
export function useCheckReport() {
  return useMutation({ mutationFn: (number: number) => ask('check-report', { params: { number } }) });
}
