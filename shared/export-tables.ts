/** What is remembered and can be exported, table by table, in the order in which it is brought back in. */
export const exportTables = ['rules', 'contacts', 'callers', 'lists', 'listNumbers', 'calls'] as const;
export type ExportTable = (typeof exportTables)[number];
