import { useState } from 'react';
import { Card, SegmentPanel, Segments } from '../../ui';
import { CopyText } from '../configuration/CopyText';
import { verifySnippets } from './verifySnippets';
import type { SnippetKey } from './verifySnippets';
import './destinations.css';

/** How the receiver of a webhook checks that it came from here. */
export function VerifyCard() {
  const [shown, setShown] = useState<SnippetKey>('node');
  const snippet = verifySnippets.find(({ key }) => key === shown) ?? verifySnippets[0];
  return (
    <Card title="Check the signature">
      <p className="destination-verify">Each request is signed as Standard Webhooks says. Whoever does not check it takes orders from anybody who knows the address.</p>
      <Segments label="Language" segments={verifySnippets} current={shown} onChange={setShown} />
      <SegmentPanel segment={shown}><div className="destination-snippet"><CopyText label="The secret is in ROUSE_SECRET" what="the code" text={snippet.code} /></div></SegmentPanel>
    </Card>
  );
}
