import type { StatusComponent } from '#domain/statusPage/component';
import type { MaintenanceNotice } from '#domain/statusPage/notice';
import { whenWords } from '#domain/time/words';
import { useZone } from '../../../session/useZone';
import { Card, Screen, Stack, useMinute } from '../../../ui';
import { Fact, Facts } from '../../devices/Facts';
import '../../devices/devices.css';
import { touchedNames } from '../views';
import { plannedWords } from '../words';

/** Maintenance that is over or was cancelled, as it was announced. */
export function MaintenanceOver({ notice, components, back }: { notice: MaintenanceNotice; components: readonly StatusComponent[]; back: { to: string; label: string } }) {
  const now = useMinute();
  const zone = useZone();
  return (
    <Screen title={notice.title} back={back}>
      <Stack>
        <Card title={plannedWords(notice, now, zone)}>
          <Facts>
            <Fact name="Announced for">{whenWords(notice.startsAt, now, zone)} to {whenWords(notice.endsAt, now, zone)}</Fact>
            <Fact name="Worked on">{touchedNames(notice.components, components)}</Fact>
          </Facts>
          <p className="status-said">{notice.text}</p>
        </Card>
      </Stack>
    </Screen>
  );
}
