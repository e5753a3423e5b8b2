import type { Way } from '#domain/update/subscription';
import { Check } from '../configuration/Choices';
import type { Ways } from './useFollowing';

/** By what updates come: e-mail to the address one signs in with, push to one's devices. What is not set up here is said, and can only be left. */
export function WaysField({ by, ways: { setUp, address, hasPush }, onChange }: { by: readonly Way[]; ways: Ways; onChange: (by: Way[]) => void }) {
  const turn = (way: Way, on: boolean) => onChange(on ? [...by.filter((each) => each !== way), way] : by.filter((each) => each !== way));
  return (
    <fieldset className="choices">
      <legend>How you are told</legend>
      {setUp.email || by.includes('email')
        ? <Check label="E-mail" detail={setUp.email ? `To ${address}` : 'This Rouse sends no mail yet, so nothing comes.'} checked={by.includes('email')} onChange={(on) => turn('email', on)} />
        : null}
      <Check
        label="Push" checked={by.includes('push')} onChange={(on) => turn('push', on)}
        detail={hasPush === false ? 'No device of yours takes pushes yet: set one up under Devices.' : 'Quietly, to your devices'}
      />
    </fieldset>
  );
}
