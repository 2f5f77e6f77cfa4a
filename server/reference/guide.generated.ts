// Generated from docs/language by scripts/generate-guide.mts. Do not edit.
export const guide: readonly { page: string; title: string; text: string }[] = [
  {"page":"generated-code","title":"Generated code","text":"Stub."},
];
