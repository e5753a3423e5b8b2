import { useParams } from 'react-router-dom';
import { useEdited } from '../../drafts/useEdited';
import { usePerson } from '../../session/useSession';
import { Empty, Failure, Screen, Skeleton } from '../../ui';
import { readFailures } from '../../words/errors';
import { EditRules } from './EditRules';
import { ReadRules } from './ReadRules';
import { RulesDraft } from './ruleDraft';
import { draftNameOf, useScope } from './useScope';
import type { Scope } from './useScope';

const back = { to: '/routing', label: 'Routing rules' };

/** The rules of one service or integration: admins change them beside a tester, responders read them. */
export default function RoutingRules() {
  const { kind, id } = useParams();
  const { role } = usePerson();
  const scope = useScope(kind, id);
  switch (scope.state) {
    case 'loading': return <Screen title="Routing rules" back={back}><Skeleton rows={5} label="Loading the rules" /></Screen>;
    case 'failed': return <Screen title="Routing rules" back={back}><Failure title={readFailures[scope.reason].title}><p>{readFailures[scope.reason].text}</p></Failure></Screen>;
    case 'absent': return <Screen title="Routing rules" back={back}><Empty title="Nothing by this address" icon="menu"><p>The service or integration may have been removed. Go back to the list.</p></Empty></Screen>;
    case 'known': return role === 'admin' ? <Changeable key={draftNameOf(scope.of.scope)} of={scope.of} /> : <ReadRules of={scope.of} />;
    default: return scope satisfies never;
  }
}

function Changeable({ of }: { of: Scope }) {
  const edited = useEdited(draftNameOf(of.scope), RulesDraft, of.saved);
  return edited === null ? null : <EditRules of={of} edited={edited} />;
}
