import whole from '@stoplight/spectral-owasp-ruleset';

// Only what the rule set calls an error stands in the way of a build; the rest of it takes four times as long.
const rules = {};
for (const [name, rule] of Object.entries(whole.rules)) {
  if (rule.severity !== 0) rules[name] = 'off';
}
export default { extends: [whole], rules };
