import { z } from 'zod';
import { Fields, Said } from '../said';

const Text = Said;
const Login = Fields.pipe(z.object({ login: Text }));

/** Where an event happened; events of an organisation have no repository. */
const around = { action: Text, repository: Fields.pipe(z.object({ full_name: Text, html_url: Text })), sender: Login };

const run = {
  name: Text, head_branch: Text, head_sha: Text, conclusion: Text, html_url: Text, created_at: Text, updated_at: Text, completed_at: Text,
};

export const WorkflowRun = z.object({
  ...around, workflow: Fields.pipe(z.object({ name: Text })),
  workflow_run: z.object({
    ...run, workflow_id: Text, path: Text, event: Text, run_number: Text, run_attempt: Text, display_title: Text, actor: Login,
    head_commit: Fields.pipe(z.object({ message: Text })),
  }),
});
export type WorkflowRun = z.infer<typeof WorkflowRun>;

export const WorkflowJob = z.object({ ...around, workflow_job: z.object({ ...run, workflow_name: Text, runner_name: Text, run_id: Text }) });
export type WorkflowJob = z.infer<typeof WorkflowJob>;

export const CheckRun = z.object({
  ...around,
  check_run: z.object({
    ...run, details_url: Text, app: Fields.pipe(z.object({ slug: Text, name: Text })), output: Fields.pipe(z.object({ title: Text, summary: Text })),
    check_suite: Fields.pipe(z.object({ head_branch: Text })),
  }),
});
export type CheckRun = z.infer<typeof CheckRun>;

const deployment = z.object({ ref: Text, sha: Text, task: Text, environment: Text, description: Text, creator: Login, created_at: Text });
export const Deployment = z.object({ ...around, deployment });
export const DeploymentStatus = z.object({
  ...around, deployment: Fields.pipe(deployment),
  deployment_status: z.object({
    state: Text, description: Text, environment: Text, target_url: Text, log_url: Text, environment_url: Text, created_at: Text, updated_at: Text,
  }),
});
export type DeploymentStatus = z.infer<typeof DeploymentStatus>;
