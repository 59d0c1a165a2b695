/** How Postfix begins to tell that a host could not be reached or went away, in front of its name (src/smtp). */
export const HOST_FAILED: readonly string[] = ['lost connection with ', 'conversation with ', 'connect to '];
