module.exports = require('@backstage/cli/config/eslint-factory')(__dirname, {
  rules: {
    // These files only ever run from the checkout.
    'no-restricted-syntax': 'off',
  },
});
