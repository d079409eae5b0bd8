import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { saysMissing } from '../../api/client.ts';
import { useShownError } from '../../api/failed-answers.ts';
import type { FormKind } from '../../api/form-kinds.ts';
import { useHistory } from '../../api/questions.ts';
import { Await, Loading } from '../../parts/await.tsx';
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
  if (isMissing && history.isPending) return <Loading />;
  const goneBy = isMissing
    ? history.data?.items.find(({ changes }) => changes.some((each) => each.table === kind && each.key === id && each.kind === 'deleted'))
    : undefined;
  if (goneBy) return <GoneRecord kind={kind} id={id} deed={goneBy} />;
  return <Await query={query}>{children}</Await>;
}
