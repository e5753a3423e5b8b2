import { z } from 'zod';

/** A path into the JSON: names and indexes joined by dots, `alert.labels.0.value`. `$` alone is the whole body. */
export const JsonPath = z.string().trim().min(1, 'must not be empty').max(200);
export type JsonPath = z.infer<typeof JsonPath>;

/** Words that mean a status, compared without case. */
const StatusWords = z.array(z.string().trim().min(1).max(60)).max(20);

/** Where a custom body keeps what Rouse needs: each field the first of its paths that leads to something. */
export const Mapping = z.strictObject({
  /** The list of alerts in the body; null: the body is one alert. Other paths start at each of them. */
  alerts: JsonPath.nullable(),
  title: z.array(JsonPath).min(1, 'needs a path to the title').max(5),
  description: z.array(JsonPath).max(5),
  status: z.array(JsonPath).max(5),
  /** Words beyond the usual ones (`resolved`, `ok`, `up`, ...). Without a status that says otherwise, an alert fires. */
  resolvedWords: StatusWords, acknowledgedWords: StatusWords, ignoredWords: StatusWords,
  severity: z.array(JsonPath).max(5),
  dedupKey: z.array(JsonPath).max(5),
  groupKey: z.array(JsonPath).max(5),
  service: z.array(JsonPath).max(5),
  startedAt: z.array(JsonPath).max(5),
  links: z.array(JsonPath).max(5),
  labels: JsonPath.nullable(),
});
export type Mapping = z.infer<typeof Mapping>;
