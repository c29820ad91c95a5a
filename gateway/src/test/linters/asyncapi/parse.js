// What the AsyncAPI initiative's own parser says of a document, warnings included, as JSON.
const { readFileSync } = require("fs");
const { Parser } = require("@asyncapi/parser");

new Parser()
  .parse(readFileSync(process.argv[2], "utf8"), { source: process.argv[2] })
  .then(({ document, diagnostics }) =>
    console.log(JSON.stringify({ messages: document ? document.allMessages().all().length : 0, diagnostics })),
  );
