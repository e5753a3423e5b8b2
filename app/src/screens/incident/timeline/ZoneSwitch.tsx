import { type Clock, tapped } from './when';

/** By whose clocks the times are: one tap shows another zone, with the whole date. */
export function ZoneSwitch({ zones, clock, onChange }: { zones: readonly string[]; clock: Clock; onChange: (clock: Clock) => void }) {
  return (
    <div className="timeline-zones" role="group" aria-label="Times">
      {zones.map((zone) => (
        <button key={zone} type="button" aria-pressed={clock.zone === zone} title={zone} onClick={() => onChange(tapped(clock, zone))} data-testid={`zone-${zone}`}>
          {shortZone(zone, zones.length)}{clock.zone === zone ? <span className="visually-hidden">{clock.full ? ', with the date' : ', short'}</span> : null}
        </button>
      ))}
    </div>
  );
}

/** Three do not fit on a phone beside the order: their cities do. */
const shortZone = (zone: string, of: number): string => (of > 2 ? zone.slice(zone.lastIndexOf('/') + 1) : zone).replaceAll('_', ' ');
