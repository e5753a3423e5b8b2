import { useState } from 'react';
import { deviceWord, thisPlatform } from '../../device';
import { learnProfile } from '../../session/session';
import { usePerson } from '../../session/useSession';
import { Icon, QuietAction, say, useMinute } from '../../ui';
import { useSaving } from '../configuration/useSaving';
import { differ, placeOf, zoneHere } from './zones';
import './contact.css';

/** Asks whether the person has moved, where their profile and this device tell different times. */
export function ZoneQuestion({ onUsed }: { onUsed?: (zone: string) => void }) {
  const { timeZone, name } = usePerson();
  const saving = useSaving();
  const now = useMinute();
  const [dismissed, dismiss] = useState(false);
  const here = zoneHere();
  if (dismissed || !differ(timeZone, here, now)) return null;
  const use = async () => {
    const answer = await saving.save({ type: 'setProfile', timeZone: here });
    if (!answer) return;
    learnProfile({ name, timeZone: here });
    onUsed?.(here);
    say(`Times are told in ${placeOf(here)} now.`, 'good');
  };
  return (
    <div className="contact-question" data-testid="zone-question">
      <p><Icon name="clock" size={18} /><span>Your profile says {placeOf(timeZone)}, this {deviceWord(thisPlatform())} says {placeOf(here)}. Use {placeOf(here)}?</span></p>
      {saving.problem ? <p className="configuration-problem" role="alert">{saving.problem}</p> : null}
      <div className="contact-actions">
        <QuietAction outlined disabled={saving.busy} onClick={() => { void use(); }} data-testid="use-zone">Use {placeOf(here)}</QuietAction>
        <QuietAction tone="plain" onClick={() => dismiss(true)}>Keep {placeOf(timeZone)}</QuietAction>
      </div>
    </div>
  );
}
