import type { NotificationRule } from '#domain/contact/notificationRule';
import { ChoiceField, IconAction } from '../../ui';
import { delayChoices, ruleOf, wayOf } from './ruleDraft';
import type { Way } from './ruleDraft';

/** One link of the chain: when, and by which way. */
export function LinkFields({ rule, ways, place, error, mayRemove, onChange, onRemove }: {
  rule: NotificationRule; ways: readonly Way[]; place: number; error: string | undefined; mayRemove: boolean;
  onChange: (rule: NotificationRule) => void; onRemove: () => void;
}) {
  const chosen = wayOf(rule, ways);
  return (
    <fieldset className="link-fields">
      <legend className="visually-hidden">Link {place}</legend>
      <ChoiceField label="After" value={rule.delaySeconds} onChange={(event) => onChange({ ...rule, delaySeconds: Number(event.target.value) })}>
        {delayChoices(rule.delaySeconds).map(({ value, words }) => <option key={value} value={value}>{words}</option>)}
      </ChoiceField>
      <ChoiceField
        label="How" value={chosen?.key ?? ''} error={error}
        onChange={(event) => {
          const way = ways.find(({ key }) => key === event.target.value);
          if (way) onChange(ruleOf(way, rule.delaySeconds));
        }}
      >
        {ways.map(({ key, words }) => <option key={key} value={key}>{words}</option>)}
      </ChoiceField>
      <span className="link-fields-remove"><IconAction label={`Remove link ${place}`} icon="close" disabled={!mayRemove} onClick={onRemove} /></span>
    </fieldset>
  );
}
