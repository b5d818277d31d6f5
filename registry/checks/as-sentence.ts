/** Words of others with a full stop where they have none. */
export const asSentence = (text: string) => (/[.!?…]$/.test(text) ? text : `${text}.`);
