import { Card } from '../../ui';
import { Fact, Facts } from './Facts';
import { seconds } from './seconds';
import type { Test } from './useTestPage';

/** A test page's way, measured: the tap, the backend, this screen, the person. */
export function TestPage({ test }: { test: Test }) {
  if (test.state === 'none') return null;
  if (test.state === 'refused') return <Card title="Test page" tone="danger"><p role="alert">{test.sentence}</p></Card>;
  if (test.state === 'asking') return <Card title="Test page"><p role="status">Asking Rouse for a page.</p></Card>;
  const { tappedAt, answeredAt, arrivedAt, notification } = test;
  const heard = notification?.seenAt ?? null;
  return (
    <Card title="Test page" tone={heard === null ? 'plain' : 'good'}>
      <p className="devices-times" role="status">
        {heard !== null ? 'It rang, and you heard it.' : arrivedAt === null ? 'On its way. If nothing rings within ten seconds, something is in the way.' : 'It is here. Say on it that you heard it.'}
      </p>
      <div style={{ marginTop: 10 }}>
        <Facts>
          <Fact name="Taken by Rouse">{seconds(answeredAt - tappedAt)} after your tap</Fact>
          <Fact name="On this screen">{arrivedAt === null ? 'Not yet' : `${seconds(arrivedAt - tappedAt)} after your tap`}</Fact>
          <Fact name="Heard">{heard === null || notification === null ? 'Not yet' : `${seconds(heard - notification.createdAt)} after it was made`}</Fact>
        </Facts>
      </div>
    </Card>
  );
}
