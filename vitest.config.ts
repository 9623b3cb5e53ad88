import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    // By default one core is left idle: on two that is half of the time.
    maxWorkers: '100%',
  },
});
