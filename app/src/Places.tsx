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
const TimeOffPage = lazy(() => import('./screens/oncall/TimeOffPage'));
const Load = lazy(() => import('./screens/load/Load'));
const Metrics = lazy(() => import('./screens/metrics/Metrics'));
const Noise = lazy(() => import('./screens/noise/Noise'));
const ShiftReview = lazy(() => import('./screens/shiftReview/ShiftReview'));
const Audit = lazy(() => import('./screens/audit/Audit'));
const Schedules = lazy(() => import('./screens/schedules/Schedules'));
const SchedulePage = lazy(() => import('./screens/schedules/SchedulePage'));
const EditSchedule = lazy(() => import('./screens/schedules/EditSchedule'));
const EditTemporary = lazy(() => import('./screens/schedules/EditTemporary'));
const Holidays = lazy(() => import('./screens/schedules/Holidays'));
const EditHolidays = lazy(() => import('./screens/schedules/EditHolidays'));
const ShiftPage = lazy(() => import('./screens/shifts/ShiftPage'));
const EditReadiness = lazy(() => import('./screens/shifts/EditReadiness'));
const Runbooks = lazy(() => import('./screens/runbooks/Runbooks'));
const RunbookPage = lazy(() => import('./screens/runbooks/RunbookPage'));
const EditRunbook = lazy(() => import('./screens/runbooks/EditRunbook'));
const RunbookVersions = lazy(() => import('./screens/runbooks/Versions'));
const ImportRunbooks = lazy(() => import('./screens/runbooks/ImportRunbooks'));
const More = lazy(() => import('./screens/more/More'));
const Profile = lazy(() => import('./screens/more/Profile'));
const Devices = lazy(() => import('./screens/devices/Devices'));
const Contact = lazy(() => import('./screens/contact/Contact'));
const EditContactRules = lazy(() => import('./screens/contact/EditRules'));
const MoveIn = lazy(() => import('./screens/moveIn/MoveIn'));
const MoveOut = lazy(() => import('./screens/moveIn/MoveOut'));
const NotificationLog = lazy(() => import('./screens/notifications/NotificationLog'));
const Subscriptions = lazy(() => import('./screens/subscriptions/Subscriptions'));
const People = lazy(() => import('./screens/people/People'));
const PersonPage = lazy(() => import('./screens/people/Person'));
const Severities = lazy(() => import('./screens/severities/Severities'));
const RuleScopes = lazy(() => import('./screens/routing/RuleScopes'));
const RoutingRules = lazy(() => import('./screens/routing/RoutingRules'));
const Policies = lazy(() => import('./screens/policies/Policies'));
const PolicyPage = lazy(() => import('./screens/policies/PolicyPage'));
const EditPolicy = lazy(() => import('./screens/policies/EditPolicy'));
const Coverage = lazy(() => import('./screens/coverage/Coverage'));
const WhoIsPaged = lazy(() => import('./screens/coverage/WhoIsPaged'));
const PostMortems = lazy(() => import('./screens/postMortems/PostMortems'));
const PostMortemPage = lazy(() => import('./screens/postMortems/PostMortemPage'));
const Problems = lazy(() => import('./screens/problems/Problems'));
const EditProblem = lazy(() => import('./screens/problems/EditProblem'));
const WarRoomPage = lazy(() => import('./screens/warRoom/WarRoomPage'));
const Plans = lazy(() => import('./screens/plans/Plans'));
const EditPlan = lazy(() => import('./screens/plans/EditPlan'));
const Destinations = lazy(() => import('./screens/destinations/Destinations'));
const DestinationPage = lazy(() => import('./screens/destinations/DestinationPage'));
const EditDestination = lazy(() => import('./screens/destinations/EditDestination'));
const Drills = lazy(() => import('./screens/drills/Drills'));
const PlanDrill = lazy(() => import('./screens/drills/PlanDrill'));
const DrillPage = lazy(() => import('./screens/drills/DrillPage'));
const Services = lazy(() => import('./screens/services/Services'));
const ServicePage = lazy(() => import('./screens/services/ServicePage'));
const EditService = lazy(() => import('./screens/services/EditService'));
const Integrations = lazy(() => import('./screens/integrations/Integrations'));
const NewIntegration = lazy(() => import('./screens/integrations/NewIntegration'));
const IntegrationPage = lazy(() => import('./screens/integrations/IntegrationPage'));
const EditIntegration = lazy(() => import('./screens/integrations/EditIntegration'));
const Heartbeats = lazy(() => import('./screens/heartbeats/Heartbeats'));
const HeartbeatPage = lazy(() => import('./screens/heartbeats/HeartbeatPage'));
const EditHeartbeat = lazy(() => import('./screens/heartbeats/EditHeartbeat'));
const StatusPage = lazy(() => import('./screens/statusPage/StatusPage'));
const StatusSettings = lazy(() => import('./screens/statusPage/EditSettings'));
const EditStatusComponent = lazy(() => import('./screens/statusPage/EditComponent'));
const NewNotice = lazy(() => import('./screens/statusPage/notice/NewNotice'));
const NoticePage = lazy(() => import('./screens/statusPage/notice/NoticePage'));
const EditPlannedMaintenance = lazy(() => import('./screens/statusPage/maintenance/EditMaintenance'));
const Maintenance = lazy(() => import('./screens/maintenance/Maintenance'));
const WindowPage = lazy(() => import('./screens/maintenance/WindowPage'));
const EditWindow = lazy(() => import('./screens/maintenance/EditWindow'));

/** Every address of the app. A path that leads nowhere leads to the incidents. */
export function Places() {
  return (
    <ScreenBoundary at={useLocation().pathname}>
      <Routes>
        <Route path="/sign-in" element={<SignIn />} />
        <Route path="/invite/:token" element={<AcceptInvite />} />
        <Route path="/move-in" element={<MoveIn />} />
        <Route element={<Gate />}>
          <Route path="/welcome" element={<Welcome />} />
          <Route element={<Shell />}>
            <Route element={<TwoPane root="/incidents" list={<Inbox />} nothing="Choose an incident to see it here." />}>
              <Route path="/incidents" element={null} />
              <Route path="/incidents/:incidentId" element={<IncidentPage />} />
              <Route path="/report" element={<Report />} />
            </Route>
            <Route path="/on-call" element={<OnCall />} />
            <Route path="/load" element={<Load />} />
            <Route path="/metrics" element={<Metrics />} />
            <Route path="/noise" element={<Noise />} />
            <Route path="/shift-review" element={<ShiftReview />} />
            <Route path="/schedules" element={<Schedules />} />
            <Route path="/schedules/new" element={<EditSchedule />} />
            <Route path="/schedules/:scheduleId" element={<SchedulePage />} />
            <Route path="/schedules/:scheduleId/edit" element={<EditSchedule />} />
            <Route path="/schedules/:scheduleId/temporary/new" element={<EditTemporary />} />
            <Route path="/schedules/:scheduleId/temporary/:temporaryId" element={<EditTemporary />} />
            <Route path="/holidays" element={<Holidays />} />
            <Route path="/holidays/new" element={<EditHolidays />} />
            <Route path="/holidays/:calendarId" element={<EditHolidays />} />
            <Route path="/shifts/:shiftId" element={<ShiftPage />} />
            <Route path="/readiness" element={<EditReadiness />} />
            <Route element={<TwoPane root="/runbooks" list={<Runbooks />} nothing="Choose a runbook to read it here." />}>
              <Route path="/runbooks" element={null} />
              <Route path="/runbooks/import" element={<ImportRunbooks />} />
              <Route path="/runbooks/:runbookId" element={<RunbookPage />} />
              <Route path="/runbooks/:runbookId/versions" element={<RunbookVersions />} />
            </Route>
            <Route path="/runbooks/new" element={<EditRunbook />} />
            <Route path="/runbooks/:runbookId/edit" element={<EditRunbook />} />
            <Route element={<TwoPane root="/more" list={<More />} nothing="Choose what to look at." />}>
              <Route path="/more" element={null} />
              <Route path="/profile" element={<Profile />} />
              <Route path="/profile/time-off" element={<TimeOffPage />} />
              <Route path="/devices" element={<Devices />} />
              <Route path="/devices/move" element={<MoveOut />} />
              <Route path="/contact" element={<Contact />} />
              <Route path="/contact/rules/:urgency" element={<EditContactRules />} />
              <Route path="/notifications" element={<NotificationLog />} />
              <Route path="/subscriptions" element={<Subscriptions />} />
              <Route path="/people" element={<People />} />
              <Route path="/people/:userId" element={<PersonPage />} />
              <Route path="/services" element={<Services />} />
              <Route path="/services/new" element={<EditService />} />
              <Route path="/services/:serviceId" element={<ServicePage />} />
              <Route path="/services/:serviceId/edit" element={<EditService />} />
              <Route path="/policies" element={<Policies />} />
              <Route path="/policies/new" element={<EditPolicy />} />
              <Route path="/policies/:policyId" element={<PolicyPage />} />
              <Route path="/policies/:policyId/edit" element={<EditPolicy />} />
              <Route path="/coverage" element={<Coverage />} />
              <Route path="/coverage/preview" element={<WhoIsPaged />} />
              <Route path="/plans" element={<Plans />} />
              <Route path="/plans/new" element={<EditPlan />} />
              <Route path="/plans/:planId" element={<EditPlan />} />
              <Route path="/destinations" element={<Destinations />} />
              <Route path="/destinations/new" element={<EditDestination />} />
              <Route path="/destinations/:destinationId" element={<DestinationPage />} />
              <Route path="/destinations/:destinationId/edit" element={<EditDestination />} />
              <Route path="/integrations" element={<Integrations />} />
              <Route path="/integrations/new" element={<NewIntegration />} />
              <Route path="/integrations/:integrationId" element={<IntegrationPage />} />
              <Route path="/integrations/:integrationId/edit" element={<EditIntegration />} />
              <Route path="/heartbeats" element={<Heartbeats />} />
              <Route path="/heartbeats/new" element={<EditHeartbeat />} />
              <Route path="/heartbeats/:heartbeatId" element={<HeartbeatPage />} />
              <Route path="/heartbeats/:heartbeatId/edit" element={<EditHeartbeat />} />
              <Route path="/maintenance" element={<Maintenance />} />
              <Route path="/maintenance/new" element={<EditWindow />} />
              <Route path="/maintenance/:windowId" element={<WindowPage />} />
              <Route path="/maintenance/:windowId/edit" element={<EditWindow />} />
              <Route path="/status-page" element={<StatusPage />} />
              <Route path="/status-page/settings" element={<StatusSettings />} />
              <Route path="/status-page/components/new" element={<EditStatusComponent />} />
              <Route path="/status-page/components/:componentId" element={<EditStatusComponent />} />
              <Route path="/status-page/notices/new" element={<NewNotice />} />
              <Route path="/status-page/notices/:noticeId" element={<NoticePage />} />
              <Route path="/status-page/maintenance/new" element={<EditPlannedMaintenance />} />
              <Route path="/status-page/maintenance/:noticeId" element={<EditPlannedMaintenance />} />
              <Route path="/post-mortems" element={<PostMortems />} />
              <Route path="/problems" element={<Problems />} />
              <Route path="/problems/new" element={<EditProblem />} />
              <Route path="/problems/:problemId" element={<EditProblem />} />
              <Route path="/war-room" element={<WarRoomPage />} />
              <Route path="/drills" element={<Drills />} />
              <Route path="/drills/new" element={<PlanDrill />} />
              <Route path="/drills/:drillId" element={<DrillPage />} />
              <Route path="/severities" element={<Severities />} />
              <Route path="/audit" element={<Audit />} />
              <Route path="/routing" element={<RuleScopes />} />
            </Route>
            <Route path="/post-mortems/:incidentId" element={<PostMortemPage />} />
            <Route path="/routing/:kind/:id" element={<RoutingRules />} />
          </Route>
        </Route>
        <Route path="*" element={<Navigate to="/incidents" replace />} />
      </Routes>
    </ScreenBoundary>
  );
}
