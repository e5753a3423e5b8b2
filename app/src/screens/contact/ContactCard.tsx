import { thisPlatform } from '../../device';
import type { Platform } from '../../device';
import { Card, Icon } from '../../ui';

const steps: Record<Platform['kind'], readonly string[]> = {
  ios: ['Open it and add it to your contacts.', 'Settings, Focus, Do Not Disturb, People: allow calls from it.', 'In the contact, Ringtone and Text Tone: turn on Emergency Bypass for both. It rings with the phone on silent, too.'],
  android: ['Open it and add it to your contacts.', 'Mark it as a favourite with the star.', 'Settings, Notifications, Do Not Disturb, People: allow calls and messages from starred contacts.'],
  desktop: ['Send it to your phone, or open this screen there.', 'Add it to your contacts.', 'Allow calls and messages from it in the phone’s Do Not Disturb settings.'],
};

/** The numbers that page, as a contact: a phone that does not disturb lets a contact through that its owner allowed. */
export function ContactCard() {
  return (
    <Card title="Let SMS and calls through do-not-disturb">
      <p><a className="contact-link" href="/v1/contact.vcf" download="rouse-pager.vcf"><Icon name="person" size={20} /><span>Get the contact “Rouse pager”</span></a></p>
      <ol className="devices-steps">{steps[thisPlatform().kind].map((step) => <li key={step}><span>{step}</span></li>)}</ol>
    </Card>
  );
}
