import { IncidentType } from '#domain/incident/incident';
import { Field, IconAction, QuietAction, TextField } from '../../ui';
import { LOGS_MAX } from './reportDraft';
import type { ReportDraft, ReportErrors } from './reportDraft';
import { StartChoice } from './StartChoice';
import './report.css';

const typeWords: Record<IncidentType, string> = { outage: 'Outage', degradation: 'Degradation', defect: 'Defect', security: 'Security', other: 'Other' };

/** What can wait until after the page: kind, words, logs, links, when it began. */
export function MoreFields({ draft, errors, plain, onChange }: {
  draft: ReportDraft; errors: ReportErrors; plain: boolean; onChange: (changed: Partial<ReportDraft>) => void;
}) {
  const { incidentType, description, logs, links, started } = draft;
  const fields = links.length === 0 ? [''] : links;
  const setLink = (index: number, text: string) => onChange({ links: fields.map((each, at) => (at === index ? text : each)) });
  return (
    <>
      <TextField
        label="What you have seen" hint="Since when, who is affected, what you tried." value={description} maxLength={4000} error={errors.description}
        onChange={(event) => onChange({ description: event.target.value })}
      />
      <StartChoice started={started} error={errors.started} onChange={(next) => onChange({ started: next })} />
      {plain ? null : (
        <fieldset className="report-question">
          <legend>Type</legend>
          {IncidentType.options.map((each) => (
            <label key={each} className="report-answer">
              <input type="radio" name="type" checked={each === incidentType} onChange={() => onChange({ incidentType: each })} />
              <span>{typeWords[each]}</span>
            </label>
          ))}
        </fieldset>
      )}
      {plain ? null : (
        <div className="report-logs">
          <TextField
            label="Logs" rows={5} spellCheck={false} autoCapitalize="none" autoCorrect="off" value={logs} error={errors.logs ?? (logs.length > LOGS_MAX ? tooLong(logs) : undefined)}
            hint={logs === '' ? 'Pasted as they are. They are folded in the timeline.' : `${logs.length.toLocaleString('en')} of ${LOGS_MAX.toLocaleString('en')} characters.`}
            onChange={(event) => onChange({ logs: event.target.value })}
          />
          {logs.length > LOGS_MAX ? <QuietAction onClick={() => onChange({ logs: logs.slice(-LOGS_MAX) })}>Keep the last {LOGS_MAX.toLocaleString('en')} characters</QuietAction> : null}
        </div>
      )}
      <div className="report-links">
        {fields.map((link, index) => (
          <div key={index} className="report-link">
            <Field
              label={index === 0 ? 'Link' : `Link ${index + 1}`} type="url" inputMode="url" autoCapitalize="none" placeholder="https://" value={link} maxLength={2000}
              error={index === 0 ? errors.links : undefined} onChange={(event) => setLink(index, event.target.value)}
            />
            {fields.length > 1 ? <IconAction label={`Remove link ${index + 1}`} icon="close" onClick={() => onChange({ links: fields.filter((_, at) => at !== index) })} /> : null}
          </div>
        ))}
        {fields.length < 10 && fields.at(-1) !== '' ? <QuietAction icon="plus" onClick={() => onChange({ links: [...fields, ''] })}>Another link</QuietAction> : null}
      </div>
    </>
  );
}

const tooLong = (logs: string) => `${logs.length.toLocaleString('en')} of ${LOGS_MAX.toLocaleString('en')} characters. Leave the part that shows it.`;
