import type { GateStanding, Rung } from '@westgate/contract';
import { useSay, useWords } from '../../../messages/words.ts';
import { CopyText } from '../../../parts/copy-text.tsx';
import { useDistrictFrame } from '../../../scope/district-context.ts';
import { useSaySupplier } from './use-say-supplier.ts';

/** What keeps the open gate closed and who can supply each, as a message for a chat. Nothing where nothing is missing. */
export function GateMessage({ standing: { project, missing }, rung }: { readonly standing: GateStanding; readonly rung: Rung }) {
  const word = useWords();
  const say = useSay();
  const saySupplier = useSaySupplier();
  const { district } = useDistrictFrame();
  if (missing === null || missing.length === 0) return null;
  const needs = rung.needs.filter(({ requirement }) => missing.includes(requirement.id));
  const lines = [
    word('message.gate', {
      district: say(district.name),
      project: say(project.name) || project.id,
      gate: say(rung.gate.name),
      count: missing.length,
    }),
    ...needs.map(({ requirement, supplier }) =>
      word('message.gateLine', { name: say(requirement.name) || requirement.id, who: saySupplier(supplier) }),
    ),
  ];
  return <CopyText lines={lines} path={`/projects/${encodeURIComponent(project.id)}`} of={say(rung.gate.name)} />;
}
