import {defineConfig} from 'vite';

// One script and one style sheet with fixed names: the program links them in and gives them addresses of its own.
export default defineConfig({
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: {polyfill: false},
    reportCompressedSize: false,
    rollupOptions: {
      input: 'src/main.ts',
      output: {entryFileNames: 'app.js', assetFileNames: 'app[extname]', codeSplitting: false},
    },
  },
});
