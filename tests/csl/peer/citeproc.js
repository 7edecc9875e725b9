// {styles: [path], locales: folder, items: [CSL-JSON], clusters: [[cite]]} on standard input -> one JSON line a style:
// what citeproc-js (npm citeproc) makes of the bibliography and of the citations. NODE_PATH says where the package is.
const fs = require("fs"), path = require("path"), CSL = require("citeproc");
const job = JSON.parse(fs.readFileSync(0, "utf8"));
const byId = Object.fromEntries(job.items.map((item) => [item.id, item]));
const locale = (lang) => {
  const file = path.join(job.locales, `locales-${lang}.xml`);
  return fs.existsSync(file) ? fs.readFileSync(file, "utf8") : undefined;
};
CSL.debug = () => {};
for (const style of job.styles) {
  const line = { style, entries: {}, order: [], citations: [] };
  try {
    const system = { retrieveLocale: locale, retrieveItem: (id) => ({ ...JSON.parse(JSON.stringify(byId[id])), system_id: id }) };
    const engine = new CSL.Engine(system, fs.readFileSync(style, "utf8"));
    engine.opt.development_extensions.wrap_url_and_doi = false;
    engine.updateItems(job.items.map((item) => item.id));
    engine.sys.embedBibliographyEntry = (id) => `<!--${id}-->`; // an entry without words has an id, but no text
    const made = engine.makeBibliography();
    for (const text of made ? made[1] : []) {
      const id = text.match(/<!--(.*?)-->/)[1];
      line.entries[id] = text.replace(/<!--.*?-->\n?/, "").trim();
      line.order.push(id);
    }
    const before = [];
    job.clusters.forEach((cluster, i) => {
      const citation = { citationID: `c${i}`, citationItems: JSON.parse(JSON.stringify(cluster)), properties: { noteIndex: i + 1 } };
      const [, changed] = engine.processCitationCluster(citation, before.slice(), []);
      changed.forEach(([place, text]) => { line.citations[place] = text; });
      before.push([`c${i}`, i + 1]);
    });
  } catch (error) {
    line.error = String(error).slice(0, 300);
  }
  process.stdout.write(JSON.stringify(line) + "\n");
}
