import { Link } from '@tanstack/react-router';
import type { Links, Link as RecordLink } from '@westgate/contract';
import { PLAIN_KINDS, PLURALS } from '@westgate/domain';
import type { RecordKind } from '../api/form-kinds.ts';
import { useLinks } from '../api/questions.ts';
import { useSay, useWords } from '../messages/words.ts';
import { MoreLinks } from './left-off.tsx';
import { NounIcon } from './noun-icon.tsx';
import { StateWord } from './state-word.tsx';
import { ThingLink } from './thing-link.tsx';

const NOUNS = ['sentence', 'commitment', 'place', 'project', 'indicator'] as const;
const BESIDE = [...PLAIN_KINDS, 'document'] as const;

/** The links of a record to the four other nouns, none left out, then to what stands beside them. */
export function NounLinks({
  kind,
  id,
  missing = {},
}: {
  readonly kind: RecordKind;
  readonly id: string;
  readonly missing?: Partial<Record<RecordKind, string>>;
}) {
  const links = useLinks(kind, id).data;
  if (!links) return null;
  const shown = [
    ...NOUNS.filter((noun) => noun !== kind || links[PLURALS[noun]].length > 0),
    ...BESIDE.filter((noun) => links[PLURALS[noun]].length > 0),
  ];
  return shown.map((noun) => <LinkGroup key={noun} kind={noun} from={`${kind}:${id}`} links={links} missing={missing[noun] ?? null} />);
}

function LinkGroup({
  kind,
  from,
  links,
  missing,
}: {
  readonly kind: RecordKind;
  readonly from: string;
  readonly links: Links;
  readonly missing: string | null;
}) {
  const word = useWords();
  const members = links[PLURALS[kind]];
  const count = links.counts[PLURALS[kind]];
  return (
    <section className="link-group quiet-links">
      <h2 className="eyebrow">
        <NounIcon kind={kind} />
        <b>{word(kind === 'department' ? 'links.department' : `nouns.${kind}`)}</b>
        <span>{count}</span>
        {kind === 'sentence' && members.length > 0 ? (
          <>
            <span className="spring" />
            <Link to="/plan" search={{ sel: from }}>
              {word('links.inPlan')}
            </Link>
          </>
        ) : null}
      </h2>
      {members.length === 0 ? <p className="small soft">{missing ?? word('links.none')}</p> : null}
      <ul>
        {members.map((link) => (
          <LinkLine key={link.thing.id} link={link} />
        ))}
        <MoreLinks count={count - members.length} />
      </ul>
    </section>
  );
}

function LinkLine({ link }: { readonly link: RecordLink }) {
  const say = useSay();
  const { thing, state, note } = link;
  return (
    <li className={thing.kind === 'sentence' ? 'of-sentence' : ''}>
      <span>
        <ThingLink thing={thing} />
        {say(note) ? <small className="block soft">{say(note)}</small> : null}
      </span>
      {state ? <StateWord state={state.name} /> : null}
    </li>
  );
}
