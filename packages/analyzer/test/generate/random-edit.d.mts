export function randomEdit(text: string, random: () => number): string;
