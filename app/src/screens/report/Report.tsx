import { useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCommands } from '../../commands/useCommands';
import { useDraft } from '../../drafts/useDraft';
import { services as everyService } from '../../live/configuration';
import { known } from '../../live/live';
import { useFacts } from '../../live/useFacts';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { Field, PrimaryAction, QuietAction, say, Screen, Skeleton, Stack } from '../../ui';
import { byLastUse, lastUsedServices, rememberService } from './lastUsed';
import { MoreFields } from './MoreFields';
import { emptyReport, ReportDraft, reportErrors, reportWish } from './reportDraft';
import type { ReportErrors } from './reportDraft';
import { ServiceChoice } from './ServiceChoice';
import { SeverityChoice } from './SeverityChoice';
import { useFirstFocus } from './useFirstFocus';
import './report.css';

/** What an issue of the server is about, by the command's own field. */
const fieldOf: Record<string, keyof ReportErrors> = { title: 'title', serviceId: 'service', description: 'description', logs: 'logs', links: 'links', startedAt: 'started' };

/** What a report is rated as where nobody chooses, as the server has it. */
const UNRATED = 'SEV2';

/**
 * Opens an incident by hand. A title and a service are enough, the rest is folded: whoever declares one at night has twenty seconds. A stakeholder
 * reports in plain words, and a responder rates it.
 */
export default function Report() {
  const { role } = usePerson();
  const navigate = useNavigate();
  const { act } = useCommands();
  const { severities } = useFacts();
  const isMember = role !== 'stakeholder';
  const live = useLive(everyService);
  const [lastUsed] = useState(lastUsedServices);
  const services = byLastUse(known(live) ?? [], lastUsed);
  const { draft: left, keep } = useDraft('report', ReportDraft);
  const draft = left ?? emptyReport;
  const [busy, setBusy] = useState(false);
  const [errors, setErrors] = useState<ReportErrors>({});
  // A draft opens what it has something in: nothing typed may be out of sight.
  const [unfolded] = useState(() => left !== null && (left.description !== '' || left.logs !== '' || left.links.length > 0 || left.incidentType !== null || left.started.choice !== 'now'));
  const more = useRef<HTMLDetailsElement>(null);
  const form = useRef<HTMLFormElement>(null);
  useFirstFocus(form);
  const change = (changed: Partial<ReportDraft>) => {
    keep({ ...draft, ...changed });
    if (Object.keys(errors).length > 0) setErrors({});
  };
  const serviceId = services.some(({ id }) => id === draft.serviceId) ? draft.serviceId : services.length === 1 ? (services[0]?.id ?? '') : '';

  const fail = (wrong: ReportErrors) => {
    setErrors(wrong);
    if (more.current && (wrong.description ?? wrong.logs ?? wrong.links ?? wrong.started)) more.current.open = true;
  };
  const send = async () => {
    const wrong = reportErrors(draft, serviceId, Date.now());
    if (Object.keys(wrong).length > 0) return fail(wrong);
    setBusy(true);
    const outcome = await act(reportWish({ ...draft, severity: draft.severity ?? UNRATED }, serviceId, isMember));
    setBusy(false);
    if (outcome.state === 'refused') {
      return fail(Object.fromEntries(outcome.issues.flatMap(({ path, message }) => {
        const field = fieldOf[path.split('.')[0] ?? ''];
        return field ? [[field, message]] : [];
      })));
    }
    rememberService(serviceId);
    keep(null);
    if (outcome.state === 'answered') say(outcome.answer.message, 'good');
    void navigate(outcome.state === 'answered' && outcome.answer.incidentId ? `/incidents/${outcome.answer.incidentId}` : '/incidents', { replace: true });
  };

  return (
    <Screen
      title={isMember ? 'Declare an incident' : 'Report a problem'} back={{ to: '/incidents', label: 'All incidents' }}
      actions={left === null ? null : <QuietAction onClick={() => { keep(null); setErrors({}); }}>Clear</QuietAction>}
      footer={(
        <PrimaryAction busy={busy} onClick={() => { void send(); }} data-testid="report-send">
          {isMember ? (busy ? 'Declaring' : 'Declare and page') : (busy ? 'Reporting' : 'Report')}
        </PrimaryAction>
      )}
    >
      <form ref={form} noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
        <Stack>
          <Field
            label="What is wrong" placeholder={isMember ? 'Checkout answers 503' : 'I cannot pay with a card'} value={draft.title} maxLength={300} error={errors.title}
            autoComplete="off" enterKeyHint="next" onChange={(event) => change({ title: event.target.value })}
          />
          {live.state === 'loading' ? <Skeleton rows={2} label="Loading services" /> : (
            <ServiceChoice
              label={isMember ? 'Service' : 'What is affected'} services={services} chosen={serviceId} error={errors.service} onChoose={(id) => change({ serviceId: id })}
              hint={live.state === 'failed' ? 'The services could not be read. Look whether you are online.' : services.length === 0 ? 'There is no service yet. An admin makes the first one.' : undefined}
            />
          )}
          {isMember ? (
            <SeverityChoice
              severity={draft.severity ?? UNRATED} answers={draft.answers} severities={severities}
              onChoose={(severity) => change({ severity })} onAnswer={(answers) => change({ answers })}
            />
          ) : <p className="quiet small">It pages whoever is on call, as a SEV3 until a responder has looked at it.</p>}
          <details className="report-fold" ref={more} open={unfolded}>
            <summary>{isMember ? 'Description, logs, links, start, type' : 'Say more'}</summary>
            <div className="report-more"><MoreFields draft={draft} errors={errors} plain={!isMember} onChange={change} /></div>
          </details>
          <IsItOne />
        </Stack>
      </form>
    </Screen>
  );
}

/** Three lines for whoever hesitates. */
function IsItOne() {
  return (
    <section className="report-is-it" aria-label="Is it an incident?">
      <h2>It is an incident when it</h2>
      <ul><li>harms customers,</li><li>was not planned,</li><li>will not be fixed within the hour.</li></ul>
    </section>
  );
}
