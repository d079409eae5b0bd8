import type { Conflict, RecordRow } from '@westgate/contract';
import type { FloodDesign } from '@westgate/domain';
import { useRef, useState } from 'react';
import { ProblemError, parseConflict } from '../../../../api/client.ts';
import { useDeedDesk } from '../../../../api/deed-notice.ts';
import { useReviseRecord } from '../../../../api/edits.ts';
import { serverFaults } from '../../../../record/form/server-faults.ts';
import { useKeyOf } from '../../../../record/use-key-of.ts';
import {
  brokenRules,
  broughtOnto,
  type Change,
  changesOf,
  faultPlace,
  type PartClash,
  type PlacedPart,
  withoutPart,
  withPart,
} from './design-draft.ts';

/** What the server refused of a design: at a part, or as a whole. */
type Refused = { readonly at: ReturnType<typeof faultPlace>; readonly error: Error };

/** The design of a case as it is drafted on the screen, until all of it is saved as one change. */
export interface DesignDraft {
  readonly draft: FloodDesign;
  readonly saved: FloodDesign;
  readonly changes: ReadonlyMap<string, Change>;
  /** Rules of the draft whose gate, gauge or storage area is gone. */
  readonly broken: readonly string[];
  readonly refused: Refused | null;
  readonly clashing: { readonly conflict: Conflict; readonly clashes: readonly PartClash[]; readonly isTaken: boolean } | null;
  readonly isPending: boolean;
  readonly tries: number;
  readonly put: (key: string | null, part: PlacedPart) => void;
  readonly remove: (part: PlacedPart) => void;
  /** Puts a part back as it is saved. */
  readonly restore: (part: PlacedPart) => void;
  /** Takes what stands with the other officer. */
  readonly take: (clash: PartClash) => void;
  readonly discard: () => void;
  readonly save: (who: string) => void;
}

/** The design of a row; the one place where a column of a row is taken to be a design: the server checked it. */
export function designOf({ fields }: Pick<RecordRow, 'fields'>): FloodDesign {
  return fields.design as unknown as FloodDesign;
}

/** Drafts the design of a case. What others save comes in by itself while nothing is drafted; else it is met when the draft is saved. */
export function useDesignDraft(row: RecordRow): DesignDraft {
  const [base, setBase] = useState(() => ({ design: designOf(row), rev: row.rev }));
  const [draft, setDraft] = useState(base.design);
  const [clashing, setClashing] = useState<DesignDraft['clashing']>(null);
  const [tries, setTries] = useState(0);
  const { tell } = useDeedDesk();
  const revise = useReviseRecord();
  const keyOf = useKeyOf();
  const held = useRef(row);
  held.current = row;
  const changes = changesOf(base.design, draft);
  const bring = ({ fields, rev }: RecordRow): void => {
    setBase({ design: designOf({ fields }), rev });
    setDraft(designOf({ fields }));
  };
  if (changes.size === 0 && row.rev !== base.rev && !revise.isPending) bring(row);

  const meet = (error: Error): void => {
    const conflict = parseConflict(error);
    if (!conflict) return;
    if (conflict.row === null) {
      setClashing({ conflict, clashes: [], isTaken: false });
      return;
    }
    const theirs = designOf({ fields: conflict.row });
    const brought = broughtOnto(base.design, draft, theirs);
    const isTaken = changesOf(base.design, theirs).size > brought.clashes.length;
    setBase({ design: theirs, rev: conflict.rev ?? base.rev });
    setDraft(brought.design);
    setClashing({ conflict, clashes: brought.clashes, isTaken });
  };
  const broken = brokenRules(draft);
  const save = (who: string): void => {
    setTries(tries + 1);
    revise.reset();
    if (broken.length > 0) return;
    const request = { kind: 'flood_case' as const, id: row.key, rev: base.rev, fields: { design: draft }, who, reason: '' };
    revise.mutate(
      { ...request, key: keyOf(request) },
      {
        onSuccess: ({ seq }) => {
          tell(seq);
          setClashing(null);
          bring(held.current);
        },
        onError: meet,
      },
    );
  };
  const { error } = revise;
  const isConflict = error !== null && parseConflict(error) !== null;
  return {
    draft,
    saved: base.design,
    changes,
    broken,
    refused: error === null || isConflict ? null : { at: placeOf(draft, error), error },
    clashing,
    isPending: revise.isPending,
    tries,
    put: (key, part) => setDraft((before) => withPart(before, key, part)),
    remove: (part) => setDraft((before) => withoutPart(before, part)),
    restore: (part) => setDraft((before) => withPart(before, part.key, part)),
    take: ({ key, theirs }) => setDraft((before) => taken(before, key, theirs)),
    discard: () => {
      revise.reset();
      setClashing(null);
      bring(held.current);
    },
    save,
  };
}

function taken(design: FloodDesign, key: string, theirs: PlacedPart | null): FloodDesign {
  if (theirs) return withPart(design, key, theirs);
  const [list, id] = [key.slice(0, key.indexOf(':')), key.slice(key.indexOf(':') + 1)];
  const held = (design as unknown as Readonly<Record<string, readonly { readonly id: string }[]>>)[list] ?? [];
  return { ...design, [list]: held.filter((each) => each.id !== id) };
}

/** The part that a refusal names; null where it names none. */
function placeOf(design: FloodDesign, error: Error): ReturnType<typeof faultPlace> {
  const [fault] = serverFaults(error, ['design']);
  const told = fault?.told ?? (error instanceof ProblemError ? (error.problem?.detail ?? '') : '');
  return faultPlace(design, told.replace(/^design: /, ''));
}
