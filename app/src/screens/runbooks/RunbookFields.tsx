import type { Problem } from '#domain/runbook/frontMatter';
import { people } from '../../live/people';
import { known } from '../../live/live';
import { useLive } from '../../live/useLive';
import { ChoiceField, Field, Icon, TextField } from '../../ui';
import type { RunbookDraft } from './runbookDraft';

const MOST = 100_000;

/** What is typed: the whole source, whose it is, and what changed. Under the source is what its front matter gets wrong, by field. */
export function RunbookFields({ draft, problems, onChange, isNew, sourceError, ownerError }: { draft: RunbookDraft; problems: readonly Problem[]; onChange: (changes: Partial<RunbookDraft>) => void; isNew: boolean; sourceError: string | undefined; ownerError: string | undefined }) {
  const everybody = known(useLive(people)) ?? [];
  const able = everybody.filter(({ active, role, id }) => (active && role !== 'stakeholder') || id === draft.ownerId).sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div className="runbook-fields">
      <div className="runbook-source">
        <TextField
          label="Source" value={draft.source} maxLength={MOST} spellCheck={false} autoCapitalize="none" autoCorrect="off" data-testid="source"
          error={sourceError} onChange={(event) => onChange({ source: event.target.value })}
          hint="Fields between the two lines ---, then Markdown. Items of a numbered list are the steps; {{label}} in a command is filled from the alert."
        />
        <ul className="runbook-problems" aria-label="What is wrong in the fields" data-testid="problems">
          {problems.map(({ path, message, refuses }, index) => (
            <li key={index} className={refuses ? 'runbook-problem-refuses' : undefined}>
              <Icon name={refuses ? 'warning' : 'note'} size={18} /><span><code>{path}</code> {message}</span>
            </li>
          ))}
        </ul>
      </div>
      <ChoiceField label="Owner" value={draft.ownerId ?? ''} error={ownerError} hint="Is asked when it grows old." onChange={(event) => onChange({ ownerId: event.target.value === '' ? null : event.target.value })}>
        <option value="">Nobody</option>
        {able.map((person) => <option key={person.id} value={person.id}>{person.name}</option>)}
      </ChoiceField>
      <Field
        label="What changed" value={draft.note} maxLength={200} placeholder={isNew ? 'First version' : 'The new connection limit'} data-testid="note"
        hint="One line for the list of versions. Every new version is a draft until somebody reviews it." onChange={(event) => onChange({ note: event.target.value })}
      />
    </div>
  );
}
