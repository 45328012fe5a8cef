/**
 * Several answers at once, with `queryFor`: the blocks in view of a long list. Kept fresh like any other.
 * Here, so that the places need not know which library keeps the answers.
 */
export { useQueries } from '@tanstack/react-query';
