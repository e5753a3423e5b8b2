import type { StatusComponent } from '#domain/statusPage/component';
import { Checks } from '../../people/Checks';
import { groupsOf } from '../views';

/** Which components are worked on. */
export function ComponentChecks({ components, chosen, error, onChange }: { components: readonly StatusComponent[]; chosen: readonly string[]; error: string | undefined; onChange: (ids: string[]) => void }) {
  const options = groupsOf(components).flatMap((group) => group.components);
  return <Checks legend="What is worked on" options={options} chosen={chosen} error={error} onChange={onChange} nothing="There is no component yet." />;
}
