import type { HttpClient } from '@leastscope/scope-catalog';
import { compareText } from '../family.js';
import { axiosClients } from './axios-clients.js';
import { fetchClients } from './fetch-clients.js';
import { newerClients } from './newer-clients.js';
import { nodeClients } from './node-clients.js';
import { otherClients } from './other-clients.js';

/** How the HTTP clients of the JavaScript world are called. Written by hand; a new client is a row here. */
export const httpClients: readonly HttpClient[] = [
  ...fetchClients,
  ...axiosClients,
  ...nodeClients,
  ...newerClients,
  ...otherClients,
].sort((a, b) => compareText(a.package, b.package) || compareText(a.export, b.export));
