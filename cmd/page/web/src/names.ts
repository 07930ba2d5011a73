// The names on the page for terms of the program.

import type { Severity } from './contract';

export const severityTitles: Record<Severity, string> = { error: 'Error', warning: 'Warning', advice: 'Advice' };

export const severityHints: Record<Severity, string> = {
  error: 'wrong in any style',
  warning: 'readers or search engines will stumble',
  advice: 'worth a thought',
};

export const familyNames: Record<string, string> = {
  headline: 'Headline',
  description: 'Description and address',
  headings: 'Subheadings',
  images: 'Images',
  links: 'Links',
  length: 'Length',
  keyphrase: 'Keyphrase',
  quotes: 'Quotations and sources',
  readability: 'Reading',
  drafting: 'Slips and leftovers',
  site: 'Whole site',
  house: 'House style',
  other: 'Other',
};

export const profileNames: Record<string, string> = {
  blog: 'Blog article',
  news: 'News',
  evergreen: 'Guide that stays for years',
  docs: 'Manual',
};

export const languages = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt', 'da', 'sv', 'nb', 'fi', 'pl', 'cs', 'hu', 'ro', 'tr', 'ru', 'uk', 'el', 'ar', 'he', 'hi', 'zh', 'ja', 'ko'];

export function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
