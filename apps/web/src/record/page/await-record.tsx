import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { saysMissing } from '../../api/client.ts';
import { useShownError } from '../../api/failed-answers.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useHistory } from '../../api/questions.ts';
import { Await, Loading } from '../../parts/await.tsx';
import { MissingRecord } from '../../parts/error-state.tsx';
import { GoneRecord } from './gone-record.tsx';

/** Shows a record when it is here; one that was taken out by its history, with the way back. */
export function AwaitRecord<Answer>({
  kind,
  id,
  query,
  children,
}: {
  readonly kind: FormKind;
  readonly id: string;
  readonly query: UseQueryResult<Answer>;
  readonly children: (answer: Answer) => ReactNode;
}) {
  const isMissing = saysMissing(query.error);
  useShownError(isMissing ? query.error : null);
  const history = useHistory(kind, id, isMissing);
  useShownError(isMissing && saysMissing(history.error) ? history.error : null);
  if (isMissing && history.isPending) return <Loading />;
  const goneBy = isMissing
    ? history.data?.items.find(({ changes }) => changes.some((each) => each.table === kind && each.key === id && each.kind === 'deleted'))
    : undefined;
  if (goneBy) return <GoneRecord kind={kind} id={id} deed={goneBy} />;
  if (isMissing) return <MissingRecord kind={kind} />;
  return <Await query={query}>{children}</Await>;
}
