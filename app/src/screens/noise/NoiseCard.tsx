import { Link } from 'react-router-dom';
import { tuningFor } from '#domain/noise/tuning';
import { whenWords } from '#domain/time/words';
import { usePerson } from '../../session/useSession';
import { Card, SeverityMark, useMinute } from '../../ui';
import { counted } from '../configuration/counted';
import { tuneAddress } from '../routing/tuneAddress';
import { idleWords, type Line, type NamedRule, pagesWords, ratedWords } from './noiseView';

type Props = {
  line: Line; name: string; rules: ReadonlyMap<string, NamedRule>; serviceOf: (serviceId: string) => string; mayTune: boolean;
  /** Why a rule is not in `rules`, as a sentence. */
  unknown: string;
};

/** One alert or rule: how much it wasted, how that is known, and what would help. */
export function NoiseCard({ line, name, rules, unknown, serviceOf, mayTune }: Props) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const { incidents, wasted, severity, lastAt, examples } = line;
  const rule = line.of === 'rule' ? rules.get(line.ruleId) : undefined;
  return (
    <Card>
      <article className="noise-card" aria-label={name} data-testid="noise-card">
        <header>
          <h2>{name}</h2>
          <p className="noise-about"><SeverityMark severity={severity} /><span className="quiet">{line.of === 'alert' ? serviceOf(line.serviceId) : 'Routing rule'} · last {whenWords(lastAt, now, timeZone)}</span></p>
        </header>
        <div>
          <p className="noise-count">{pagesWords(line)}</p>
          <p className="quiet small">{wasted.incidents.toLocaleString('en')} of {counted(incidents, 'incident')} led to nothing</p>
          <div className="noise-bar" aria-hidden="true"><i style={{ width: `${(wasted.incidents / incidents) * 100}%` }} /></div>
        </div>
        <p className="small">{ratedWords(line)} {idleWords(line)}</p>
        <p className="small noise-examples"><span className="quiet">Newest:</span> {examples.map((id) => <Link key={id} to={`/incidents/${id}`}>{id}</Link>)}</p>
        {line.of === 'alert' ? <Proposal line={line} mayTune={mayTune} /> : rule === undefined ? <p className="quiet small noise-proposal">{unknown}</p> : (
          <div className="noise-proposal">
            <p className="small">{line.verdicts.falsePositive > 0 ? 'What it decides about was wrong before' : 'Nobody acts on some of what it decides about'}. Make its condition narrower, or hold it back.</p>
            {mayTune ? <Link className="action action-quiet action-quiet-accent action-outlined" to={`/routing/${rule.scope.kind}/${encodeURIComponent(rule.scope.id)}?rule=${encodeURIComponent(line.ruleId)}`} aria-label={`Tune this: ${name}`} data-testid="tune">Tune this</Link> : null}
          </div>
        )}
      </article>
    </Card>
  );
}

function Proposal({ line, mayTune }: { line: Extract<Line, { of: 'alert' }>; mayTune: boolean }) {
  const tuning = tuningFor(line);
  if (tuning === null) return <p className="quiet small noise-proposal">No rule is proposed: {line.incidents < 3 ? 'there are too few of them to say' : 'mend the alert where it is made, or judge more of them'}.</p>;
  return (
    <div className="noise-proposal" data-tuning={tuning.kind}>
      <p className="small"><b>{tuning.rule.name}?</b> <span className="quiet">{tuning.because}</span></p>
      {mayTune ? <Link className="action action-quiet action-quiet-accent action-outlined" to={tuneAddress(line.serviceId, tuning.rule)} aria-label={`Tune this: ${tuning.rule.name}`} data-testid="tune">Tune this</Link> : null}
    </div>
  );
}
