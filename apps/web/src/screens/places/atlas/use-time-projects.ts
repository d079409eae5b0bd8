import type { Project } from '@westgate/contract';
import { useCommitment, useLastProjects, useProjectDetails, useSentence } from '../../../api/questions.ts';
import { chooseTimeProjects } from './time-axis-model.ts';
import type { AtlasState } from './use-atlas.ts';

/** Projects among which the strip chooses. */
const MOST_OF_SELECTION = 20;
const MOST = 200;
const NONE: readonly never[] = [];

/** The projects of the time strip: those of the selection, also while it is awaited, else those whose dates are best known. */
export function useTimeProjects(atlas: AtlasState): { readonly projects: readonly Project[]; readonly isOfSelection: boolean } {
  const wanted = useSelectedProjects(atlas);
  const last: readonly Project[] = useLastProjects(MOST, wanted === null).data?.items ?? NONE;
  const named = useProjectDetails((wanted ?? NONE).slice(0, MOST_OF_SELECTION));
  return { projects: chooseTimeProjects(wanted ? named : last, wanted), isOfSelection: wanted !== null };
}

function useSelectedProjects({ selected, selectedPlace, selectedThing }: AtlasState): readonly string[] | null {
  const idOf = (kind: string): string | null => (selectedThing?.kind === kind ? selectedThing.id : null);
  const [sentence, commitment, project] = [idOf('sentence'), idOf('commitment'), idOf('project')];
  const ofSentence = useSentence(sentence ?? '', sentence !== null).data;
  const ofCommitment = useCommitment(commitment ?? '', commitment !== null).data;
  if (selected?.kind === 'place') return selectedPlace?.projectIds ?? NONE;
  if (project !== null) return [project];
  if (sentence !== null) return ofSentence?.projectIds ?? NONE;
  if (commitment !== null) return ofCommitment?.projectIds ?? NONE;
  return selectedThing ? NONE : null;
}
