/** What an input can be told to hold, where its content is not to tell it. */
export const INPUT_FORMATS = ['postfix', 'mbox', 'mail'] as const;
export type InputFormat = (typeof INPUT_FORMATS)[number];
