import { useEffect, useMemo } from 'react';
import { Link, useLocation, useParams } from 'react-router-dom';
import type { Incident } from '#domain/incident/incident';
import { type PostMortem, SectionName } from '#domain/postMortem/postMortem';
import { incident as incidentOf } from '../../live/incidents';
import { known } from '../../live/live';
import { postMortem as postMortemOf } from '../../live/postMortems';
import { Empty, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { ActionItems } from './ActionItems';
import { BeginOne } from './BeginOne';
import { Export } from './Export';
import { FollowUp } from './FollowUp';
import { Head } from './Head';
import { Publish } from './Publish';
import { SectionCard } from './SectionCard';
import { Similar } from './Similar';
import { TimelinePart } from './TimelinePart';
import { Times } from './Times';
import { WhatRan } from './WhatRan';
import './post-mortems.css';

const back = { to: '/post-mortems', label: 'Post-mortems' };

/** What is learned from one incident: what it knows by itself, what people write of it, and what is to be done. */
export default function PostMortemPage() {
  const { incidentId = '' } = useParams();
  const live = useReadable('postMortems/{id}', useMemo(() => postMortemOf(incidentId), [incidentId]));
  const liveIncident = useReadable('incidents/{id}', useMemo(() => incidentOf(incidentId), [incidentId]));
  const incident = known(liveIncident) ?? null;
  const found = known(live);
  if (found) return <Screen title={incidentId} code back={back} actions={<Export postMortem={found} incident={incident} />} footer={found.state === 'inReview' ? <Publish postMortem={found} /> : null}><Whole key={incidentId} postMortem={found} incident={incident} /></Screen>;
  return (
    <Screen title={incidentId} code back={back}>
      <Reading live={live} label="Loading the post-mortem" rows={8}>
        {() => (incident === null ? <Empty title="No post-mortem here" icon="note"><p>There is none of {incidentId}. <Link to={back.to}>All post-mortems</Link></p></Empty> : <BeginOne incident={incident} />)}
      </Reading>
    </Screen>
  );
}

function Whole({ postMortem, incident }: { postMortem: PostMortem; incident: Incident | null }) {
  const { hash } = useLocation();
  useEffect(() => { if (hash !== '') document.getElementById(hash.slice(1))?.scrollIntoView({ block: 'start' }); }, [hash]);
  const [first, ...others] = SectionName.options;
  const section = (name: SectionName) => <SectionCard key={name} postMortem={postMortem} name={name} incident={incident} />;
  return (
    <div className="post-mortem">
      <Stack>
        <Head postMortem={postMortem} />
        {first === undefined ? null : section(first)}
        {incident === null ? null : <><Times incident={incident} /><TimelinePart incidentId={incident.id} /><WhatRan incidentId={incident.id} /></>}
        {others.map(section)}
        <ActionItems postMortem={postMortem} />
        {incident === null ? null : <><Similar incident={incident} /><FollowUp incident={incident} /></>}
      </Stack>
    </div>
  );
}
