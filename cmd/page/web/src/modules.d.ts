declare module 'worker:source' {
  const source: string;
  export default source;
}
declare module 'turndown-plugin-gfm' {
  import type TurndownService from 'turndown';
  export const taskListItems: TurndownService.Plugin;
}
