import { thisPlatform } from '../../../device/platform';
import { Icon, PrimaryAction } from '../../../ui';
import { CallByPhone } from '../CallByPhone';
import { smsHref } from './pageWords';
import './unsent-spot.css';

/** Other ways to say it, that need no data network. `reply`: what to write, such as `472`. */
export type OtherWays = { sms: { number: string; reply: string } | null; call: { name: string; number: string } | null };

/**
 * In the spot that was tapped: that it has not arrived, and what goes on meanwhile. A touch tries again; beneath it the ways that a telephone has without a network for
 * data. It never looks done.
 */
export function UnsentSpot({ what, meanwhile, ways, onRetry }: { what: string; meanwhile: string; ways: OtherWays; onRetry: () => void }) {
  return (
    <>
      <p className="visually-hidden" role="status">{what} is not yet sent. {meanwhile}</p>
      <PrimaryAction tone="plain" onClick={onRetry} data-testid="primary-action">
        <span className="unsent-spot" data-testid="not-yet-sent">Not yet sent. {meanwhile}</span>
        <span className="unsent-spot-again">It is tried again by itself. Touch to try now.</span>
      </PrimaryAction>
      {ways.sms === null && ways.call === null ? null : (
        <div className="unsent-spot-ways">
          {ways.sms ? (
            <a className="action action-quiet action-quiet-accent" href={smsHref(ways.sms.number, ways.sms.reply, thisPlatform().kind)} data-testid="text-code">
              <Icon name="note" size={20} /><span>Text {ways.sms.reply} to <span className="tabular unsent-spot-number">{ways.sms.number}</span></span>
            </a>
          ) : null}
          {ways.call ? <CallByPhone name={ways.call.name} number={ways.call.number} quiet /> : null}
        </div>
      )}
    </>
  );
}
