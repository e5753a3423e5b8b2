import { Card, Icon, Row } from '../../../ui';

/** On a drill that is over, in the place of what a real incident is asked: the way to what it showed. */
export function DrillLine({ drillId }: { drillId: string }) {
  return <Card flush><Row to={`/drills/${drillId}`} start={<Icon name="check" />} title="What the drill showed" detail="Who was reached, and how fast. It leaves no post-mortem, and counts for nothing." data-testid="to-drill" /></Card>;
}
