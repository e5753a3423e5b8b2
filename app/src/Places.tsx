import { lazy } from 'react';
import { Navigate, Route, Routes, useLocation } from 'react-router-dom';
import { Gate } from './layout/Gate';
import { ScreenBoundary } from './layout/ScreenBoundary';
import { Shell } from './layout/Shell';
import { TwoPane } from './layout/TwoPane';

const SignIn = lazy(() => import('./screens/session/SignIn'));
const AcceptInvite = lazy(() => import('./screens/session/AcceptInvite'));
const Welcome = lazy(() => import('./screens/welcome/Welcome'));
const Inbox = lazy(() => import('./screens/inbox/Inbox'));
const IncidentPage = lazy(() => import('./screens/incident/IncidentPage'));
const Report = lazy(() => import('./screens/report/Report'));
const OnCall = lazy(() => import('./screens/oncall/OnCall'));
const Runbooks = lazy(() => import('./screens/runbooks/Runbooks'));
const RunbookPage = lazy(() => import('./screens/runbooks/RunbookPage'));
const More = lazy(() => import('./screens/more/More'));
const Profile = lazy(() => import('./screens/more/Profile'));
const Devices = lazy(() => import('./screens/devices/Devices'));
const People = lazy(() => import('./screens/people/People'));
const PersonPage = lazy(() => import('./screens/people/Person'));

/** Every address of the app. A path that leads nowhere leads to the incidents. */
export function Places() {
  return (
    <ScreenBoundary at={useLocation().pathname}>
      <Routes>
        <Route path="/sign-in" element={<SignIn />} />
        <Route path="/invite/:token" element={<AcceptInvite />} />
        <Route element={<Gate />}>
          <Route path="/welcome" element={<Welcome />} />
          <Route element={<Shell />}>
            <Route element={<TwoPane root="/incidents" list={<Inbox />} nothing="Choose an incident to see it here." />}>
              <Route path="/incidents" element={null} />
              <Route path="/incidents/:incidentId" element={<IncidentPage />} />
              <Route path="/report" element={<Report />} />
            </Route>
            <Route path="/on-call" element={<OnCall />} />
            <Route element={<TwoPane root="/runbooks" list={<Runbooks />} nothing="Choose a runbook to read it here." />}>
              <Route path="/runbooks" element={null} />
              <Route path="/runbooks/:runbookId" element={<RunbookPage />} />
            </Route>
            <Route element={<TwoPane root="/more" list={<More />} nothing="Choose what to look at." />}>
              <Route path="/more" element={null} />
              <Route path="/profile" element={<Profile />} />
              <Route path="/devices" element={<Devices />} />
              <Route path="/people" element={<People />} />
              <Route path="/people/:userId" element={<PersonPage />} />
            </Route>
          </Route>
        </Route>
        <Route path="*" element={<Navigate to="/incidents" replace />} />
      </Routes>
    </ScreenBoundary>
  );
}
