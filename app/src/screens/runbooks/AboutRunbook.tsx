import { Link } from 'react-router-dom';
import type { AboutRunbook as About } from '#domain/runbook/runbook';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { Card } from '../../ui';
import { Contacts } from './Contacts';
import { inReadingOrder } from './linkTarget';
import './about-runbook.css';

/** What a runbook's front matter says, before its first step: for what it is, how to tell, what ends it, and whom to ask. Nothing where it says nothing. */
export function AboutRunbook({ about, without }: { about: About | null; without?: 'contacts' }) {
  const every = known(useLive(services)) ?? [];
  if (about === null) return null;
  const labels = Object.entries(about.labels);
  const contacts = without === 'contacts' ? [] : about.contacts;
  const hasWords = about.services.length + labels.length + about.symptoms.length > 0 || about.diagnosis !== '' || about.resolution !== '';
  return (
    <>
      {hasWords ? (
        <Card>
          <dl className="about-runbook" data-testid="about-runbook">
            {about.services.length > 0 ? (
              <div><dt>For</dt><dd>{about.services.map((id, index) => <span key={id}>{index > 0 ? ', ' : ''}<Link to={`/services/${encodeURIComponent(id)}`}>{every.find((service) => service.id === id)?.name ?? id}</Link></span>)}</dd></div>
            ) : null}
            {labels.length > 0 ? <div><dt>Alerts with</dt><dd>{labels.map(([name, value]) => <code key={name}>{name}: {value}</code>)}</dd></div> : null}
            {about.symptoms.length > 0 ? <div><dt>Symptoms</dt><dd><ul>{about.symptoms.map((symptom, index) => <li key={index}>{inReadingOrder(symptom)}</li>)}</ul></dd></div> : null}
            {about.diagnosis === '' ? null : <div><dt>Diagnosis</dt><dd className="about-runbook-text">{inReadingOrder(about.diagnosis)}</dd></div>}
            {about.resolution === '' ? null : <div><dt>Resolution</dt><dd className="about-runbook-text">{inReadingOrder(about.resolution)}</dd></div>}
          </dl>
        </Card>
      ) : null}
      {contacts.length > 0 ? <Card title="Whom to ask"><Contacts contacts={contacts} severities /></Card> : null}
    </>
  );
}
