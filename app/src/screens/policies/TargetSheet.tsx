import { useState } from 'react';
import type { Target } from '#domain/escalation/policy';
import { Field, Icon, PrimaryAction, Sheet } from '../../ui';
import { targetKey } from './policyDraft';
import { targetGroups, targetIcons } from './targetOptions';
import type { PolicyFacts } from './usePolicyFacts';

/** The schema's largest step. */
const MOST = 20;

/** Everybody and everything that a step may page, to be searched and ticked. */
export function TargetSheet({ open, title, targets, facts, now, onChange, onClose }: {
  open: boolean; title: string; targets: readonly Target[]; facts: PolicyFacts; now: number; onChange: (targets: Target[]) => void; onClose: () => void;
}) {
  const [search, setSearch] = useState('');
  const groups = open ? targetGroups(facts, now, search) : [];
  const chosen = new Set(targets.map(targetKey));
  const toggle = (target: Target) => onChange(chosen.has(targetKey(target)) ? targets.filter((each) => targetKey(each) !== targetKey(target)) : [...targets, target]);
  const close = () => { setSearch(''); onClose(); };
  return (
    <Sheet open={open} onClose={close} title={title}>
      <Field label="Search" type="search" placeholder="A name, a team, a schedule" value={search} autoComplete="off" onChange={(event) => setSearch(event.target.value)} />
      <div className="policy-options">
        {groups.map(({ kind, title: heading, options }) => (
          <fieldset key={kind}>
            <legend>{heading}</legend>
            {options.map(({ target, name, detail }) => (
              <label key={targetKey(target)}>
                <input type="checkbox" checked={chosen.has(targetKey(target))} disabled={!chosen.has(targetKey(target)) && chosen.size >= MOST} onChange={() => toggle(target)} />
                <Icon name={targetIcons[kind]} size={20} />
                <span><span>{name}</span><span className="quiet small">{detail}</span></span>
              </label>
            ))}
          </fieldset>
        ))}
        {open && groups.length === 0 ? <p className="quiet">{search.trim() === '' ? 'There is nobody to page yet. Invite people first.' : `Nobody fits “${search.trim()}”.`}</p> : null}
      </div>
      <div className="sheet-actions policy-options-done"><PrimaryAction onClick={close} data-testid="targets-done">{chosen.size === 0 ? 'Close' : `Done, ${chosen.size} chosen`}</PrimaryAction></div>
    </Sheet>
  );
}
