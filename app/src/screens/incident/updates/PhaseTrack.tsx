import { Phase, phaseNames } from '#domain/incident/phase';

/** How far it is, in four steps; the present one is told to those who hear the screen. */
export function PhaseTrack({ phase }: { phase: Phase }) {
  const here = Phase.options.indexOf(phase);
  return (
    <ol className="phase-track" aria-label="How far it is">
      {Phase.options.map((each, index) => (
        <li key={each} className={index <= here ? 'phase-reached' : undefined} aria-current={index === here ? 'step' : undefined}>
          <i aria-hidden="true" /><span>{phaseNames[each]}</span>
        </li>
      ))}
    </ol>
  );
}
