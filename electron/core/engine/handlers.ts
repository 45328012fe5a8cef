import { accountCommands, accountQueries } from '../features/accounts/handlers.ts';
import { analysisCommands, analysisQueries } from '../features/analysis/handlers.ts';
import { annotationCommands, annotationQueries } from '../features/annotations/handlers.ts';
import { chronologyCommands, chronologyQueries } from '../features/chronology/handlers.ts';
import { discussionCommands, discussionQueries } from '../features/discussion/handlers.ts';
import { draftCommands, draftQueries } from '../features/draft/handlers.ts';
import { gapCommands, gapQueries } from '../features/gaps/handlers.ts';
import { historyCommands, historyQueries } from '../features/history/handlers.ts';
import { laneQueries } from '../features/lanes/handlers.ts';
import { memoCommands, memoQueries } from '../features/memos/handlers.ts';
import { passageCommands, passageQueries } from '../features/passages/handlers.ts';
import { panelCommands, panelQueries } from '../features/panel/handlers.ts';
import { publishCommands, publishQueries } from '../features/publish/handlers.ts';
import { proceedingCommands, proceedingQueries } from '../features/proceedings/handlers.ts';
import { publicationRuleCommands, publicationRuleQueries } from '../features/publish/rule-handlers.ts';
import { recommendationCommands, recommendationQueries } from '../features/recommendations/handlers.ts';
import { registerCommands, registerQueries } from '../features/register/handlers.ts';
import { returnsCommands, returnsQueries } from '../features/returns/handlers.ts';
import { trackerCommands, trackerQueries } from '../features/returns/tracker/handlers.ts';
import { reviewCommands, reviewQueries } from '../features/review/handlers.ts';
import { themeCommands, themeQueries } from '../features/themes/handlers.ts';
import { viewCommands, viewQueries } from '../features/views/handlers.ts';
import type { CommandMap, QueryMap } from '../kernel/implement.ts';

/** Every query of an open review; one that is missing does not compile. */
export const queryHandlers = {
  ...reviewQueries,
  ...historyQueries,
  ...returnsQueries,
  ...trackerQueries,
  ...chronologyQueries,
  ...viewQueries,
  ...laneQueries,
  ...gapQueries,
  ...annotationQueries,
  ...discussionQueries,
  ...themeQueries,
  ...registerQueries,
  ...analysisQueries,
  ...recommendationQueries,
  ...draftQueries,
  ...publishQueries,
  ...publicationRuleQueries,
  ...proceedingQueries,
  ...accountQueries,
  ...panelQueries,
  ...passageQueries,
  ...memoQueries,
} satisfies QueryMap;

/** Every command of an open review. */
export const commandHandlers = {
  ...reviewCommands,
  ...historyCommands,
  ...returnsCommands,
  ...trackerCommands,
  ...chronologyCommands,
  ...viewCommands,
  ...gapCommands,
  ...annotationCommands,
  ...discussionCommands,
  ...themeCommands,
  ...registerCommands,
  ...analysisCommands,
  ...recommendationCommands,
  ...draftCommands,
  ...publishCommands,
  ...publicationRuleCommands,
  ...proceedingCommands,
  ...accountCommands,
  ...panelCommands,
  ...passageCommands,
  ...memoCommands,
} satisfies CommandMap;
