import { Card, Empty, Screen, Stack } from '../../ui';
import { conditionWords, outcomeWords } from './ruleWords';
import { ScopeLine } from './ScopeLine';
import type { Scope } from './useScope';
import './routing.css';

/** The rules as sentences, for those who may not change them. */
export function ReadRules({ of }: { of: Scope }) {
  return (
    <Screen title={`Rules of ${of.name}`} back={{ to: '/routing', label: 'Routing rules' }}>
      {of.saved.length === 0 ? <Empty title="No rules" icon="menu"><p>Alerts are as their source calls them. An admin can add rules.</p></Empty> : (
        <Stack>
          <ScopeLine of={of} />
          <Card flush>
            <ol className="routing-read">
              {of.saved.map((rule) => (
                <li key={rule.id}>
                  <p><b>{rule.name}</b>{rule.enabled ? '' : ' · off'}</p>
                  <p className="routing-sentence">{conditionWords(rule.when)} → <b>{outcomeWords(rule.then, of.names)}</b></p>
                </li>
              ))}
            </ol>
          </Card>
          <p className="quiet small">The first rule that matches decides. Only admins change rules.</p>
        </Stack>
      )}
    </Screen>
  );
}
