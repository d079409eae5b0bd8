import type { JournalFinding, JournalReport } from '@westgate/contract';
import { useId, useState } from 'react';
import { useIntl } from 'react-intl';
import { useAsk } from '../../api/ask.ts';
import { useTell } from '../../api/use-write.ts';
import { useWords } from '../../messages/words.ts';
import { Await } from '../../parts/await.tsx';
import { Button } from '../../parts/button.tsx';
import { useSayInstant } from '../../parts/day-text.tsx';
import { WhyNot } from '../../parts/error-text.tsx';
import { Form } from '../../parts/form.tsx';
import { Table } from '../../parts/table.tsx';
import { useTitle } from '../../parts/use-title.ts';
import { ByFields, whoFaults } from '../../record/form/by-fields.tsx';
import { FormField } from '../../record/form-field.tsx';
import { useMay, useWho } from '../../scope/signed-in.ts';

/** Whether the journal holds every deed that was done; where it does not, what proves which, and the ways out. */
export function JournalScreen() {
  const word = useWords();
  const may = useMay();
  const journal = useAsk('journal');
  useTitle(word('journal.title'));
  if (!may('verify'))
    return (
      <section className="page-state">
        <h1>{word('journal.title')}</h1>
        <p>{word('journal.notYours')}</p>
      </section>
    );
  return (
    <div className="start">
      <div className="start-main people">
        <h1>{word('journal.title')}</h1>
        <p className="soft">{word('journal.lead')}</p>
        <Await query={journal}>
          {({ finding, mended }) => (
            <>
              {finding ? <Found finding={finding} /> : <p role="status">{word('journal.whole')}</p>}
              {mended.length > 0 ? <Choices mended={mended} /> : null}
            </>
          )}
        </Await>
      </div>
    </div>
  );
}

function Found({ finding }: { readonly finding: JournalFinding }) {
  const word = useWords();
  const saySpans = useSaySpans();
  const sayInstant = useSayInstant();
  const mayMend = useMay()('mend-journal');
  const parts = [
    { spans: finding.fromDatabase, head: word('journal.fromDatabase'), proof: word('journal.fromDatabase.proof') },
    { spans: finding.fromJournal, head: word('journal.fromJournal'), proof: word('journal.fromJournal.proof') },
    { spans: finding.lost, head: word('journal.lost'), proof: word('journal.lost.proof') },
    { spans: finding.resting, head: word('journal.resting'), proof: word('journal.resting.proof') },
  ].filter(({ spans }) => spans.length > 0);
  return (
    <>
      <section className="section" aria-labelledby="journal-found">
        <h2 id="journal-found">{word('journal.found', { at: sayInstant(finding.at) })}</h2>
        <p>{word('journal.soundTo', { seq: String(finding.soundTo) })}</p>
        <details className="small">
          <summary>{word('banner.details')}</summary>
          <p lang="en">{finding.why}</p>
        </details>
        <Table
          columns={[
            { head: word('journal.which'), isRowHead: true, of: ({ spans }) => saySpans(spans) },
            { head: word('journal.state'), of: ({ head }) => head },
            { head: word('journal.proof'), of: ({ proof }) => proof },
          ]}
          rows={parts}
          keyOf={({ head }) => head}
        />
      </section>
      <section className="section" aria-labelledby="journal-ways">
        <h2 id="journal-ways">{word('journal.ways')}</h2>
        {mayMend ? (
          finding.choices.map((way) => <MendForm key={way} way={way} finding={finding} />)
        ) : (
          <p>{word('journal.administratorChooses')}</p>
        )}
        <div className="journal-way">
          <h3>{word('journal.restore')}</h3>
          <p>{word('journal.restore.about')}</p>
          <p>
            <code>westgate restore BACKUP --data NEW-FOLDER</code>
          </p>
        </div>
      </section>
    </>
  );
}

function Choices({ mended }: { readonly mended: JournalReport['mended'] }) {
  const word = useWords();
  const saySpans = useSaySpans();
  const sayInstant = useSayInstant();
  return (
    <section className="section" aria-labelledby="journal-mended">
      <h2 id="journal-mended">{word('journal.mended')}</h2>
      <ul>
        {mended.map(({ seq, at, who, reason, way, rewritten, givenUp }) => (
          <li key={seq}>
            {word(`journal.mended.${way}`, {
              seq: String(seq),
              at: sayInstant(at),
              who: who ?? word('people.erased'),
              rewritten: saySpans(rewritten),
              givenUp: saySpans(givenUp),
            })}{' '}
            <span className="soft">{word('journal.reason', { reason })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One way out that is chosen here: what it does, why it is chosen, and the choice itself. */
function MendForm({ way, finding }: { readonly way: JournalFinding['choices'][number]; readonly finding: JournalFinding }) {
  const word = useWords();
  const saySpans = useSaySpans();
  const prefix = useId();
  const mend = useTell('mend-journal');
  const [who, setWho] = useWho();
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const faults = isTried ? whoFaults(who) : [];
  const isWithoutReason = isTried && reason.trim() === '';
  const send = (): void => {
    setTried(true);
    if (reason.trim() === '') document.getElementById(`${prefix}-reason`)?.focus();
    else if (who.trim() === '') document.getElementById(`${prefix}-who`)?.focus();
    else mend.mutate({ body: { way, who: who.trim(), reason: reason.trim() }, key: crypto.randomUUID() });
  };
  const givenUp = [...finding.lost, ...finding.resting].sort((a, b) => a.from - b.from);
  return (
    <div className="journal-way">
      <h3 id={`${prefix}-title`}>{word(`journal.way.${way}`)}</h3>
      <p>{word(`journal.way.${way}.about`, { proven: saySpans(finding.fromDatabase), givenUp: saySpans(givenUp) })}</p>
      <Form className="record-form" onSend={send} aria-labelledby={`${prefix}-title`}>
        <FormField
          id={`${prefix}-reason`}
          label={word('form.reason')}
          hint={word('journal.reasonHint')}
          fault={isWithoutReason ? 'journal.reasonWanted' : null}
        >
          <input value={reason} maxLength={500} autoComplete="off" onChange={(event) => setReason(event.target.value)} />
        </FormField>
        <ByFields idOf={(field) => `${prefix}-${field}`} faults={faults} who={who} onWho={setWho} />
        <p className="row">
          <Button
            type="submit"
            look="filled"
            name={word(mend.isPending ? 'journal.busy' : `journal.way.${way}.act`)}
            disabled={mend.isPending}
          />
          {mend.data?.mustRestart ? <span role="status">{word('journal.mustRestart')}</span> : null}
          <WhyNot said="journal.failed" error={mend.error} />
        </p>
      </Form>
    </div>
  );
}

/** Says which deeds are meant, by number: `deeds 4 and 6 to 9`. */
function useSaySpans(): (spans: JournalFinding['lost']) => string {
  const word = useWords();
  const intl = useIntl();
  return (spans) => {
    const parts = spans.map(({ from, to }) => (from === to ? String(from) : word('journal.span', { from: String(from), to: String(to) })));
    const count = spans.reduce((sum, { from, to }) => sum + to - from + 1, 0);
    return word('journal.deeds', { count, numbers: intl.formatList(parts) });
  };
}
