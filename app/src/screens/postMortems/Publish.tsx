import { useState } from 'react';
import { type PostMortem, SectionName, sectionTitles } from '#domain/postMortem/postMortem';
import { ConfirmSheet, PrimaryAction, say } from '../../ui';
import { useSending } from '../incident/useSending';

/** Publishing what is in review, with what is still missing said first. */
export function Publish({ postMortem: { incidentId, sections, actionItems } }: { postMortem: PostMortem }) {
  const [asking, setAsking] = useState(false);
  const { sending, send } = useSending();
  const empty = SectionName.options.filter((name) => sections[name].text.trim() === '').map((name) => sectionTitles[name]);
  const publish = async () => { if (await send('publish', { type: 'movePostMortem', incidentId, state: 'published' })) say('Published. It stays open to be mended.', 'good'); };
  return (
    <>
      <PrimaryAction busy={sending !== null} onClick={() => setAsking(true)} data-testid="publish">{sending === null ? 'Publish' : 'Publishing'}</PrimaryAction>
      <ConfirmSheet open={asking} onClose={() => setAsking(false)} title="Publish it" confirm="Publish" onConfirm={() => { void publish(); }}>
        <p>{empty.length === 0 ? 'Every section is written.' : `Nothing is written yet under ${empty.join(', ')}. It can be published all the same.`}</p>
        {actionItems.length === 0 ? <p>There is no action item: nothing will be different next time.</p> : null}
        <p>Every responder reads it in the library, and it can be taken back to be mended.</p>
      </ConfirmSheet>
    </>
  );
}
