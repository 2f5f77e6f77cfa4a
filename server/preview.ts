export const providePreview = async () => ({ ok: false as const, version: 0, message: "" });
