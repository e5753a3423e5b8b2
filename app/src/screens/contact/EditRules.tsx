import { useMemo } from 'react';
import { flushSync } from 'react-dom';
import { Navigate, useNavigate, useParams } from 'react-router-dom';
import { chainOf, defaultRules, reachOf } from '#domain/contact/reach';
import { ruleProblems } from '#domain/contact/ruleProblems';
import type { Urgency } from '#domain/incident/severity';
import { Urgency as UrgencySchema } from '#domain/incident/severity';
import type { Contact } from '#domain/people/person';
import { useEdited } from '../../drafts/useEdited';
import { useUnsavedWarning } from '../../drafts/useDraft';
import { useOwnContact } from '../../live/contact';
import { Card, Icon, QuietAction, say, Screen } from '../../ui';
import { EditScreen } from '../configuration/EditScreen';
import { Reading } from '../configuration/Reading';
import { useSaving } from '../configuration/useSaving';
import { Chain } from './Chain';
import { LinkFields } from './LinkFields';
import { anotherRule, RulesDraft, waysOf } from './ruleDraft';
import { leftOut, weakness } from './ruleWords';
import { urgencyNames } from './RulesPart';
import { useDeployment } from './useDeployment';
import './contact.css';

const back = { to: '/contact', label: 'How you are reached' };

/** Changes the chain that a page of one urgency goes through. */
export default function EditRules() {
  const urgency = UrgencySchema.safeParse(useParams()['urgency']).data;
  const live = useOwnContact();
  if (urgency === undefined) return <Navigate to="/contact" replace />;
  if ((live.state === 'live' || live.state === 'cached') && live.value !== null) return <Form key={urgency} urgency={urgency} contact={live.value} />;
  return <Screen title={urgencyNames[urgency].title} back={back}><Reading live={live} label="Loading your rules">{() => null}</Reading></Screen>;
}

function Form({ urgency, contact }: { urgency: Urgency; contact: Contact }) {
  const navigate = useNavigate();
  const saving = useSaving();
  const { channels } = useDeployment();
  const saved = useMemo(() => ({ rules: contact.rules[urgency] }), [contact, urgency]);
  const edited = useEdited(`rules-${urgency}`, RulesDraft, saved);
  useUnsavedWarning(edited?.changed === true, 'Your rules are not saved yet. They stay here as you left them.');
  const own = edited?.value.rules ?? null;
  const reach = useMemo(() => reachOf({ ...contact, rules: { ...contact.rules, [urgency]: own } }, channels), [contact, urgency, own, channels]);
  if (!edited) return null;

  const rules = own ?? defaultRules(urgency, reach);
  const ways = waysOf(contact.methods, channels, rules);
  const chain = chainOf(reach, urgency);
  const weak = urgency === 'high' ? weakness(reach) : null;
  const out = own === null ? null : leftOut(own, chain, contact.methods);
  const set = (next: RulesDraft['rules']) => edited.change({ rules: next });
  const save = async () => {
    if (own?.length === 0) return saving.refuse('A page needs at least one way to reach you. Add another way, or go back to the defaults.');
    const sent = { ...contact.rules, [urgency]: own };
    const problems = ruleProblems(sent, reach);
    if (problems.length > 0) return saving.refuse(problems[0]?.message ?? '', problems);
    const answer = await saving.save({ type: 'saveNotificationRules', rules: sent, quietHours: contact.quietHours });
    if (!answer) return;
    // Before the screen is left, or it would warn of what it has just saved.
    flushSync(() => edited.settle({ rules: own }));
    say(answer.message, 'good');
    void navigate('/contact');
  };
  return (
    <EditScreen title={urgencyNames[urgency].title} back={back} saving={saving} onSave={() => { void save(); }}>
      <p className="quiet contact-detail">{urgencyNames[urgency].means} Each goes out so long after the page was made, unless somebody has acknowledged by then.</p>
      {edited.overtaken ? <p className="contact-warning"><Icon name="warning" size={18} /><span>These rules were changed elsewhere meanwhile. Saving writes over that.</span></p> : null}
      <ol className="links-edited" data-testid="rule-links">
        {rules.map((rule, at) => (
          <li key={at}>
            <LinkFields
              rule={rule} ways={ways} place={at + 1} error={saving.issueAt(`rules.${urgency}.${at}`, 'This way')} mayRemove={rules.length > 1}
              onChange={(changed) => set(rules.map((each, index) => (index === at ? changed : each)))} onRemove={() => set(rules.filter((_, index) => index !== at))}
            />
          </li>
        ))}
      </ol>
      <div className="contact-actions">
        <QuietAction outlined icon="plus" disabled={rules.length >= 20} onClick={() => set([...rules, anotherRule(rules, ways)])} data-testid="add-link">Add another way</QuietAction>
        {own === null ? null : <QuietAction tone="plain" icon="undo" onClick={() => set(null)} data-testid="to-defaults">Back to the defaults</QuietAction>}
      </div>
      <Card title={own === null ? 'A page goes, by the defaults' : 'A page then goes'}>
        <Chain chain={chain} methods={contact.methods} />
        {weak ? <p className="contact-warning" data-testid="weakness"><Icon name="warning" size={18} /><span>{weak}</span></p> : null}
        {out ? <p className="contact-warning"><Icon name="warning" size={18} /><span>{out}</span></p> : null}
      </Card>
      {contact.methods.some(({ verifiedAt }) => verifiedAt !== null) ? null : <p className="quiet small">Numbers and addresses can be chosen here once you have verified them under Ways to you.</p>}
      {edited.changed ? <div className="contact-actions"><QuietAction tone="plain" onClick={edited.discard}>Discard the changes</QuietAction></div> : null}
    </EditScreen>
  );
}
