import type { NotificationRule } from '#domain/contact/notificationRule';
import type { ContactMethod } from '#domain/contact/contactMethod';
import { SECOND } from '#domain/time/instant';
import { durationWords } from '#domain/time/words';
import { ChannelIcon } from '../notifications/ChannelIcon';
import { chainSentence, momentsOf } from './ruleWords';

/** A chain as a sentence, and drawn by its times for those who see it. */
export function Chain({ chain, methods }: { chain: readonly NotificationRule[]; methods: readonly ContactMethod[] }) {
  return (
    <>
      <p className="chain-sentence tabular" data-testid="chain">{chainSentence(chain, methods)}</p>
      <ol className="chain" aria-hidden="true">
        {momentsOf(chain, methods).map(({ delaySeconds, links }) => (
          <li key={delaySeconds}>
            <span className="chain-icons">{links.map(({ channel }, index) => <ChannelIcon key={index} channel={channel} size={18} />)}</span>
            <span className="chain-time tabular">{durationWords(delaySeconds * SECOND)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
