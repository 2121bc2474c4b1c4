#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep what they have compiled, engine and compiler above all. Before anything else is loaded.
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };
enableCompileCache?.();
void import('./start.js').then(({ start }) => start());
