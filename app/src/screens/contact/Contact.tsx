import { useMemo } from 'react';
import { reachOf } from '#domain/contact/reach';
import type { Contact as ContactDocument } from '#domain/people/person';
import { useOwnContact } from '../../live/contact';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { CalendarFeed } from './CalendarFeed';
import { ContactCard } from './ContactCard';
import { DevicesPart } from './DevicesPart';
import { MethodsPart } from './MethodsPart';
import { QuietHoursPart } from './QuietHoursPart';
import { RulesPart } from './RulesPart';
import { useDeployment } from './useDeployment';
import '../devices/devices.css';
import './contact.css';

/** How one is reached oneself: the ways, the order in which a page goes through them, and when what is not urgent waits. */
export default function Contact() {
  const live = useOwnContact();
  return (
    <Screen title="How you are reached" back={{ to: '/more', label: 'More' }}>
      <Reading live={live} label="Loading how you are reached" rows={6}>
        {(contact) => (contact === null ? <Empty title="Nothing is known yet" icon="phone"><p>Open Rouse on your phone and sign in: it is registered here then.</p></Empty> : <Parts contact={contact} />)}
      </Reading>
    </Screen>
  );
}

function Parts({ contact }: { contact: ContactDocument }) {
  const isMember = usePerson().role !== 'stakeholder';
  const { channels, hasVcard, known } = useDeployment();
  const reach = useMemo(() => reachOf(contact, channels), [contact, channels]);
  return (
    <Stack>
      {isMember ? null : <Card><p>Stakeholders are never paged. What you set here is how Rouse can write to you.</p></Card>}
      <h2 className="contact-part" id="ways">Ways to you</h2>
      {isMember ? <DevicesPart devices={contact.devices} /> : null}
      <MethodsPart contact={contact} reach={reach} channelsKnown={known} />
      {hasVcard ? <ContactCard /> : null}
      {isMember ? (
        <>
          <h2 className="contact-part" id="rules">What a page does</h2>
          <RulesPart urgency="high" contact={contact} reach={reach} />
          <RulesPart urgency="low" contact={contact} reach={reach} />
          <QuietHoursPart contact={contact} />
          <h2 className="contact-part">Your shifts</h2>
          <CalendarFeed />
        </>
      ) : null}
    </Stack>
  );
}
