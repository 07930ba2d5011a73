// Drafts for tests.

export const short = `# Night buses come back to the harbour

The council voted on Monday to bring the the night buses back. “It is about time,” said Ann Lee, who runs a bar at the harbour.

## What it costs

See [here](https://council.gov/plan) for the plan.
`;

// stairs has a sentence that only the language model reads: “Buckets” might be a name.
export const stairs = `# The old library leaks

Rain has come through the the roof since May. “We call it the indoor weather,” said Ann Lee, who runs the library.

“Nobody has offered us a new roof,” said Tom Berg, the caretaker.

“The council will look at it in spring,” said Mia Holm, the mayor.

## Upstairs

The roof of the hall is older than the house. It has never been mended.

Buckets stand between the shelves. “Every week we carry forty of them down the stairs.”
`;

export const german = `# Das Dach der Bücherei

Eimer stehen zwischen den Regalen. „Jede Woche tragen wir vierzig davon die Treppe hinunter.“

„Das Dach ist alt“, sagte Anna Lehmann, die das Haus leitet. Die Stadt will es sich im Frühjahr ansehen.
`;

// long returns a draft with about that many words.
export function long(words) {
  const sentences = [
    'The council voted on Monday to bring the night buses back to the harbour.',
    'Drivers of the last line were told that evening, and most of them agreed.',
    '“It is about time,” said Ann Lee, who runs a bar near the old quay.',
    'Four buses will run each hour between the station, the market and the lighthouse.',
    'A ticket costs as much as by day, although the city pays twice for the trip.',
    'Nobody knows yet whether the line can stay when the money for it ends in spring.',
  ];
  let text = '# Night buses come back to the harbour\n';
  for (let n = 0, i = 0; n < words; i++) {
    if (i % 30 === 0) text += `\n## Part ${1 + i / 30}\n`;
    if (i % 5 === 0) text += '\n';
    const sentence = sentences[(i * 7 + Math.floor(i / 6)) % sentences.length].replace('Monday', ['Monday', 'Tuesday', 'Friday'][i % 3]);
    text += `${sentence} `;
    n += sentence.split(' ').length;
  }
  return text.replace(/ $/gm, '') + '\n';
}

// hostile is text that would run scripts if any of it became HTML.
export const hostile = `# <img src=x onerror="window.hacked=1"><script>window.hacked=1</script>

The the <svg onload="window.hacked=1"> said “<iframe srcdoc='<script>parent.hacked=1</script>'></iframe>”, said Ann <b onclick=x>Lee</b>.

[click](javascript:window.hacked=1) [data](data:text/html,<script>1</script>) ![x](x" onerror="window.hacked=1)

<details open ontoggle="window.hacked=1"><summary>x</summary></details>

<style>body{display:none}</style><form action="https://evil.test"><button>ok</button></form>
`;
