/** One step of the data's form. Never edited once it was in a release; a new step is a new file. */
export interface Migration {
  /** The file's user_version after this step; steps are numbered 1, 2, 3 … without gaps. */
  version: number;
  name: string;
  sql: string;
}
