/** Where the whole language of conditions stands, for whoever is told of a part of it. */
export const CONDITIONS_PAGE = 'docs/conditions.md';
