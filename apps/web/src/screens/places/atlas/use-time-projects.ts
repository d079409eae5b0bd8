import type { Project } from '@westgate/contract';
import { useProjects } from '../../../api/questions.ts';
import { chooseTimeProjects } from './time-axis-model.ts';
import type { AtlasState } from './use-atlas.ts';

const NONE: readonly Project[] = [];

/** The projects of the time strip: those of the selection, else those whose dates are best known. */
export function useTimeProjects(atlas: AtlasState): { readonly projects: readonly Project[]; readonly isOfSelection: boolean } {
  const all: readonly Project[] = useProjects().data ?? NONE;
  const wanted = idsOfSelection(atlas);
  return { projects: chooseTimeProjects(all, wanted), isOfSelection: wanted !== null };
}

function idsOfSelection({ selectedPlace, selectedThing, lit, sentences }: AtlasState): readonly string[] | null {
  if (selectedPlace) return selectedPlace.projectIds;
  if (selectedThing?.kind === 'project') return [selectedThing.id];
  if (selectedThing?.kind === 'sentence') return sentences.get(selectedThing.id)?.projectIds ?? [];
  return selectedThing ? lit.flatMap((place) => place.projectIds) : null;
}
