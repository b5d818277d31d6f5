interface Words {
  readonly sv: string;
  readonly en: string;
}

/** What is wrong and what to do, in both languages; {name} stands for a value of the mistake. */
export interface MistakeWords {
  readonly message: Words;
  readonly remedy: Words;
}
