import { useMatch, useNavigate } from 'react-router-dom';
import type { KnownProblem } from '#domain/problem/knownProblem';
import { services } from '../../live/configuration';
import { known } from '../../live/live';
import { knownProblems } from '../../live/problems';
import { Card, Empty, Icon, IconAction, PrimaryAction, Row, Rows, Screen, Stack } from '../../ui';
import { Reading } from '../configuration/Reading';
import { useMay, useReadable } from '../configuration/useReadable';
import '../configuration/configuration.css';
import { shownWith } from './problemDraft';

/** What is known to go wrong and how to get round it: the open ones first, then what is over. */
export default function Problems() {
  const live = useReadable('knownProblems/{id}', knownProblems);
  const mayChange = useMay('saveKnownProblem');
  const navigate = useNavigate();
  const add = () => { void navigate('/problems/new'); };
  return (
    <Screen
      title="Known problems" back={{ to: '/more', label: 'More' }}
      actions={mayChange ? <IconAction label="New known problem" icon="plus" onClick={add} data-testid="new-problem" /> : null}
    >
      <Reading live={live} label="Loading known problems">
        {(all) => (all.length === 0 ? (
          <Empty title="Nothing is known to go wrong" icon="help" action={mayChange ? <PrimaryAction icon="plus" onClick={add}>New known problem</PrimaryAction> : null}>
            <p>Write down what keeps coming back, and what to do until it is mended. It is shown with every incident of its kind.</p>
          </Empty>
        ) : (
          <Stack>
            <List title="Open" problems={all.filter(({ open }) => open)} nothing="None is open." />
            {all.some(({ open }) => !open) ? <List title="Over" problems={all.filter(({ open }) => !open)} nothing="" /> : null}
          </Stack>
        ))}
      </Reading>
    </Screen>
  );
}

function List({ title, problems, nothing }: { title: string; problems: readonly KnownProblem[]; nothing: string }) {
  const current = useMatch('/problems/:problemId')?.params.problemId;
  const everyService = known(useReadable('services/{id}', services)) ?? [];
  const nameOf = (serviceId: string) => everyService.find(({ id }) => id === serviceId)?.name ?? serviceId;
  return (
    <Card flush title={title}>
      {problems.length === 0 ? <p className="configuration-empty">{nothing}</p> : (
        <Rows label={title}>
          {[...problems].sort((a, b) => a.title.localeCompare(b.title)).map((problem) => (
            <Row
              key={problem.id} to={`/problems/${problem.id}`} current={problem.id === current} start={<Icon name={problem.open ? 'warning' : 'check'} />} title={problem.title}
              detail={shownWith(problem, nameOf)} data-testid="problem-row"
            />
          ))}
        </Rows>
      )}
    </Card>
  );
}
