import { useState } from 'react';
import { Card, Empty, Field, Icon, QuietAction, Row, Rows, Screen, Stack } from '../../ui';
import { tools, toolsFor } from './tools';
import './integrations.css';

/** Which tool is to be connected: all of them, narrowed by a search. What has no name here can still post JSON. */
export function ToolChoice({ back, onChoose }: { back: { to: string; label: string }; onChoose: (source: string) => void }) {
  const [search, setSearch] = useState('');
  const found = toolsFor(search);
  const generic = tools.find(({ name }) => name === 'generic');
  return (
    <Screen title="Connect a tool" back={back}>
      <div className="tool-search">
        <Field label="Which tool" type="search" placeholder="Grafana, CloudWatch, …" autoComplete="off" value={search} onChange={(event) => setSearch(event.target.value)} />
      </div>
      {found.length > 0 ? (
        <Stack>
          <Card flush>
            <Rows label="Tools">
              {found.map(({ name, label }) => <Row key={name} start={<Icon name="integrations" />} title={label} onClick={() => onChoose(name)} data-testid={`tool-${name}`} />)}
            </Rows>
          </Card>
        </Stack>
      ) : (
        <Empty title="No tool of this name" icon="integrations" action={generic ? <QuietAction outlined onClick={() => onChoose(generic.name)}>{generic.label}</QuietAction> : null}>
          <p>If it can send JSON to a URL, connect it as what it is: anything that sends JSON.</p>
        </Empty>
      )}
    </Screen>
  );
}
