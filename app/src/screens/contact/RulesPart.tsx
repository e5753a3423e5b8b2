import { useNavigate } from 'react-router-dom';
import { chainOf } from '#domain/contact/reach';
import type { Reach } from '#domain/contact/reach';
import type { Urgency } from '#domain/incident/severity';
import type { Contact } from '#domain/people/person';
import { Card, Icon, QuietAction } from '../../ui';
import { Chain } from './Chain';
import { leftOut, weakness } from './ruleWords';

export const urgencyNames: Record<Urgency, { title: string; means: string }> = {
  high: { title: 'Urgent pages', means: 'High urgency: day and night.' },
  low: { title: 'Pages that can wait', means: 'Low urgency: not in your quiet hours.' },
};

/** How a page of one urgency goes, until somebody acknowledges. */
export function RulesPart({ urgency, contact, reach }: { urgency: Urgency; contact: Contact; reach: Reach }) {
  const navigate = useNavigate();
  const chain = chainOf(reach, urgency);
  const own = contact.rules[urgency];
  const weak = urgency === 'high' ? weakness(reach) : null;
  const out = own === null ? null : leftOut(own, chain, contact.methods);
  const { title, means } = urgencyNames[urgency];
  return (
    <Card title={title} action={<QuietAction onClick={() => { void navigate(`/contact/rules/${urgency}`); }} aria-label={`Change: ${title.toLowerCase()}`} data-testid={`edit-${urgency}`}>Change</QuietAction>}>
      <p className="quiet contact-detail">{means} {own === null ? 'By the defaults.' : 'By your own rules.'} It stops as soon as somebody acknowledges.</p>
      <Chain chain={chain} methods={contact.methods} />
      {weak ? <p className="contact-warning" data-testid="weakness"><Icon name="warning" size={18} /><span>{weak}</span></p> : null}
      {out ? <p className="contact-warning"><Icon name="warning" size={18} /><span>{out}</span></p> : null}
    </Card>
  );
}
