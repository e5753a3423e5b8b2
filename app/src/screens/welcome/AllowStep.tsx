import { useState } from 'react';
import { askToRing, deviceWord, thisPlatform, unlockSound, useRinging } from '../../device';
import { PrimaryAction } from '../../ui';
import { InstallHelp } from '../devices/InstallHelp';
import { PermissionHelp } from '../devices/PermissionHelp';

/** The reason first, then the browser's question: it asks once, and a no is hard to take back. */
export function AllowStep({ onDone }: { onDone: () => void }) {
  const { state, sentence } = useRinging();
  const platform = thisPlatform();
  const [asking, setAsking] = useState(false);
  const word = deviceWord(platform);
  const allow = async () => {
    setAsking(true);
    await unlockSound();
    await askToRing();
    setAsking(false);
  };
  switch (state) {
    case 'checking': return <p role="status">{sentence}</p>;
    case 'ready': return <><p role="status">{sentence}</p><PrimaryAction onClick={onDone}>Next</PrimaryAction></>;
    case 'localOnly': return (
      <>
        <p role="status">Notifications are allowed. This Rouse has no push service, so this {word} rings while Rouse is open in a tab or window.</p>
        <PrimaryAction onClick={onDone}>Next</PrimaryAction>
      </>
    );
    case 'needsPermission': return (
      <>
        <p>A page is a notification with a sound. It is how Rouse wakes you when the {word} lies there with its screen off.</p>
        <p>Your browser asks next. If you say no, it does not ask again, and nothing from Rouse can reach you here.</p>
        <PrimaryAction icon="bell" busy={asking} onClick={() => { void allow(); }} data-testid="allow">Allow notifications and sound</PrimaryAction>
      </>
    );
    case 'denied': return <><p role="alert">{sentence}</p><PermissionHelp platform={platform} /></>;
    case 'unsupported': return <><p role="alert">{sentence}</p>{platform.installed ? null : <InstallHelp platform={platform} />}</>;
    default: return state satisfies never;
  }
}
