import type { Incident } from '#domain/incident/incident';
import { Card } from '../../../ui';
import { ExitItems } from './ExitItems';
import { useExitItems } from './useExitItems';
import { progressWords } from './words';

/** What must be true before one leaves this incident alone, as a card; nothing where its severity and type ask for nothing. */
export function ExitList({ incident }: { incident: Incident }) {
  const { items, check } = useExitItems(incident);
  if (items.length === 0) return null;
  return (
    <Card title="Before it ends" action={<span className="quiet small tabular" data-testid="exit-progress">{progressWords(items)}</span>}>
      <ExitItems items={items} check={check} />
    </Card>
  );
}
