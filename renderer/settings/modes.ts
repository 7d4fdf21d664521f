/** Ways of keeping watch, in the order in which they are offered. */
export const modes = ['normal', 'watch', 'contacts', 'night'] as const;
