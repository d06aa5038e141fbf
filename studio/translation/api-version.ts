/** The version of the lake's addresses that the translation fields ask. */
export const API = { apiVersion: '2025-02-19' } as const
