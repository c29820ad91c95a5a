const whole = require('@ibm-cloud/openapi-ruleset');

// Only what the rule set calls an error stands in the way of a build; the rest of it takes four times as long.
const rules = {};
for (const [name, rule] of Object.entries(whole.rules)) {
  if (rule.severity !== 'error') rules[name] = 'off';
}
module.exports = { extends: [whole], rules };
