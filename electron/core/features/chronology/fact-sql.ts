import type { Fact } from '#shared/contract/event-filter.ts';
import { sameCells } from '../../db/kept-cells.ts';
import { EVENT_FIELDS } from './event-row.ts';

const CORRECTED = `FROM correction c WHERE c."eventId" = e.id AND c.field = p.field`;
const AS_WRITTEN = EVENT_FIELDS.map((field) => `WHEN '${field}' THEN e."${field}"`).join(' ');
const STANDING = `CASE WHEN EXISTS (SELECT 1 ${CORRECTED}) THEN (SELECT c.value ${CORRECTED}) ELSE CASE p.field ${AS_WRITTEN} END END`;

/** Whether the words of a passage `p` of an entry `e` stand where it says; never NULL. Asked of the text, whatever changed it. */
export const PASSAGE_STANDS = `(ifnull(substr(${STANDING}, p."fromChar" + 1, length(p.quote)) = p.quote, 0))`;
const UNPLACED = `EXISTS (SELECT 1 FROM passage p WHERE p."eventId" = e.id AND NOT ${PASSAGE_STANDS})`;

/** Whether the thread of an annotation `a` is open: nobody has settled it, or somebody opened it again. */
export const THREAD_IS_OPEN = `(ifnull((SELECT r.kind FROM "annotationReply" r WHERE r."annotationId" = a.id AND r.kind <> 'reply'
  ORDER BY r."rowVersion" DESC, r.id DESC LIMIT 1), 'reopened') = 'reopened')`;

/** What an entry `e` is or is not, in SQL. */
export const FACTS: Readonly<Record<Fact, string>> = {
  timeKnown: '(e.time IS NOT NULL)',
  tagged: 'EXISTS (SELECT 1 FROM "themeTag" t WHERE t."eventId" = e.id)',
  annotated: 'EXISTS (SELECT 1 FROM annotation a WHERE a."eventId" = e.id)',
  corrected: 'EXISTS (SELECT 1 FROM correction c WHERE c."eventId" = e.id)',
  linked: 'EXISTS (SELECT 1 FROM evidence v WHERE v."eventId" = e.id)',
  noContact: '(e."noContact" = 1)',
  addedByHand: '(e."returnId" IS NULL)',
  placedByHand: '(e."byHand" = 1)',
  grouped: 'EXISTS (SELECT 1 FROM "accountMember" m WHERE m."eventId" = e.id)',
  askedAbout: `(EXISTS (SELECT 1 FROM "versionQuestion" q WHERE q."eventId" = e.id AND q.answer IS NULL) OR ${UNPLACED})`,
  passage: 'EXISTS (SELECT 1 FROM passage p WHERE p."eventId" = e.id)',
  openThread: `EXISTS (SELECT 1 FROM annotation a WHERE a."eventId" = e.id AND ${THREAD_IS_OPEN})`,
  openChallenge: `EXISTS (SELECT 1 FROM "accuracyChallenge" a WHERE a."eventId" = e.id AND a.state = 'open')`,
  memo: 'EXISTS (SELECT 1 FROM "memoLink" l WHERE l."eventId" = e.id)',
  // In the newest version of its return, where that is not the first, and not word for word in the version before.
  changedLast: `(e."returnId" IN (SELECT id FROM "agencyReturn" WHERE "returnVersion" > 1) AND EXISTS (
    SELECT 1 FROM "eventSource" s JOIN "returnRow" n ON n.id = s."returnRowId" JOIN "agencyReturn" r ON r.id = n."returnId"
     WHERE s."eventId" = e.id AND n."returnVersion" = r."returnVersion" AND r."returnVersion" > 1 AND NOT EXISTS (
       SELECT 1 FROM "eventSource" b JOIN "returnRow" o ON o.id = b."returnRowId"
        WHERE b."eventId" = e.id AND o."returnId" = n."returnId" AND o."returnVersion" = n."returnVersion" - 1 AND ${sameCells('o', 'n')})))`,
};
