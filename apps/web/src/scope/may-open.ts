import { policy } from '@westgate/domain';
import { useDistrictFrame } from './district-context.ts';
import { useMay, useSignedIn } from './signed-in.ts';
import type { Way } from './view-search.ts';

/** What a screen does: to the records of some department, to those of all, or to the office. */
type Does = 'edit' | 'edit-all' | policy.OfficeAction;

/**
 * The screens that are there to change something, by the beginning of their address, with what they do. All others only show. Here alone is
 * said who may come to them: what leads there is offered to those, and who comes by an address is told.
 */
const DOES: readonly (readonly [prefix: string, does: Does])[] = [
  ['/new/', 'edit'],
  ['/edit/', 'edit'],
  ['/link/', 'edit'],
  ['/merge/', 'edit'],
  ['/take-out/', 'edit'],
  ['/settings', 'edit-all'],
  ['/plan/new', 'import'],
  ['/plan/sheet', 'import'],
  ['/plan/text', 'import'],
  ['/plan/review', 'draft'],
  ['/publish', 'publish'],
  ['/runs', 'publish'],
];
/** What is done on the start screen, by its way. */
const WAY_DOES: Readonly<Record<Way, Does>> = { new: 'import', bring: 'import', oc4ids: 'import', example: 'import', away: 'export' };

/** What a screen is there for; undefined where it only shows. */
export function doneAt(path: string, way?: Way): Does | undefined {
  return path === '/start' ? WAY_DOES[way ?? 'new'] : DOES.find(([prefix]) => path.startsWith(prefix))?.[1];
}

/** Gives whether whoever sits here may do what a screen is there for; on the start screen, what its `way` is there for. */
export function useMayOpen(): (path: string, way?: Way) => boolean {
  const may = useMay();
  const person = useSignedIn();
  const { isNone } = useDistrictFrame();
  return (path, way) => {
    const does = doneAt(path, way);
    // Where nothing is held yet, nobody is kept from beginning; the server judges.
    if (does === undefined || !person || isNone) return true;
    if (does === 'edit') return policy.reachesSome(person, 'edit');
    return does === 'edit-all' ? policy.reachesAll(person, 'edit') : may(does);
  };
}
