import type { Connect } from '../parsed';

/** docs.github.com: Creating webhooks. */
export const connect: Connect = {
  steps: [
    'In the repository (or the organization), open Settings → Webhooks → Add webhook.',
    'Payload URL: paste the address below. Content type: application/json.',
    'Secret: choose one and enter the same here, under Signature; then a request without it is refused.',
    'Choose Let me select individual events: Workflow runs, Deployments and Deployment statuses. Leave Pushes out.',
    'Add webhook: GitHub sends a ping, which appears here and pages nobody.',
  ],
  code: { language: 'text', text: '{url}' },
  notes: [
    'A workflow that fails fires until it succeeds on the same branch; cancelled and skipped runs change nothing. To page for some workflows or branches only, suppress the others with a routing rule on the labels workflow and branch.',
    'Deployments do not page: they are shown with the service’s incidents of the next 24 hours.',
    'Workflow jobs and Check runs work too. Choose one of the three, or one failure is told three times.',
  ],
};
