/**
 * What is made of our rules before texts can be searched, as JSON. The build of the package replaces null by it, so that a
 * run does not have to make it again.
 */
export const OURS: string | null = null;
