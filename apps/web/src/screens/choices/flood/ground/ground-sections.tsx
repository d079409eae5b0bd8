import { useAsk } from '../../../../api/ask.ts';
import { useRow } from '../../../../api/edits.ts';
import { useGroundReading } from '../../../../api/ground-reading.ts';
import { FilesSection } from '../../../../record/evidence/files-section.tsx';
import { ReadingSection } from './reading-section.tsx';
import { RiverSection } from './river-section.tsx';

/** What the page of a ground model has: its file of heights, what stands in it, and its river taken from a file. */
export function GroundSections({ id }: { readonly id: string }) {
  return (
    <>
      <FilesSection subject={{ kind: 'ground', id }} />
      <OfGround id={id} />
    </>
  );
}

function OfGround({ id }: { readonly id: string }) {
  const row = useRow('ground', id).data;
  const files = useAsk('evidence', { query: { of: `ground:${id}` } }).data?.items;
  const file = files?.map((each) => each.id).join(' ') ?? '';
  const reading = useGroundReading(row && file !== '' ? { id, rev: row.rev, file } : null);
  if (!row || !files) return null;
  return (
    <>
      <ReadingSection row={row} hasFile={files.length > 0} query={reading} />
      <RiverSection row={row} />
    </>
  );
}
