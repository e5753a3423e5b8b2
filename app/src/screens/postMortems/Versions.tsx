import { useMemo, useState } from 'react';
import type { Section, SectionName } from '#domain/postMortem/postMortem';
import { whenWords } from '#domain/time/words';
import { sectionVersions } from '../../live/postMortems';
import { useLive } from '../../live/useLive';
import { usePerson } from '../../session/useSession';
import { QuietAction, Row, Rows, useMinute } from '../../ui';
import { Reading } from '../configuration/Reading';
import { Diff } from '../runbooks/Diff';

/** What the section said before, each against what it says now, and the way to begin from it again. */
export function Versions({ incidentId, name, section, onTake }: { incidentId: string; name: SectionName; section: Section; onTake: (text: string) => void }) {
  const { timeZone } = usePerson();
  const now = useMinute();
  const live = useLive(useMemo(() => sectionVersions(incidentId), [incidentId]));
  const [chosen, choose] = useState<number | null>(null);
  return (
    <Reading live={live} label="Loading earlier versions" rows={2}>
      {(all) => {
        const earlier = all.filter((one) => one.section === name && one.version !== section.version).sort((a, b) => b.version - a.version);
        const open = earlier.find(({ version }) => version === chosen);
        if (earlier.length === 0) return <p className="quiet small">There is none: it was empty before.</p>;
        return (
          <div className="post-mortem-versions">
            <Rows label="Earlier versions">
              {earlier.map(({ version, by, at }) => <Row key={version} title={by ?? 'Drafted by Rouse'} detail={whenWords(at, now, timeZone)} end={version === chosen ? 'Hide' : 'Compare'} onClick={() => choose(version === chosen ? null : version)} data-testid="section-version" />)}
            </Rows>
            {open === undefined ? null : <><Diff before={open.text} after={section.text} label="From then to now" /><p><QuietAction outlined onClick={() => onTake(open.text)} data-testid="take-version">Go on from this one</QuietAction></p></>}
          </div>
        );
      }}
    </Reading>
  );
}
