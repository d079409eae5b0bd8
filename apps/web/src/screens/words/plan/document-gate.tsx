import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useAsk } from '../../../api/ask.ts';
import { AwaitRecord } from '../../../record/page/await-record.tsx';

const route = getRouteApi('/documents/$id');

/** The address of a document: the plan with its text, or what became of it where it was taken out. */
export function DocumentGate() {
  const { id } = route.useParams();
  const query = useAsk('document', { params: { id } });
  return (
    <AwaitRecord kind="document" id={id} query={query}>
      {() => <Navigate to="/plan" search={{ doc: id }} replace />}
    </AwaitRecord>
  );
}
