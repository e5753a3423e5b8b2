import type { Severity, SeverityPolicy } from '#domain/incident/severity';
import { rolesOf } from '#domain/role/role';
import { IncidentRole, roleDuties, roleNames } from '#domain/role/roleNames';
import './severities.css';

/** Which roles are proposed for an incident of this severity. They stay in the order of their duties, whatever the order of the taps. */
export function RolesField({ severity, policy, error, onChange }: { severity: Severity; policy: SeverityPolicy; error: string | undefined; onChange: (roles: IncidentRole[]) => void }) {
  const chosen = rolesOf(severity, policy);
  return (
    <fieldset className="severities-roles">
      <legend>Roles proposed</legend>
      {IncidentRole.options.map((role) => (
        <label key={role}>
          <input type="checkbox" checked={chosen.includes(role)} onChange={({ target }) => onChange(IncidentRole.options.filter((each) => (each === role ? target.checked : chosen.includes(each))))} />
          <span>{roleNames[role]}<small>{roleDuties[role]}</small></span>
        </label>
      ))}
      <p className="field-hint">Shown in the incident until somebody has them. Nobody is kept from other roles.</p>
      {error ? <p className="field-error" role="alert">{error}</p> : null}
    </fieldset>
  );
}
