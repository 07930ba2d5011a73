// Two things are linked because the library prose refers to them, and nothing reads them: the
// half of its language model that extracts names (the program reads the other half, which tags
// words) and the data that cut a text into sentences. Together they are a third of the compressed
// module. They are overwritten with zeros, which compress to nothing. Each part must be found
// exactly once, so a version of the libraries that keeps them differently ends the build.

const unused = ['_modelMaxentLabelsGob', '_modelMaxentMappingGob', '_modelMaxentWeightsGob', '_modelMaxentWordsGob', '_dataEnglishJson'];

export function withoutUnused(module, ...sources) {
  const out = Buffer.from(module);
  for (const name of unused) {
    const bytes = sources.map((source) => literal(source, name)).find(Boolean);
    if (!bytes) throw new Error(`the libraries no longer have ${name}`);
    const at = out.indexOf(bytes);
    if (at < 0 || out.indexOf(bytes, at + 1) >= 0) throw new Error(`${name} is not in the module, or not once`);
    out.fill(0, at, at + bytes.length);
  }
  return out;
}

// literal returns the bytes of a variable in a file that go-bindata wrote.
function literal(source, name) {
  const written = new RegExp(`^var ${name} = \\[\\]byte\\("([^"]*)"\\)`, 'm').exec(source);
  return written && Buffer.from(written[1].replace(/\\x/g, ''), 'hex');
}
