/** The parts of the way from a tap on a notification to the incident, in the order in which they are needed; each by what it begins with. */
const way: readonly (readonly [string, readonly string[]])[] = [
  ['session', ['session/session.ts']],
  ['components', ['ui/ionic.tsx']],
  ['app', ['App.tsx']],
  ['page', ['screens/incident/PageByToken.tsx']],
  ['incident', ['screens/incident/IncidentPage.tsx']],
  ['companion', ['Companion.tsx', 'screens/alarm/AlarmOverlay.tsx']],
  ['now', ['screens/incident/Now.tsx', 'screens/incident/FirstStep.tsx', 'screens/incident/Shortcuts.tsx']],
  ['incident-parts', ['Timeline.tsx', 'RunbookPart.tsx', 'IncidentMenu.tsx'].map((file) => `screens/incident/${file}`)],
];
const react = /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/;

type Graph = { getModuleInfo: (id: string) => { importedIds: readonly string[] } | null };

/**
 * Which file of the build a module goes into, where it is one on the way from a tap to the incident; null: wherever the bundler puts it. A bundler makes a file of every
 * set of modules that some screens share: 103 of them were fetched for one incident, each a task of a slow phone's only thread. A part holds what it needs and no earlier
 * part has, so nothing is fetched twice and nothing that is not needed. `source`: the folder of the app's modules, with its slash.
 */
export function partsOfTheWay(source: string): (id: string, graph: Graph) => string | null {
  let parts: ReadonlyMap<string, string> | undefined;
  return (id, graph) => (react.test(id) ? 'react' : (parts ??= placesOf(source, graph)).get(id) ?? null);
}

function placesOf(source: string, graph: Graph): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  for (const [part, beginnings] of way) {
    const waiting = beginnings.map((file) => source + file);
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const module = graph.getModuleInfo(id);
      if (module === null || places.has(id)) continue;
      places.set(id, part);
      waiting.push(...module.importedIds);
    }
  }
  return places;
}
