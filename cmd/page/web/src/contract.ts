// The types of requests and answers; package desk (../../desk) has those of the program. Places
// are offsets in UTF-16 code units, as in the editor.

export interface Place { start: number; end: number }
export interface Edit extends Place { new: string }

export interface Draft {
  text: string;
  keyphrase: string;
  profile: string;
  language: string;
  headline: string;
  description: string;
}

export type Severity = 'error' | 'warning' | 'advice';
export const severities: Severity[] = ['error', 'warning', 'advice'];

export interface Basis { kind: string; says: string; source: string; url: string }

export interface Finding {
  id: string;
  rule: string;
  family: string;
  severity: Severity;
  place: Place;
  field: '' | 'headline' | 'description';
  whole: boolean;
  words: string;
  message: string;
  basis: Basis;
  fixes: { title: string; safe: boolean }[];
  related: { place: Place; message: string; words: string }[];
  unlisted: number;
  status: string;
  reason: string;
}

export interface Counts {
  error: number; warning: number; advice: number;
  suppressed: number; held: number; fixable: number;
}

export interface Line {
  text: string; own: boolean; width: number; characters: number;
  limit: number; desktop: number; mobile: number;
}

export interface Section { level: number; text: string; words: number; place: Place }

export interface Quote { text: string; speaker: string; cue: string; anonymous: boolean; place: Place }

export interface Metrics {
  words: number; unit: string; sentences: number; paragraphs: number; minutes: number;
  ease: number | null; links: number; images: number; hits: number;
}

export interface Inspection {
  language: string; metrics: Metrics; outline: Section[];
  search: { title: Line; description: Line };
  quotes: Quote[]; unread: boolean; keyphrase: string; subject: string; image: string;
}

export interface Reply {
  findings: Finding[];
  counts: Counts;
  notChecked: string[];
  skipped: { rule: string; reason: string }[];
  kind: string;
  article: boolean;
  unsettled: boolean; // a sentence needs the language model, which the program does not have
  inspection: Inspection | null;
  error?: string;
}

export interface Change { edits: Edit[]; done: string[]; refused: string; error?: string }

export interface Opened {
  markdown: string; html: string; title: string; description: string; keyphrase: string;
  left: string[]; error: string;
}

export interface Explanation {
  rule: string; summary: string; text: string; advice: string; basis: Basis; error?: string;
}

export interface About { profiles: string[]; families: string[]; rules: number; files: string[]; error?: string }
