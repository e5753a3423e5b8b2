import type { Vendor } from '#domain/service/service';
import { Card, Icon } from '../../ui';
import type { IconName } from '../../ui';
import { waysTo } from './vendors';
import type { VendorWay } from './vendors';
import './vendors.css';

const icons: Record<VendorWay['kind'], IconName> = { phone: 'phone', email: 'note', url: 'open' };
const does: Record<VendorWay['kind'], string> = { phone: 'Call', email: 'Write to', url: 'Open' };

/** Whom to call outside, each way one tap. Nobody: nothing is shown. */
export function VendorsCard({ vendors }: { vendors: readonly Vendor[] }) {
  if (vendors.length === 0) return null;
  return (
    <Card title="Whom to call outside">
      <ul className="vendor-list">
        {vendors.map((vendor, index) => (
          <li key={`${vendor.name} ${index}`} data-testid="vendor">
            <h3>{vendor.name}</h3>
            {vendor.note === '' ? null : <p className="quiet">{vendor.note}</p>}
            <div className="vendor-ways">
              {waysTo(vendor).map(({ kind, href, words }) => (
                <a key={kind} className="tabular" href={href} {...(kind === 'url' ? { target: '_blank', rel: 'noopener noreferrer' } : {})} aria-label={`${does[kind]} ${vendor.name}: ${words}`}>
                  <Icon name={icons[kind]} size={18} /><span>{words}</span>
                </a>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
