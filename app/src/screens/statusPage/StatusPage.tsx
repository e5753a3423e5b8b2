import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { StatusComponent } from '#domain/statusPage/component';
import { defaultStatusPage, type Notice } from '#domain/statusPage/notice';
import { draftNames } from '../../drafts/drafts';
import { known } from '../../live/live';
import { notices, statusComponents, statusPageSettings } from '../../live/statusPage';
import { usePerson } from '../../session/useSession';
import { Card, Empty, Icon, PrimaryAction, Row, Screen, Stack, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { ComponentsCard } from './ComponentsCard';
import { HoldSheet } from './HoldSheet';
import { newNoticeName } from './notice/noticeDraft';
import { NoticeRows, PlannedRows, WaitingRows } from './NoticeRows';
import { PublicLink } from './PublicLink';
import { statesNow } from './statesNow';
import { standingOf } from './views';
import { severitiesWords } from './words';
import './status-page.css';

/** What the public is told: what waits to be published first, then what is public, the components, what is planned, and the page itself. */
export default function StatusPage() {
  const components = useReadable('statusComponents/{id}', statusComponents);
  const all = useReadable('notices/{id}', notices);
  const navigate = useNavigate();
  const writes = useMay('publishNotice');
  const begun = draftNames(usePerson().userId).includes(newNoticeName(null));
  const hasSome = (known(components)?.length ?? 0) > 0;
  return (
    <Screen
      title="Status page" back={{ to: '/more', label: 'More' }}
      footer={writes && hasSome && known(all) !== undefined ? <PrimaryAction icon={begun ? 'note' : 'plus'} onClick={() => { void navigate('/status-page/notices/new'); }} data-testid="new-notice">{begun ? 'Go on with your notice' : 'Write a notice'}</PrimaryAction> : null}
    >
      <Reading live={components} label="Loading the status page">
        {(every) => (every.length === 0 ? <FirstSteps /> : <Reading live={all} label="Loading the notices">{(some) => <Whole components={every} notices={some} />}</Reading>)}
      </Reading>
    </Screen>
  );
}

function Whole({ components, notices: all }: { components: readonly StatusComponent[]; notices: readonly Notice[] }) {
  const now = useMinute();
  const [held, hold] = useState<{ id: string; open: boolean } | null>(null);
  const { waiting, open, planned, over } = standingOf(all, now);
  const states = statesNow(components, all, now);
  const chosen = components.find(({ id }) => id === held?.id);
  return (
    <Stack>
      <WaitingRows notices={waiting} />
      <PublicLink states={[...states.values()]} />
      <NoticeRows title="Public now" notices={open} components={components} testId="open-notice" />
      <ComponentsCard components={components} states={states} onHold={(id) => hold({ id, open: true })} />
      <PlannedRows notices={planned} components={components} />
      <NoticeRows title="Resolved in the last two weeks" notices={over} components={components} testId="over-notice" />
      <Settings />
      {chosen === undefined ? null : <HoldSheet key={chosen.id} component={chosen} state={states.get(chosen.id) ?? 'operational'} open={held?.open === true} onClose={() => hold({ id: chosen.id, open: false })} />}
    </Stack>
  );
}

/** What the page is called, and what goes out by itself; only admins change it. */
function Settings() {
  const mayChange = useMay('saveStatusPage');
  const found = known(useReadable('settings/{id}', statusPageSettings));
  if (found === undefined) return null;
  const { title, automatic } = found ?? defaultStatusPage;
  const detail = automatic.length === 0 ? 'Nothing is published without a person.' : `${severitiesWords(automatic)}: published as drafted, by nobody’s hand.`;
  const shown = { start: <Icon name={automatic.length === 0 ? 'eye' : 'warning'} />, title, detail };
  return <Card flush title="The page itself">{mayChange ? <Row {...shown} to="/status-page/settings" data-testid="status-settings" /> : <Row {...shown} />}</Card>;
}

function FirstSteps() {
  const navigate = useNavigate();
  const mayChange = useMay('saveComponent');
  return (
    <Empty
      title="The status page is empty" icon="services"
      action={mayChange ? <PrimaryAction icon="plus" onClick={() => { void navigate('/status-page/components/new'); }} data-testid="first-component">Add the first component</PrimaryAction> : null}
    >
      <p>A component is a part of what customers use, by the name that they know: “Payments”, not the host it runs on.</p>
      <p>Say which services’ incidents touch it. From then on, Rouse drafts what to tell the public, and a person publishes it.</p>
      {mayChange ? null : <p>An admin adds the components first.</p>}
    </Empty>
  );
}
