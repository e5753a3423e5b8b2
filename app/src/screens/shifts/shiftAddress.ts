/** What the address of a shift's page says: the id of its readiness, `schedule.person.start`. The person and the start have no dot. Null for anything else. */
export function shiftOf(id: string): { scheduleId: string; userId: string; startAt: number } | null {
  const parts = id.split('.');
  const [userId, start] = [parts.at(-2), parts.at(-1)];
  const scheduleId = parts.slice(0, -2).join('.');
  if (!userId || !start || scheduleId === '' || !/^\d{1,15}$/.test(start)) return null;
  return { scheduleId, userId, startAt: Number(start) };
}
