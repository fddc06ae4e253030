import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitepress';

// The pages are the Markdown files beside this folder, as they stand in the repository: README.md is a folder's first page.
const rules = readdirSync(new URL('../rules/', import.meta.url))
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .map((file) => file.replace('.md', ''));
const guide = (text, page) => ({ text, link: `/guide/${page}` });

export default defineConfig({
  title: 'Rehearsal',
  description: 'Rehearse every migration before production does.',
  srcExclude: ['benchmarks/**'],
  rewrites: { ':folder/README.md': ':folder/index.md' },
  // links to files of the repository outside docs/, which have no page here
  ignoreDeadLinks: [/\.\.\/\.\.\/README/, /\.(yml|yaml|json|sh)$/, /Jenkinsfile$/, /benchmarks\/index$/],
  cleanUrls: true,
  themeConfig: {
    search: { provider: 'local' },
    sidebar: [
      {
        text: 'Begin',
        items: [guide('Tutorial', 'tutorial'), guide('Questions', 'questions'), guide('Settings', 'settings'), guide('Runners', 'runners'), guide('Flyway', 'flyway'), guide('MariaDB', 'mariadb'), { text: 'In a pipeline', link: '/ci/' }],
      },
      {
        text: 'What is measured',
        items: [guide('Volumes', 'volume'), guide('Locks and stalls', 'locks'), guide('The application', 'application'), guide('Killed in the middle', 'crash'), guide('Reports', 'reports'), { text: 'Benchmarks', link: '/benchmarks' }],
      },
      {
        text: 'What is decided',
        items: [guide('Plans', 'plan'), guide('Sign-offs', 'approvals'), guide('Comparing', 'compare'), guide('After the deployment', 'inspect'), guide('Tests', 'junit'), guide('Lint', 'lint'), guide('Safe migrations', 'writing-migrations')],
      },
      { text: 'Rules', collapsed: true, link: '/rules/', items: rules.map((rule) => ({ text: rule, link: `/rules/${rule}` })) },
    ],
  },
});
