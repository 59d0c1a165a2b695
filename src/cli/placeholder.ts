/** What stands for the name of the period in the name of a file. */
export const PLACEHOLDER = '{period}';
