import { lazy, Suspense } from 'react';
import { withRoom } from '../../../../messages/room-words.ts';

/** With the texts of the flood lab, which come with its screens alone. */
const AdoptionsSection = lazy(async () => ({
  default: (await withRoom('flood', () => import('./adoptions-section.tsx'))).AdoptionsSection,
}));

/** The adoptions of a project or a case, as their pages show them: they come after the page. */
export function Adoptions(asked: { readonly of: 'case' | 'project'; readonly id: string }) {
  return (
    <Suspense fallback={null}>
      <AdoptionsSection {...asked} />
    </Suspense>
  );
}
