import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import type { Alert } from '#domain/incident/alert';
import type { Incident } from '#domain/incident/incident';
import { type KnownProblem, problemsOf } from '#domain/problem/knownProblem';
import { known } from '../../../live/live';
import { knownProblems } from '../../../live/problems';
import { useFacts } from '../../../live/useFacts';
import { useLive } from '../../../live/useLive';
import { usePerson } from '../../../session/useSession';
import { Card, Icon } from '../../../ui';
import { CodeBlock } from '../../runbooks/CodeBlock';
import { inReadingOrder } from '../../runbooks/linkTarget';
import { workaroundParts } from './workaround';
import './problem.css';

/** What is known to go wrong like this, and what to do until it is mended: the likeliest in full, the others folded. */
export function KnownProblems({ incident, alerts }: { incident: Incident; alerts: readonly Alert[] }) {
  const live = useLive(knownProblems);
  const all = known(live);
  const found = useMemo(() => problemsOf(incident, alerts, all ?? []), [incident, alerts, all]);
  if (live.state === 'failed') return <Card title="Known problem"><p className="quiet">The known problems could not be read.</p></Card>;
  const [first, ...others] = found;
  if (first === undefined) return null;
  return (
    <>
      <OneProblem problem={first} />
      {others.length === 0 ? null : (
        <details className="problem-others">
          <summary>{others.length === 1 ? 'Another known problem' : `${others.length} other known problems`} it may be</summary>
          {others.map((problem) => <OneProblem key={problem.id} problem={problem} />)}
        </details>
      )}
    </>
  );
}

function OneProblem({ problem: { id, title, cause, workaround, ownerId, link } }: { problem: KnownProblem }) {
  const { userId } = usePerson();
  const { people } = useFacts();
  const owner = ownerId === null ? null : ownerId === userId ? 'You mend' : people[ownerId] === undefined ? null : `${people[ownerId].name} mends`;
  return (
    <Card title="Known problem">
      <section className="problem" aria-label={`Known problem: ${title}`} data-testid="known-problem">
        <h3><Link to={`/problems/${id}`}>{title}</Link></h3>
        {workaround === '' ? <p className="quiet">No workaround is written down.</p> : workaroundParts(workaround).map(({ kind, text }, index) => (
          kind === 'command' ? <CodeBlock key={index} text={text} /> : <p key={index} className="problem-workaround">{inReadingOrder(text)}</p>
        ))}
        {cause === '' ? null : <p className="problem-cause">{cause}</p>}
        {owner === null && link === null ? null : (
          <p className="problem-foot">
            {owner === null ? null : <span className="quiet">{owner} it for good.</span>}
            {link === null ? null : <a href={link} target="_blank" rel="noopener noreferrer"><Icon name="open" size={16} /><span>{new URL(link).host}</span></a>}
          </p>
        )}
      </section>
    </Card>
  );
}
